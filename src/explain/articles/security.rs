//! What a reader is told about: policy, certificates and secrets.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "security",
    name: text!("policy, certificates and secrets", "策略、证书与密钥"),
    picture: text!("The inspector at the gate.", "门口的检查员。"),
    what: text!(
        "It checks what is created, issues certificates, brings in secrets or watches what containers do. Many of these are webhooks that the API server asks before it stores an object.",
        "它检查将要创建的对象、签发证书、同步密钥，或监视容器的行为。其中不少是 Webhook，API 服务器在保存对象之前要先问它们。"
    ),
    check: text!(
        "Its Pods are ready. `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations` shows whether it is asked.",
        "它的 Pod 就绪。`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations` 能看出它是否在请求路径上。"
    ),
    without: text!(
        "If it is a webhook whose failure policy is `Fail`, nothing that it has to check can be created until it is back.",
        "如果它是失败策略为 `Fail` 的 Webhook，那么在它恢复之前，需要它检查的对象都创建不了。"
    ),
};
