//! An Ingress names a Secret for TLS that does not exist.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::all;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: IngressTlsMissing = IngressTlsMissing;

pub(super) struct IngressTlsMissing;

static META: Meta = Meta {
    id: "ingress-tls-missing",
    what: text!("An Ingress names a TLS Secret that does not exist.", "Ingress 引用的 TLS Secret 不存在。"),
    needs: "kubectl get ingress,secrets -o yaml; kubectl describe ingress …",
};

impl Rule for IngressTlsMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Ingress).filter_map(|ingress| finding(cluster, ingress)).collect()
    }
}

/// The Secrets that it names: in an object by path, in a description as `web-tls terminates shop.example.com`.
fn secrets(ingress: &Other) -> impl Iterator<Item = (&str, Span)> {
    ingress.fields.iter().flat_map(|(path, seen)| {
        let own = path.starts_with("spec.tls.") && path.ends_with(".secretName");
        let described = seen.value.lines().filter(move |_| path == "TLS" || path.starts_with("TLS."));
        let described = described.filter_map(|line| Some(line.split_once(" terminates")?.0.trim())).filter(|it| !it.contains(' '));
        own.then_some(seen.value.as_str()).into_iter().chain(described).map(|it| (it, seen.span))
    })
}

fn finding(cluster: &Cluster, ingress: &Other) -> Option<Finding> {
    let namespace = ingress.id.namespace.as_deref()?;
    let list = cluster.scope.covering(&Kind::Secret, Some(namespace))?;
    let absent = |name: &str| !name.is_empty() && !cluster.others.contains_key(&ObjectRef::namespaced(Kind::Secret, namespace, name));
    let (secret, span) = secrets(ingress).find(|(name, _)| absent(name))?;
    let name = ingress.id.name.as_str();
    let issued = ingress.fields.iter().any(|(path, seen)| path.contains("cert-manager.io/") || seen.value.contains("cert-manager.io/"));
    let of = in_namespace(&ingress.id);
    let mut next = vec![kubectl(format!("kubectl get secrets{of}"), phrase!("the Secrets that there are", "现有的 Secret"))];
    if issued {
        next.insert(0, kubectl(format!("kubectl get certificates,certificaterequests,challenges{of}"), phrase!("how far cert-manager got", "cert-manager 进行到哪一步")));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ingress.id.clone(),
        also: vec![ObjectRef::namespaced(Kind::Secret, namespace, secret)],
        title: phrase!("Ingress {name} wants the TLS Secret {secret}, which does not exist", "Ingress {name} 需要的 TLS Secret {secret} 不存在", name = name, secret = secret),
        why: if issued {
            phrase!("cert-manager should make this Secret and has not done so: the certificate is not issued yet, or its check fails. Until then most controllers serve a certificate of their own, and browsers warn.", "这个 Secret 应由 cert-manager 创建，但还没有：证书尚未签发，或校验失败。在此之前，多数控制器会使用自带的证书，浏览器会告警。")
        } else {
            phrase!("The list of Secrets of its namespace is in the text and does not hold it; an Ingress reads Secrets of its own namespace only. Most controllers then serve a certificate of their own, and browsers warn.", "文本中有该命名空间的 Secret 列表，其中没有它；Ingress 只读取同一命名空间的 Secret。多数控制器此时会使用自带的证书，浏览器会告警。")
        },
        fix: if issued {
            phrase!("Let the Certificate and its challenge tell why it is not issued.", "查看 Certificate 及其 challenge，找出未签发的原因。")
        } else {
            phrase!("Correct the name in the Ingress, or create the Secret there: `kubectl create secret tls {secret}{of} --cert=… --key=…`.", "修正 Ingress 中的名称，或在该命名空间创建它：`kubectl create secret tls {secret}{of} --cert=… --key=…`。", secret = secret, of = of)
        },
        next,
        evidence: Proof::new(span, phrase!("the Secret that it names", "它引用的 Secret")).and(list.span, phrase!("the list has no such Secret", "列表中没有这个 Secret")),
    })
}
