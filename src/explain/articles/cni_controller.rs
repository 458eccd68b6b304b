//! What a reader is told about: network controller.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "cni-controller",
    name: text!("network controller", "网络控制组件"),
    picture: text!("The planning office of the road builders.", "修路队的规划处。"),
    what: text!(
        "It belongs to the Pod network but does not carry traffic: it hands out addresses, spreads policies or installs the agents that run on every node.",
        "它属于容器网络，但不转发流量：负责分配地址、下发策略，或安装每个节点上的代理。"
    ),
    check: text!("Its Pods are ready and their restarts do not grow.", "它的 Pod 就绪，重启次数不再增加。"),
    without: text!(
        "Traffic keeps flowing as it was; changes such as new nodes, addresses and policies wait.",
        "现有流量照常，但新节点、新地址、新策略之类的变更要等它恢复。"
    ),
};
