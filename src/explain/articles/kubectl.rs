//! What a reader is told about: kubectl.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kubectl",
    name: text!("kubectl", "kubectl"),
    picture: text!("Your telephone to the cluster.", "你打给集群的电话。"),
    what: text!(
        "The command line on your side. It reads an address and your credentials from the kubeconfig, sends requests to an API server and prints the answer. It knows nothing by itself.",
        "你这一侧的命令行工具。它从 kubeconfig 中读取地址和凭据，向 API 服务器发请求，再把结果打印出来。它自己什么都不知道。"
    ),
    check: text!(
        "`kubectl version` shows a server version. Client and server should be at most one minor version apart.",
        "`kubectl version` 能显示服务端版本。客户端与服务端的次版本号相差不应超过一。"
    ),
    without: text!("You are blind, the cluster is not: it runs on without you.", "看不见的只是你，集群照样在运行。"),
};
