//! What kubectl says instead of output: errors and "No resources found". Each is information with a meaning of its own.
//!
//! ```text
//! The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?
//! Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods" …
//! No resources found in default namespace.
//! ```

use crate::parse::format::{Context, Format, Parsed};
use crate::parse::record::{Message, MessageClass, Record};
use crate::phrase;
use crate::text::Phrase;

/// Errors and notices.
pub const FORMAT: ServerMessage = ServerMessage;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct ServerMessage;

impl Format for ServerMessage {
    fn begins(&self, context: Context<'_>, at: usize) -> bool {
        classify(context.text(at).trim()).is_some()
    }

    fn parse(&self, context: Context<'_>, at: usize) -> Parsed {
        let text = context.text(at).trim();
        let class = classify(text).unwrap_or(MessageClass::Other);
        let taken_for = words(&class);
        let span = context.lines.get(at).map(|line| line.span).unwrap_or_default();
        let empty = matches!(class, MessageClass::Empty(_));
        Parsed {
            format: if empty { "table" } else { "server-error" },
            end: at + 1,
            resource: context.asked.resource().map(str::to_owned),
            namespace: match &class {
                MessageClass::Empty(Some(namespace)) => Some(namespace.clone()),
                _ if context.asked.all_namespaces => Some("*".to_owned()),
                _ => context.asked.namespace.clone(),
            },
            rows: 0,
            taken_for,
            records: vec![Record::Message(Message { class, text: text.to_owned(), asked: context.asked.clone(), span })],
            issues: Vec::new(),
        }
    }
}

/// The meaning of a line, by the fixed words of kubectl and client-go.
fn classify(line: &str) -> Option<MessageClass> {
    if let Some(rest) = line.strip_prefix("No resources found") {
        let namespace = rest.strip_prefix(" in ").and_then(|it| it.strip_suffix(" namespace.")).map(str::to_owned);
        return Some(MessageClass::Empty(namespace));
    }
    let error = line.starts_with("Error from server")
        || line.starts_with("error: ")
        || line.starts_with("Unable to connect to the server")
        || line.starts_with("The connection to the server")
        || line.starts_with("couldn't get current server API group list");
    if !error {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    Some(if has(&["x509", "certificate"]) {
        MessageClass::Certificate
    } else if has(&["etcdserver"]) {
        MessageClass::Etcd
    } else if has(&["was refused", "connection refused"]) {
        MessageClass::Refused
    } else if has(&["(Forbidden)"]) {
        MessageClass::Forbidden
    } else if has(&["(Unauthorized)", "must be logged in"]) {
        MessageClass::Unauthorized
    } else if has(&["(NotFound)"]) {
        MessageClass::NotFound
    } else if has(&["timeout", "timed out", "deadline exceeded", "no route to host", "no such host"]) {
        MessageClass::Timeout
    } else {
        MessageClass::Other
    })
}

fn words(class: &MessageClass) -> Phrase {
    match class {
        MessageClass::Empty(Some(namespace)) => phrase!("an empty list (namespace {namespace})", "空列表（命名空间 {namespace}）", namespace = namespace),
        MessageClass::Empty(None) => phrase!("an empty list", "空列表"),
        MessageClass::Refused => phrase!("an error: the connection was refused", "错误：连接被拒绝"),
        MessageClass::Timeout => phrase!("an error: no answer from the server", "错误：服务器没有响应"),
        MessageClass::Certificate => phrase!("an error about a certificate", "证书错误"),
        MessageClass::Unauthorized => phrase!("an error: not logged in", "错误：未登录"),
        MessageClass::Forbidden => phrase!("an error: not allowed", "错误：没有权限"),
        MessageClass::NotFound => phrase!("an error: no such object", "错误：对象不存在"),
        MessageClass::Etcd => phrase!("an error of etcd, passed on by the API server", "API 服务器转达的 etcd 错误"),
        MessageClass::Other => phrase!("an error message of kubectl", "kubectl 的错误信息"),
    }
}
