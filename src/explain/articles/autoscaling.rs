//! What a reader is told about: scaling and node upkeep.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "autoscaling",
    name: text!("scaling and node upkeep", "弹性伸缩与节点维护"),
    picture: text!("The personnel office: more hands when there is more work.", "人事处：活多了就加人手。"),
    what: text!(
        "It changes the number or size of Pods or nodes as the load asks, moves Pods or restarts nodes in an orderly way.",
        "它按负载增减 Pod 或节点的数量与规格，或有序地迁移 Pod、重启节点。"
    ),
    check: text!("Its Pods are ready, and events name what it decided and why.", "它的 Pod 就绪，事件里能看到它做了什么决定、为什么。"),
    without: text!(
        "The cluster stays at its present size: nothing breaks at once, but it no longer follows the load.",
        "集群停留在当前规模：不会马上出问题，但不再随负载变化。"
    ),
};
