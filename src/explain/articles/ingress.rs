//! What a reader is told about: ingress controller.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "ingress",
    name: text!("ingress controller", "Ingress 控制器"),
    picture: text!("The gatehouse: leads visitors from outside to the right door.", "门房：把外来的访客带到正确的门口。"),
    what: text!(
        "It takes HTTP from outside the cluster and sends it to Services by host name and path, as Ingress or Gateway objects say. Those objects do nothing without a controller that reads them.",
        "它接收集群外部的 HTTP 流量，按 Ingress 或 Gateway 对象中的域名和路径转发给 Service。没有控制器去读，这些对象本身什么也不做。"
    ),
    check: text!(
        "Its Pods are ready, its Service has an external address, and `kubectl get ingress -A` shows an ADDRESS.",
        "它的 Pod 就绪，它的 Service 有外部地址，`kubectl get ingress -A` 能看到 ADDRESS。"
    ),
    without: text!("Nobody gets in from outside, although the applications are well.", "应用本身没问题，但外面的人进不来。"),
};
