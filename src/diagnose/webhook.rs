//! Calls of admission webhooks that failed, from whatever text tells of them.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard::is_past;
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::Meta;
use crate::diagnose::services;
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// An event older than this tells of the past.
const PAST_SECS: i64 = 3600;

/// Why a call failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing answers for the Service.
    Backend,
    /// The answer comes too late.
    Slow,
    /// Its certificate is not trusted.
    Certificate,
}

/// One webhook that fails.
pub struct Failing<'a> {
    /// The webhook's name.
    pub name: &'a str,
    /// The Service that it is behind, where the text tells.
    pub service: Option<ObjectRef>,
    /// Where it was said, at most a few times.
    pub spans: Vec<Span>,
    /// Whether the API server goes on without its answer.
    pub ignored: bool,
}

/// The kind of failure in an error text; the certificate first, for its text may name a timeout in a URL.
pub fn failure(error: &str) -> Option<Failure> {
    let any = |words: &[&str]| words.iter().any(|it| error.contains(it));
    if any(&["x509", "tls: "]) {
        Some(Failure::Certificate)
    } else if any(&[
        "connection refused",
        "no endpoints available",
        "no route to host",
        "no such host",
        "not found",
        "EOF",
        "connection reset",
    ]) {
        Some(Failure::Backend)
    } else if any(&["deadline exceeded", "imeout exceeded", "i/o timeout", "request canceled", "handshake timeout"]) {
        Some(Failure::Slow)
    } else {
        None
    }
}

/// The webhooks that fail in one way.
pub fn failing(cluster: &Cluster, wanted: Failure) -> Vec<Failing<'_>> {
    let said = cluster.messages.iter().map(|it| (it.text.as_str(), it.span));
    let recent = cluster.events.iter().chain(cluster.pods.values().flat_map(|it| &it.events));
    let recent = recent.filter(|it| it.age_secs.is_none_or(|age| age <= PAST_SECS)).map(|it| (it.message.as_str(), it.span));
    let logs = cluster
        .logs
        .iter()
        .filter(|it| it.signature.starts_with("webhook-") && !is_past(cluster, it))
        .map(|it| (it.message.as_str(), it.last_span));
    let mut res: Map<&str, Failing<'_>> = Map::new();
    for (text, span) in said.chain(recent).chain(logs) {
        let Some((_, rest)) = text.split_once("ailed calling webhook") else { continue };
        let rest = rest.trim_start_matches([' ', ',', ':']);
        let ignored = rest.contains("failing open") || text.contains("failing open");
        let mut quoted = rest.split(['"', '\\']).filter(|it| it.contains('.') && !it.contains([' ', '/']));
        let Some(name) = quoted.next().or_else(|| rest.strip_prefix("failing open ")?.split(':').next()) else { continue };
        if failure(rest) != Some(wanted) {
            continue;
        }
        let slot = res.slot(name, || Failing { name, service: None, spans: Vec::new(), ignored });
        slot.service = slot.service.take().or_else(|| service(rest));
        slot.ignored &= ignored;
        if slot.spans.len() < 3 {
            slot.spans.push(span);
        }
    }
    res.into_values().collect()
}

/// `https://kyverno-svc.kyverno.svc:443/…` → the Service.
fn service(error: &str) -> Option<ObjectRef> {
    let (_, rest) = error.split_once("https://")?;
    let host = rest.split([':', '/', '?']).next()?;
    let mut parts = host.split('.');
    let (name, namespace) = (parts.next()?, parts.next()?);
    (parts.next() == Some("svc")).then(|| ObjectRef::namespaced(Kind::Service, namespace, name))
}

/// The configuration object that names the webhook, where the text shows it.
pub fn configuration<'a>(cluster: &'a Cluster, webhook: &str) -> Option<&'a ObjectRef> {
    let kinds = [Kind::ValidatingWebhookConfiguration, Kind::MutatingWebhookConfiguration];
    let mut all = cluster.others.values().filter(|it| kinds.contains(&it.id.kind));
    all.find(|it| it.fields.iter().any(|(path, value)| path.starts_with("webhooks.") && value.value == webhook)).map(|it| &it.id)
}

/// A finding about one of them.
pub fn finding(cluster: &Cluster, meta: &Meta, it: &Failing<'_>, title: Phrase, why: &Phrase, fix: Phrase) -> Option<Finding> {
    let (first, rest) = it.spans.split_first()?;
    let mut evidence = Proof::new(*first, phrase!("the call that failed", "失败的调用"));
    for span in rest {
        evidence = evidence.and(*span, phrase!("again", "再次失败"));
    }
    let policy = if it.ignored {
        phrase!(
            "Its failurePolicy is Ignore: requests go on without its answer, slower and unchecked.",
            "其 failurePolicy 为 Ignore：请求会跳过它继续执行，只是变慢且未经检查。"
        )
    } else {
        phrase!(
            "Its failurePolicy is Fail: every request that matches its rules is refused until it answers, new pods of Deployments included.",
            "其 failurePolicy 为 Fail：在它恢复应答之前，凡匹配其规则的请求都会被拒绝，包括 Deployment 新建的 Pod。",
        )
    };
    let mut next = Vec::new();
    if let Some(service) = &it.service {
        let namespace = service.namespace.as_deref().unwrap_or_default();
        next.push(kubectl(
            format!("kubectl get pods,endpointslices -n {namespace} -o wide"),
            phrase!("are there ready pods behind {service}?", "{service} 后面有就绪的 Pod 吗？", service = service.name),
        ));
    }
    next.push(kubectl(
        "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o yaml",
        phrase!("its rules, namespaceSelector, failurePolicy and timeout", "它的规则、namespaceSelector、failurePolicy 与超时"),
    ));
    let configuration = configuration(cluster, it.name).cloned();
    let subject = it.service.clone().or_else(|| configuration.clone()).unwrap_or_else(ObjectRef::cluster);
    Some(Finding {
        rule: meta.id.to_owned(),
        severity: if it.ignored { Severity::Warning } else { Severity::Critical },
        confidence: Confidence::Certain,
        also: configuration.into_iter().filter(|it| *it != subject).collect(),
        subject,
        title,
        why: Phrase { en: format!("{} {}", why.en, policy.en), zh: format!("{}{}", why.zh, policy.zh) },
        fix,
        next,
        evidence,
    })
}

/// What a Service selects by, where the text shows it.
pub fn selector_of<'a>(cluster: &'a Cluster, service: &ObjectRef) -> Option<Vec<(&'a str, &'a str)>> {
    let (pairs, _) = services::selector(cluster.others.get(service)?)?;
    Some(pairs).filter(|pairs| !pairs.is_empty())
}

/// Whether a pod stands behind a Service: by the selector and its labels, else, likely, by namespace and the first part of its name.
pub fn stands_behind(cluster: &Cluster, pod: &Pod, service: &ObjectRef) -> bool {
    let beside = pod.id.namespace.is_some() && pod.id.namespace == service.namespace;
    let first = |name: &str| name.split('-').next().unwrap_or_default().to_owned();
    beside
        && match selector_of(cluster, service) {
            Some(selector) if !pod.labels.is_empty() => services::matches(pod, &selector),
            _ => first(&workload_of(pod)) == first(&service.name),
        }
}

/// Whether some pod of a finding stands behind a Service.
pub fn serves(cluster: &Cluster, pods: &Finding, service: &ObjectRef) -> bool {
    let mut shown = pods.objects().filter_map(|id| cluster.pods.get(id));
    shown.any(|pod| stands_behind(cluster, pod, service))
}
