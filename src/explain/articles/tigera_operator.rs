//! What a reader is told about: Tigera operator.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "tigera-operator",
    name: text!("Tigera operator", "Tigera operator"),
    picture: text!("The site manager of the road builders.", "修路队的工地经理。"),
    what: text!(
        "It installs Calico and keeps it as its `Installation` object says. The Calico Pods themselves live in another namespace, `calico-system`. Seeing it is a strong sign of Calico, not a proof that Calico is well.",
        "它负责安装 Calico，并让 Calico 始终符合 `Installation` 对象的描述。Calico 自己的 Pod 在另一个命名空间 `calico-system`。看到它，基本可以断定用的是 Calico，但不能证明 Calico 运行正常。"
    ),
    check: text!(
        "Run `kubectl get pods -n calico-system -o wide`: one ready `calico-node` for each node. `kubectl get tigerastatus` sums it up.",
        "运行 `kubectl get pods -n calico-system -o wide`：每个节点应有一个就绪的 `calico-node`。`kubectl get tigerastatus` 会给出汇总。"
    ),
    without: text!(
        "The network goes on working. Only repairs, upgrades and changes of Calico wait until it is back.",
        "网络照常工作，只是 Calico 的修复、升级和配置变更要等它恢复。"
    ),
};
