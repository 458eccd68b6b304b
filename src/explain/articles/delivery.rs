//! What a reader is told about: delivery (`GitOps`, CI).

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "delivery",
    name: text!("delivery (GitOps, CI)", "交付（GitOps、CI）"),
    picture: text!("The delivery service: brings what was ordered in Git.", "送货员：把 Git 里下的订单送到集群。"),
    what: text!(
        "It builds or installs applications, and keeps the cluster as a repository says.",
        "它负责构建或安装应用，并让集群与代码仓库中的描述保持一致。"
    ),
    check: text!("Its Pods are ready, and its applications show as in sync.", "它的 Pod 就绪，所管理的应用显示已同步。"),
    without: text!("What runs keeps running; new versions are not rolled out.", "已经运行的不受影响，但新版本发布不出去。"),
};
