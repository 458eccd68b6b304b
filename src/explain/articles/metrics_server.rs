//! What a reader is told about: metrics-server.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "metrics-server",
    name: text!("metrics-server", "metrics-server"),
    picture: text!("The speedometer: shows the present, keeps no record.", "仪表盘：只看当前，不留历史。"),
    what: text!(
        "It collects the current CPU and memory use from every kubelet and offers it as an API. `kubectl top` and autoscaling by CPU or memory live on it. It is not monitoring: it keeps no history.",
        "它从每个 kubelet 收集当前的 CPU 和内存用量，并以 API 的形式提供出来。`kubectl top` 以及按 CPU、内存的自动扩缩容都靠它。它不是监控系统，不保存历史数据。"
    ),
    check: text!("`kubectl top nodes` answers.", "`kubectl top nodes` 有返回即可。"),
    without: text!(
        "`kubectl top` fails and autoscalers show `<unknown>`; everything else goes on.",
        "`kubectl top` 会报错，HPA 的指标显示 `<unknown>`；其他一切照常。"
    ),
};
