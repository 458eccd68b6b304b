//! What a reader is told about: pod network (CNI).

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "cni",
    name: text!("pod network (CNI)", "容器网络（CNI）"),
    picture: text!(
        "The road builders: Kubernetes plans the town, they build the streets.",
        "修路队：Kubernetes 只做城市规划，路由它来修。"
    ),
    what: text!(
        "Kubernetes brings no Pod network of its own. A plugin such as Calico, Flannel or Cilium gives each Pod an address and sees to it that Pods on different nodes reach each other. Its agent runs on every node.",
        "Kubernetes 自身不带 Pod 网络。Calico、Flannel、Cilium 等插件为每个 Pod 分配地址，并让不同节点上的 Pod 互通。它的代理运行在每个节点上。"
    ),
    check: text!(
        "Its name is in the list of Pods, in `kube-system` or a namespace of its own, with one ready agent for each node.",
        "在 Pod 列表里能看到它的名字，位于 `kube-system` 或它自己的命名空间，每个节点一个就绪的代理。"
    ),
    without: text!(
        "New Pods hang in ContainerCreating, and nodes without a network are NotReady. Pods that already run mostly keep their connections.",
        "新的 Pod 卡在 ContainerCreating，没有网络插件的节点会是 NotReady。已经在运行的 Pod 通常还能保持连接。"
    ),
};
