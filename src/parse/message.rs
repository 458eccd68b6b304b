//! The meaning of kubectl's messages, by the fixed words of kubectl, client-go and Go's network library.

use crate::parse::record::MessageClass;
use crate::phrase;
use crate::text::Phrase;

/// How messages begin that are errors.
const ERRORS: &[&str] = &[
    "Error from server",
    "error: ",
    "Error: ",
    "Unable to connect to the server",
    "The connection to the server",
    "couldn't get current server API group list",
    "You must be logged in to the server",
    "the server doesn't have a resource type",
    "Metrics API not available",
];
/// What kubectl says beside its output; it means nothing for the cluster.
const NOTICES: &[&str] = &[
    "Warning: ",
    "Defaulted container ",
    "Unable to use a TTY",
    "Use 'kubectl ",
    "Flag --",
    "WARNING: ",
    "Cluster info dumped to ",
    "To further debug and diagnose cluster problems",
    "If you don't see a command prompt",
    "Handling connection for ",
];

/// Words, any of which in an error tells its class; the first class that fits counts.
const CLASSES: &[(MessageClass, &[&str])] = &[
    (MessageClass::CertificateExpired, &["certificate has expired", "is not yet valid", "certificate is not yet valid"]),
    (MessageClass::CertificateUnknown, &["signed by unknown authority", "unable to verify the first certificate"]),
    (MessageClass::Certificate, &["x509", "bad certificate", "certificate is valid for", "tls: failed to verify"]),
    (MessageClass::NotTls, &["first record does not look like a TLS handshake", "server gave HTTP response to HTTPS client"]),
    (MessageClass::Webhook, &["failed calling webhook", "admission webhook"]),
    (MessageClass::Etcd, &["etcdserver", "etcd cluster is unavailable"]),
    (
        MessageClass::NoConfig,
        &["localhost:8080 was refused", "127.0.0.1:8080", "localhost:8080: connect", "no configuration has been provided"],
    ),
    (MessageClass::Refused, &["was refused", "connection refused"]),
    (MessageClass::Forbidden, &["(Forbidden)", "is forbidden"]),
    (MessageClass::Unauthorized, &["(Unauthorized)", "must be logged in", "(unauthorized)", "provide credentials"]),
    (
        MessageClass::NoMetrics,
        &["Metrics API not available", "(get pods.metrics.k8s.io)", "(get nodes.metrics.k8s.io)", "metrics not available"],
    ),
    (
        MessageClass::NoSuchKind,
        &["doesn't have a resource type", "no matches for kind", "could not find the requested resource", "(MethodNotAllowed)"],
    ),
    (MessageClass::NotFound, &["(NotFound)", "not found"]),
    (MessageClass::Throttled, &["(TooManyRequests)", "Too Many Requests", "too many requests"]),
    (MessageClass::Unavailable, &["(ServiceUnavailable)", "unable to handle the request", "503 Service"]),
    (MessageClass::Unreachable, &["no route to host", "no such host", "network is unreachable", "EOF", "connection reset"]),
    (MessageClass::Timeout, &["timeout", "timed out", "deadline exceeded", "(Timeout)"]),
];

/// The class of a line, if it is a message, and the namespace that an empty list names.
pub fn classify(line: &str) -> Option<(MessageClass, Option<&str>)> {
    if let Some(rest) = line.strip_prefix("No resources found") {
        let namespace = rest.strip_prefix(" in ").and_then(|it| it.strip_suffix(" namespace.").or_else(|| it.strip_suffix(" namespace")));
        return Some((MessageClass::Empty, namespace));
    }
    let inner = of_client(line).unwrap_or(line);
    if !ERRORS.iter().any(|begin| inner.starts_with(begin)) {
        return None;
    }
    let class =
        CLASSES.iter().find(|(_, words)| words.iter().any(|word| inner.contains(word))).map_or(MessageClass::Other, |(class, _)| *class);
    Some((class, None))
}

/// `E1123 20:54:37.003297   10174 memcache.go:265] "Unhandled Error" err="couldn't get …"`: what kubectl logs of its own tries.
fn of_client(line: &str) -> Option<&str> {
    let (head, rest) = line.split_once("] ")?;
    let own = ["memcache.go:", "request.go:", "discovery.go:", "round_trippers.go:"].iter().any(|file| head.contains(file));
    if !own || !head.starts_with(['E', 'W', 'I']) {
        return None;
    }
    Some(rest.split_once("err=\"").map_or(rest, |(_, error)| error))
}

/// Whether the line only accompanies output.
pub fn is_notice(line: &str) -> bool {
    NOTICES.iter().any(|begin| line.starts_with(begin)) || line.starts_with(['I', 'W']) && of_client(line).is_some()
}

/// What a message is taken for.
pub fn words(class: MessageClass, namespace: Option<&str>) -> Phrase {
    match class {
        MessageClass::Empty => match namespace {
            Some(namespace) => phrase!("an empty list (namespace {namespace})", "空列表（命名空间 {namespace}）", namespace = namespace),
            None => phrase!("an empty list", "空列表"),
        },
        MessageClass::Refused => phrase!("an error: the connection was refused", "错误：连接被拒绝"),
        MessageClass::NoConfig => {
            phrase!("an error: kubectl knows no cluster (it tried localhost:8080)", "错误：kubectl 没有集群配置（它尝试了 localhost:8080）")
        }
        MessageClass::Timeout => phrase!("an error: no answer from the server", "错误：服务器没有响应"),
        MessageClass::Unreachable => phrase!("an error: the server cannot be reached", "错误：无法到达服务器"),
        MessageClass::CertificateExpired => phrase!("an error: a certificate has expired", "错误：证书已过期"),
        MessageClass::CertificateUnknown => phrase!("an error: a certificate of an unknown authority", "错误：证书由未知机构签发"),
        MessageClass::Certificate => phrase!("an error about a certificate", "证书错误"),
        MessageClass::Unauthorized => phrase!("an error: not logged in", "错误：未登录"),
        MessageClass::Forbidden => phrase!("an error: not allowed", "错误：没有权限"),
        MessageClass::NotFound => phrase!("an error: no such object", "错误：对象不存在"),
        MessageClass::NoSuchKind => {
            phrase!("an error: the server does not know the kind, or not this verb for it", "错误：服务器不认识这种资源，或不支持此操作")
        }
        MessageClass::Etcd => phrase!("an error of etcd, passed on by the API server", "API 服务器转达的 etcd 错误"),
        MessageClass::Unavailable => phrase!("an error: the server is not available (503)", "错误：服务器不可用（503）"),
        MessageClass::Throttled => phrase!("an error: too many requests (429)", "错误：请求过多（429）"),
        MessageClass::NotTls => phrase!("an error: what answered does not speak TLS", "错误：响应方没有使用 TLS"),
        MessageClass::Webhook => phrase!("an error: a webhook stood in the way", "错误：webhook 调用失败或拒绝了请求"),
        MessageClass::NoMetrics => phrase!("an error: no metrics are available", "错误：没有可用的指标"),
        MessageClass::Other => phrase!("an error message of kubectl", "kubectl 的错误信息"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_by_their_words() {
        for (line, class) in [
            ("The connection to the server localhost:8080 was refused - did you specify the right host or port?", MessageClass::NoConfig),
            ("The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?", MessageClass::Refused),
            ("error: You must be logged in to the server (Unauthorized)", MessageClass::Unauthorized),
            (
                "Unable to connect to the server: x509: certificate has expired or is not yet valid: current time …",
                MessageClass::CertificateExpired,
            ),
            (
                "Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority",
                MessageClass::CertificateUnknown,
            ),
            ("Unable to connect to the server: net/http: TLS handshake timeout", MessageClass::Timeout),
            ("Error from server: etcdserver: no leader", MessageClass::Etcd),
            ("Error from server (Forbidden): secrets is forbidden: User \"x\" cannot list", MessageClass::Forbidden),
            ("Error from server (NotFound): pods \"web\" not found", MessageClass::NotFound),
            ("error: the server doesn't have a resource type \"foo\"", MessageClass::NoSuchKind),
            ("Unable to connect to the server: dial tcp: lookup api.x on 10.0.0.2:53: no such host", MessageClass::Unreachable),
            (
                "Error from server (ServiceUnavailable): the server is currently unable to handle the request (get nodes.metrics.k8s.io)",
                MessageClass::NoMetrics,
            ),
            (
                "E1123 20:54:41.261697   10609 memcache.go:265] \"Unhandled Error\" err=\"couldn't get current server API group list: Get \\\"https://x\\\": tls: first record does not look like a TLS handshake\"",
                MessageClass::NotTls,
            ),
            ("No resources found", MessageClass::Empty),
        ] {
            assert_eq!(classify(line).map(|it| it.0), Some(class), "{line}");
        }
        assert_eq!(classify("No resources found in shop namespace.").and_then(|it| it.1), Some("shop"));
        for line in ["an error: something", "E1123 20:54:41.261697   10609 kubelet.go:265] \"failed\"", ""] {
            assert_eq!(classify(line), None, "{line}");
        }
    }
}
