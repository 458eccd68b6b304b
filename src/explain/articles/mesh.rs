//! What a reader is told about: service mesh.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "mesh",
    name: text!("service mesh", "服务网格"),
    picture: text!("An escort for every conversation between services.", "为服务之间每次通话配备的护送员。"),
    what: text!(
        "It puts a proxy beside each application or on each node, which encrypts, measures and steers the traffic between services. Its control plane tells the proxies what to do.",
        "它在每个应用旁边或每个节点上放一个代理，对服务之间的流量加密、计量和调度。它的控制面告诉这些代理该怎么做。"
    ),
    check: text!(
        "Its control plane is ready, and Pods in the mesh show all their containers ready, such as `2/2`.",
        "它的控制面就绪，网格内的 Pod 所有容器都就绪，例如 `2/2`。"
    ),
    without: text!(
        "Proxies go on with what they last knew; new Pods may not start and certificates are not renewed.",
        "代理会按最后一次的配置继续工作；但新 Pod 可能起不来，证书也不再更新。"
    ),
};
