//! What a reader is told about: kube-proxy.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kube-proxy",
    name: text!("kube-proxy", "kube-proxy"),
    picture: text!("The traffic police: stands at every crossing and shows the way.", "网络交警：守在每个路口指路。"),
    what: text!(
        "On every node it keeps the kernel's rules that turn the virtual address of a Service into the address of one of its Pods. The traffic itself does not pass through it.",
        "它在每个节点上维护内核规则，把 Service 的虚拟 IP 转换成后端某个 Pod 的地址。流量本身并不经过它。"
    ),
    check: text!(
        "Count it against the nodes: as many Pods as nodes, all ready. Some networks such as Cilium can replace it; then it is not there at all.",
        "拿它和节点数对照：有几个节点就该有几个 Pod，而且全部就绪。Cilium 等网络插件可以取代它，那样集群里就完全没有它。"
    ),
    without: text!(
        "On a node without it the rules grow stale: Services fail there little by little, as Pods come and go.",
        "节点上没有它，规则就不再更新：随着 Pod 来来去去，该节点上访问 Service 会逐渐失败。"
    ),
};
