//! What a reader is told about: Calico.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "calico",
    name: text!("Calico", "Calico"),
    picture: text!("Road builders who also put up the barriers.", "既修路、又设卡的修路队。"),
    what: text!(
        "A Pod network that also enforces NetworkPolicies. Its agent `calico-node` runs on every node and exchanges routes with the others, by BGP or through tunnels (IPIP, VXLAN).",
        "一种容器网络，同时负责执行 NetworkPolicy。它的代理 `calico-node` 运行在每个节点上，通过 BGP 或隧道（IPIP、VXLAN）与其他节点交换路由。"
    ),
    check: text!(
        "One ready `calico-node` for each node: in `calico-system` if the Tigera operator installed it, in `kube-system` if a manifest did.",
        "每个节点一个就绪的 `calico-node`：由 Tigera operator 安装的在 `calico-system`，用清单文件安装的在 `kube-system`。"
    ),
    without: text!(
        "On a node without its agent new Pods get no address, and changes of routes and policies do not arrive.",
        "节点上没有它的代理，新 Pod 就分不到地址，路由和策略的变化也传不过来。"
    ),
};
