//! What a reader is told about: open-local.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "open-local",
    name: text!("open-local", "open-local"),
    picture: text!("The storekeeper for each node's own disks.", "管理各节点本地磁盘的仓库员。"),
    what: text!(
        "It makes volumes from the disks inside the nodes. The agent on every node looks after the disks, the controller creates volumes, and the scheduler extender tells the scheduler which node has room. Such a volume is fast, but tied to its node.",
        "它用节点自带的磁盘提供卷。每个节点上的 agent 管磁盘，controller 创建卷，scheduler-extender 告诉调度器哪个节点还有空间。这种卷速度快，但和节点绑定在一起。"
    ),
    check: text!(
        "One ready agent for each node, a ready controller and a ready scheduler extender; `kubectl get pvc -A` shows no claim that stays Pending.",
        "每个节点一个就绪的 agent，controller 和 scheduler-extender 也都就绪；`kubectl get pvc -A` 中没有一直 Pending 的申领。"
    ),
    without: text!(
        "Pods that need new local volumes stay Pending. Volumes in use keep working; if their node fails, their data is out of reach.",
        "需要新建本地卷的 Pod 会一直 Pending。正在使用的卷不受影响；但所在节点一旦故障，数据就访问不到了。"
    ),
};
