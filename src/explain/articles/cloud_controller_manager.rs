//! What a reader is told about: cloud-controller-manager.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "cloud-controller-manager",
    name: text!("cloud-controller-manager", "cloud-controller-manager"),
    picture: text!(
        "The liaison to the landlord: speaks with the cloud on the cluster's behalf.",
        "与房东打交道的联络员：代表集群和云平台交涉。"
    ),
    what: text!(
        "It asks the cloud provider for what only the provider can give: load balancers for Services, routes between nodes, and word on whether a machine still exists.",
        "凡是只有云厂商才能提供的东西，都由它去要：Service 的负载均衡器、节点之间的路由，以及某台机器是否还存在。"
    ),
    check: text!(
        "Services of type LoadBalancer get an address, and new nodes lose the taint `node.cloudprovider.kubernetes.io/uninitialized` soon after they join.",
        "LoadBalancer 类型的 Service 能拿到地址，新节点加入后很快就会去掉污点 `node.cloudprovider.kubernetes.io/uninitialized`。"
    ),
    without: text!(
        "New load balancers stay pending and new nodes stay closed to Pods. Clusters on bare metal do without it.",
        "新的负载均衡器一直处于 pending，新节点也不接收 Pod。裸金属集群本来就不需要它。"
    ),
};
