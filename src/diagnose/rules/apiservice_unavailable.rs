//! An aggregated API is not available.

use crate::diagnose::fields::condition;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::span::Span;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserviceUnavailable = ApiserviceUnavailable;

pub(super) struct ApiserviceUnavailable;

static META: Meta = Meta {
    id: "apiservice-unavailable",
    what: text!("An aggregated API is not available.", "聚合 API 不可用。"),
    needs: "kubectl get apiservices",
};

impl Rule for ApiserviceUnavailable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        cluster.others.values().filter(|it| it.id.kind == Kind::APIService).filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const METRICS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, _| {
            let metrics = cause.subject.name.ends_with(".metrics.k8s.io") && !cause.subject.name.contains(".custom.") && !cause.subject.name.contains(".external.");
            metrics.then(|| phrase!("`kubectl top` and HPAs ask this API", "`kubectl top` 和 HPA 都访问这个 API"))
        };
        const LEFT: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |cluster, _, effect| {
            let stated = condition(cluster.others.get(&effect.subject)?, "NamespaceDeletionDiscoveryFailure").filter(|it| it.status == "True");
            stated.map(|_| phrase!("what is left of this API in the namespace cannot be listed", "无法列出命名空间中属于该 API 的残留对象"))
        };
        &[Link { effect: "metrics-api-missing-cascade", because: METRICS }, Link { effect: "namespace-terminating-stuck", because: LEFT },
            Link { effect: "hpa-unknown-metric", because: crate::diagnose::metrics::unread }]
    }
}

/// The reason why it is not available, and where that stands; nothing if it is, or the text does not tell.
fn reason(it: &Other) -> Option<(&str, &str, Span)> {
    if let Some(cell) = it.fields.get("AVAILABLE") {
        let reason = cell.value.strip_prefix("False")?.trim_matches([' ', '(', ')']);
        return Some((reason, "", cell.span));
    }
    let field = |path: &str, name: &str| it.fields.get(&format!("{path}.{name}"));
    (0..4).map(|at| format!("status.conditions.{at}")).find_map(|path| {
        let is = |name: &str, value: &str| field(&path, name).is_some_and(|it| it.value == value);
        let reason = field(&path, "reason")?;
        let message = field(&path, "message").map_or("", |it| it.value.as_str());
        (is("type", "Available") && is("status", "False")).then_some((reason.value.as_str(), message, reason.span))
    })
}

/// Namespace and name of the Service behind it.
fn service(it: &Other) -> Option<(&str, &str)> {
    if let Some(cell) = it.fields.get("SERVICE") {
        return cell.value.split_once('/');
    }
    Some((it.fields.get("spec.service.namespace")?.value.as_str(), it.fields.get("spec.service.name")?.value.as_str()))
}

fn finding(it: &Other) -> Option<Finding> {
    let (reason, message, span) = reason(it)?;
    let (namespace, service) = service(it)?;
    let name = it.id.name.as_str();
    let cause = match reason {
        "MissingEndpoints" | "EndpointsNotFound" => phrase!("No ready pod stands behind Service {service}.", "Service {service} 后面没有就绪的 Pod。", service = service),
        "ServiceNotFound" => phrase!("Service {service} does not exist: what registered this API was removed without it.", "Service {service} 不存在：注册该 API 的组件被删除了，APIService 却留了下来。", service = service),
        "FailedDiscoveryCheck" => phrase!("Its pods are there, but the API server does not get a good answer from them: the way from the control-plane node to the pod network (a firewall, the pod's port, hostNetwork), or the program itself.", "它的 Pod 存在，但 API 服务器得不到正常应答：可能是控制平面节点到 Pod 网络不通（防火墙、Pod 端口、hostNetwork），也可能是程序本身的问题。"),
        _ => phrase!("The API server gives as the reason: {reason}.", "API 服务器给出的原因：{reason}。", reason = reason),
    };
    let effect = phrase!(
        "Everything of this group fails with 503; besides, namespaces cannot be deleted to the end while it lasts, for their contents cannot be listed.",
        "该组的所有请求都会返回 503；在此期间命名空间也无法彻底删除，因为无法列出其中的内容。",
    );
    let mut evidence = Proof::new(span, phrase!("not available: {reason}", "不可用：{reason}", reason = reason));
    if let Some(text) = it.fields.values().find(|it| !message.is_empty() && it.value == message) {
        evidence = evidence.and(text.span, phrase!("what the API server says", "API 服务器的说明"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: it.id.clone(),
        also: vec![crate::model::object_ref::ObjectRef::namespaced(Kind::Service, namespace, service)],
        title: phrase!("API {name} is not available: {reason}", "API {name} 不可用：{reason}", name = name, reason = reason),
        why: Phrase { en: format!("{} {}", cause.en, effect.en), zh: cause.zh + &effect.zh },
        fix: if reason == "ServiceNotFound" {
            phrase!("If nothing needs this API any more, delete the APIService; else install its server again.", "如果不再需要该 API，删除这个 APIService；否则重新安装其服务端。")
        } else {
            phrase!("Bring the pods behind {service} back, or open the way to them; do not delete the APIService of something that is still in use.", "恢复 {service} 后面的 Pod，或打通到它们的网络；仍在使用的 APIService 不要删除。", service = service)
        },
        next: vec![
            kubectl(format!("kubectl get pods,svc,endpointslices -n {namespace} -o wide"), phrase!("are there ready pods behind {service}?", "{service} 后面有就绪的 Pod 吗？", service = service)),
            kubectl(format!("kubectl describe apiservice {name}"), phrase!("the message of the API server", "API 服务器的说明")),
        ],
        evidence,
    })
}
