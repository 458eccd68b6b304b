//! What a reader is told about: kube-scheduler.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kube-scheduler",
    name: text!("kube-scheduler", "kube-scheduler"),
    picture: text!("The dispatcher: gives every new Pod its place.", "调度员：给每个新 Pod 安排去处。"),
    what: text!(
        "It looks for Pods without a node, drops the nodes that do not fit (resources, taints, affinity, volumes), ranks the rest and writes down its choice. The kubelet there does the starting. One replica leads, the others stand by.",
        "它盯着还没有分配节点的 Pod：先排除不合适的节点（资源、污点、亲和性、卷），再给剩下的打分，把选中的节点写进 Pod。真正启动容器的是那个节点上的 kubelet。多个副本中只有一个当主，其余待命。"
    ),
    check: text!(
        "One ready replica is enough. New Pods that stay Pending without any event are the sign that nobody is dispatching.",
        "有一个副本就绪就够了。新 Pod 一直 Pending，而且没有任何事件，就说明没人在调度。"
    ),
    without: text!(
        "Pods that run are not touched. New ones stay Pending, and those of a failed node find no new home.",
        "正在运行的 Pod 不受影响。新的 Pod 会一直 Pending，故障节点上的 Pod 也找不到新家。"
    ),
};
