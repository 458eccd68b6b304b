//! What a reader is told about: monitoring.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "monitoring",
    name: text!("monitoring", "监控"),
    picture: text!("The watchman with a notebook.", "带着记录本的巡夜人。"),
    what: text!(
        "It collects numbers and states from nodes and Pods, keeps them, draws them or raises an alarm.",
        "它从节点和 Pod 收集指标与状态，保存下来，画成图表，或者发出告警。"
    ),
    check: text!("Its Pods are ready, and its graphs reach up to the present.", "它的 Pod 就绪，图表一直更新到当前时刻。"),
    without: text!(
        "Applications go on, but nobody sees what happens and no alarm comes.",
        "业务照常运行，但没人看得见发生了什么，也不会有告警。"
    ),
};
