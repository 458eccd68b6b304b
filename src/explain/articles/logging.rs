//! What a reader is told about: logging.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "logging",
    name: text!("logging", "日志"),
    picture: text!("The archive: keeps the words of Pods that are gone.", "档案室：保存那些已经不在的 Pod 说过的话。"),
    what: text!(
        "Agents on the nodes read the containers' logs and send them to a store where they can be searched, long after the Pods are gone.",
        "节点上的代理读取容器日志，送到可检索的存储中，Pod 消失很久之后仍能查到。"
    ),
    check: text!("One ready agent for each node, and new lines arrive in the store.", "每个节点一个就绪的代理，存储中不断有新日志进来。"),
    without: text!(
        "Logs of deleted Pods and nodes are lost; `kubectl logs` goes on working for Pods that are there.",
        "已删除的 Pod 和节点的日志就丢了；还在的 Pod 用 `kubectl logs` 依然能看。"
    ),
};
