//! What a reader is told about: cluster DNS.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "dns",
    name: text!("cluster DNS", "集群 DNS"),
    picture: text!("Part of directory enquiries.", "查号台的一部分。"),
    what: text!(
        "It takes part in turning names into addresses, for Pods or for the world outside.",
        "它参与把名字解析成地址，服务对象是 Pod 或外部世界。"
    ),
    check: text!("Its Pods are ready, and a name looked up from a Pod is answered.", "它的 Pod 就绪，从 Pod 里查询域名能得到结果。"),
    without: text!(
        "Names that it is responsible for are no longer found or no longer kept up to date.",
        "由它负责的名字会查不到，或者不再更新。"
    ),
};
