//! What a reader is told about: management.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "management",
    name: text!("management", "管理平台"),
    picture: text!("The office with a view of the whole yard.", "能看到整个院子的办公室。"),
    what: text!(
        "A dashboard or a platform through which people or other systems manage the cluster. It too works through the API server.",
        "供人或其他系统管理集群的控制台或平台。它同样要通过 API 服务器工作。"
    ),
    check: text!("Its Pods are ready and its page opens.", "它的 Pod 就绪，页面能打开。"),
    without: text!(
        "That way of managing is closed; the cluster runs on, and kubectl still works.",
        "这条管理途径不可用；集群照常运行，kubectl 也还能用。"
    ),
};
