//! What a reader is told about: node.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "node",
    name: text!("node", "节点"),
    picture: text!("A workplace: a machine on which Pods run.", "一处工位：运行 Pod 的机器。"),
    what: text!(
        "A physical or virtual machine with a kubelet, a container runtime and a network agent. ROLES tells what it is for: `control-plane` (once `master`) decides, `<none>` or `worker` runs your applications.",
        "一台物理机或虚拟机，上面有 kubelet、容器运行时和网络代理。ROLES 说明它的用途：`control-plane`（旧称 `master`）负责决策，`<none>` 或 `worker` 运行业务应用。"
    ),
    check: text!(
        "STATUS is exactly `Ready`. That tells of the kubelet's heartbeat only: Pods on the node may still be broken.",
        "STATUS 正好是 `Ready`。但这只代表 kubelet 有心跳，节点上的 Pod 仍可能是坏的。"
    ),
    without: text!(
        "Its Pods are replaced on other nodes after about five minutes, if there is room. Data on its own disks is out of reach.",
        "大约五分钟后，它的 Pod 会在其他节点上重建，前提是那里有资源。它本地磁盘上的数据则访问不到。"
    ),
};
