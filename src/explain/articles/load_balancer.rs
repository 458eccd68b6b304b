//! What a reader is told about: load balancer.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "load-balancer",
    name: text!("load balancer", "负载均衡"),
    picture: text!("The switchboard: one number outside, many extensions inside.", "总机：对外一个号码，对内多条分机。"),
    what: text!(
        "It gives the cluster an address that does not depend on a single node, for Services of type LoadBalancer or for the API itself, and moves it when a node fails.",
        "它为集群提供一个不依赖单个节点的地址，用于 LoadBalancer 类型的 Service，或者用于 API 本身；节点故障时地址会转移到别处。"
    ),
    check: text!(
        "`kubectl get svc -A` shows no EXTERNAL-IP that stays `<pending>`; its Pods are ready.",
        "`kubectl get svc -A` 中没有一直是 `<pending>` 的 EXTERNAL-IP，它的 Pod 都就绪。"
    ),
    without: text!(
        "The shared address no longer answers or no longer moves. If it carries the API's address, kubectl loses the cluster.",
        "共享地址不再应答，或者不再转移。如果 API 的入口地址由它承载，kubectl 就连不上集群了。"
    ),
};
