//! What a reader is told about: kube-controller-manager.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kube-controller-manager",
    name: text!("kube-controller-manager", "kube-controller-manager"),
    picture: text!("The automatic administrator: never sleeps, always compares.", "自动化管理员：从不休息，一直在对账。"),
    what: text!(
        "Dozens of controllers in one process. Each compares what you asked for with what there is and closes the gap: a missing replica is made, a lost node is marked, a Service gets its endpoints. One replica leads, the others stand by.",
        "一个进程里跑着几十个控制器。每个控制器都在比较“期望状态”和“实际状态”并补齐差距：副本少了就新建，节点失联就打标记，Service 的端点随时更新。多个副本中只有一个当主，其余待命。"
    ),
    check: text!(
        "One ready replica is enough for the work to be done. Many restarts mean that it lost its leadership again and again, mostly because etcd or the API answered too slowly.",
        "只要有一个副本就绪，工作就有人做。重启次数很多，说明它一次次丢掉领导者身份，多半是 etcd 或 API 响应太慢。"
    ),
    without: text!(
        "What runs keeps running, but nothing is repaired: a deleted Pod is not replaced, a rollout stands still, a failed node is not noticed.",
        "已经运行的照常运行，但没有人修复：Pod 被删了不会补，滚动更新停住，节点坏了也没人发现。"
    ),
};
