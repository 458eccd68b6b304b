//! What a reader is told about: Flannel.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "flannel",
    name: text!("Flannel", "Flannel"),
    picture: text!("The simplest road builders: one kind of road, no barriers.", "最简单的修路队：只有一种路，不设关卡。"),
    what: text!(
        "A plain Pod network. Each node gets a piece of the Pod range, and Pods on other nodes are reached through a VXLAN tunnel. It does not enforce NetworkPolicies.",
        "一种朴素的容器网络。每个节点分到一段 Pod 网段，跨节点的流量走 VXLAN 隧道。它不执行 NetworkPolicy。"
    ),
    check: text!(
        "One ready `kube-flannel-ds` Pod for each node, mostly in the namespace `kube-flannel`. Each node needs a `podCIDR`.",
        "每个节点一个就绪的 `kube-flannel-ds` Pod，一般在命名空间 `kube-flannel` 中。每个节点都要有 `podCIDR`。"
    ),
    without: text!(
        "New Pods on that node get no address; the file `/run/flannel/subnet.env` is missing there.",
        "该节点上的新 Pod 分不到地址，因为缺少文件 `/run/flannel/subnet.env`。"
    ),
};
