//! What a reader is told about: metrics API.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "metrics",
    name: text!("metrics API", "指标 API"),
    picture: text!("The speedometer of the autoscalers.", "自动扩缩容所看的仪表盘。"),
    what: text!(
        "It offers numbers about Pods and nodes as an API, so that autoscalers can decide by them.",
        "它以 API 形式提供 Pod 和节点的指标，供自动扩缩容作判断。"
    ),
    check: text!(
        "`kubectl get apiservices` shows its entry with AVAILABLE `True`.",
        "`kubectl get apiservices` 中对应条目的 AVAILABLE 为 `True`。"
    ),
    without: text!("Autoscalers see `<unknown>` and change nothing.", "自动扩缩容看到的是 `<unknown>`，不再调整副本数。"),
};
