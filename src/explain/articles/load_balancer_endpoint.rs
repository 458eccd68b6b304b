//! What a reader is told about: API endpoint.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "load-balancer-endpoint",
    name: text!("API endpoint", "API 入口地址"),
    picture: text!("The main door: the address on every invitation.", "正门：每张请柬上写的地址。"),
    what: text!(
        "The address in your kubeconfig, as `kubectl cluster-info` shows it. If it is a name or a virtual address with several API servers behind it, one of them may fail unnoticed. If it is the address of one node, kubectl fails with that node.",
        "写在你 kubeconfig 里的地址，`kubectl cluster-info` 会显示出来。如果它是背后有多个 API 服务器的域名或虚拟 IP，坏掉一个也不易察觉。如果它就是某个节点的地址，这个节点一坏 kubectl 就用不了。"
    ),
    check: text!(
        "Compare its host with the INTERNAL-IP of the nodes. Its load balancer has to ask each API server for `/readyz`, so that a broken one gets no traffic.",
        "把它的主机部分与各节点的 INTERNAL-IP 对照。负载均衡器应当用 `/readyz` 探测每个 API 服务器，不给坏掉的实例分流量。"
    ),
    without: text!(
        "kubectl, kubelets on other nodes and everything else that uses it lose contact, although API servers may be alive behind it.",
        "kubectl、其他节点的 kubelet 以及所有使用该地址的组件都会失联，即使背后的 API 服务器还活着。"
    ),
};
