//! What a reader is told about: add-on.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "add-on",
    name: text!("add-on", "附加组件"),
    picture: text!("An extension to the house.", "房子的加建部分。"),
    what: text!("It adds something that Kubernetes does not bring by itself.", "它为集群补充 Kubernetes 自身没有的功能。"),
    check: text!("Its Pods are ready and their restarts do not grow.", "它的 Pod 就绪，重启次数不再增加。"),
    without: text!("What it adds is gone; the cluster itself goes on.", "少了它提供的功能，集群本身照常运行。"),
};
