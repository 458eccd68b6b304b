//! A Certificate of cert-manager is not issued.

use crate::diagnose::ended::{joined, short};
use crate::diagnose::fields::condition;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{age, field};
use crate::model::cluster::{Cluster, Other};
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CertmanagerNotReady = CertmanagerNotReady;

pub(super) struct CertmanagerNotReady;

static META: Meta = Meta {
    id: "certmanager-not-ready",
    what: text!("A Certificate of cert-manager is not ready.", "cert-manager 的 Certificate 未就绪。"),
    needs: "kubectl get certificates -A",
};

/// A challenge may take some minutes.
const GRACE_SECS: i64 = 600;

impl Rule for CertmanagerNotReady {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let certificate = |it: &&Other| {
            let kind = it.id.kind.name().to_ascii_lowercase();
            matches!(kind.split('.').next(), Some("certificate" | "certificates" | "cert" | "certs"))
        };
        cluster.others.values().filter(certificate).filter_map(|it| finding(cluster, it)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link {
            effect: "ingress-tls-missing",
            because: |cluster, cause, effect| {
                let secret = secret(cluster.others.get(&cause.subject)?)?;
                let same = effect.also.iter().any(|id| id.name == secret && id.namespace == cause.subject.namespace);
                same.then(|| phrase!("cert-manager writes this Secret when the certificate is issued", "证书签发后，cert-manager 才会写入这个 Secret"))
            },
        }]
    }
}

/// The Secret that the certificate is for.
fn secret(it: &Other) -> Option<&str> {
    field(it, &["SECRET", "spec.secretName"]).map(|it| it.value.as_str())
}

fn finding(cluster: &Cluster, it: &Other) -> Option<Finding> {
    let secret = secret(it)?;
    let stated = condition(it, "Ready");
    let cell = it.fields.get("READY").map(|it| (it.value.as_str(), it.span));
    let (ready, span) = cell.or_else(|| stated.as_ref().map(|it| (it.status, it.span)))?;
    if ready != "False" || age(cluster, it).is_some_and(|it| it < GRACE_SECS) {
        return None;
    }
    let (name, of) = (it.id.name.as_str(), in_namespace(&it.id));
    let said = stated.map_or("", |it| it.message);
    let why = phrase!(
            "cert-manager did not get a certificate that is valid for what is asked; the Secret {secret} is missing, or holds an old one until that expires. Usual reasons: the ACME check does not reach the cluster (DNS entry, port 80, ingress class), the issuer is not ready, or the issuer's limit is reached.",
            "cert-manager 没有取得符合要求的有效证书；Secret {secret} 不存在，或仍是旧证书，直到过期。常见原因：ACME 校验无法访问集群（DNS 记录、80 端口、Ingress 类）、签发者未就绪，或达到签发次数上限。",
            secret = secret,
        );
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: it.id.clone(),
        also: Vec::new(),
        title: phrase!("Certificate {name} is not issued", "证书 {name} 没有签发", name = name),
        why: if said.is_empty() { why } else { joined(&why, &Phrase::same(short(said))) },
        fix: phrase!("Follow the chain Certificate → CertificateRequest → Order → Challenge: the last one that exists tells the reason.", "沿着 Certificate → CertificateRequest → Order → Challenge 查看：链上最后一个存在的对象会说明原因。"),
        next: vec![
            kubectl(format!("kubectl describe certificaterequests,orders,challenges{of}"), phrase!("where it stands, and the issuer's answer", "进行到哪一步，签发方如何应答")),
            kubectl("kubectl get clusterissuers,issuers -A", phrase!("whether the issuer is ready", "签发者是否就绪")),
        ],
        evidence: Proof::new(span, phrase!("not ready", "未就绪")),
    })
}
