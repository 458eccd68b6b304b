//! An Ingress sends to a Service that does not exist.

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
pub(super) const RULE: IngressBackendMissing = IngressBackendMissing;

pub(super) struct IngressBackendMissing;

static META: Meta = Meta {
    id: "ingress-backend-missing",
    what: text!("An Ingress names a Service that does not exist.", "Ingress 引用了不存在的 Service。"),
    needs: "kubectl describe ingress …",
};

impl Rule for IngressBackendMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Ingress).filter_map(|ingress| finding(ingress, missing(cluster, ingress)?)).collect()
    }
}

/// The name of a Service that it lacks, and where that is shown: kubectl says so in a description; of an object the list of Services tells.
fn missing<'a>(cluster: &Cluster, ingress: &'a Other) -> Option<(&'a str, Span)> {
    for seen in ingress.fields.values() {
        let quoted = ["<error: services \"", "<error: endpoints \""].iter().find_map(|begin| seen.value.split_once(begin));
        if let Some((name, rest)) = quoted.and_then(|(_, rest)| rest.split_once('"'))
            && rest.starts_with(" not found")
        {
            return Some((name, seen.span));
        }
    }
    let namespace = ingress.id.namespace.as_deref()?;
    cluster.scope.covering(&Kind::Service, Some(namespace))?;
    let named = |path: &str| path.ends_with(".backend.service.name") || path.ends_with(".backend.serviceName") || path == "spec.defaultBackend.service.name";
    let absent = |name: &str| !cluster.others.contains_key(&ObjectRef::namespaced(Kind::Service, namespace, name));
    ingress.fields.iter().find(|(path, seen)| named(path) && absent(&seen.value)).map(|(_, seen)| (seen.value.as_str(), seen.span))
}

fn finding(ingress: &Other, (service, span): (&str, Span)) -> Option<Finding> {
    let name = ingress.id.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ingress.id.clone(),
        also: Vec::new(),
        title: phrase!("Ingress {name} sends to Service {service}, which does not exist", "Ingress {name} 指向不存在的 Service {service}", name = name, service = service),
        why: phrase!("The controller has nowhere to send these requests and answers 503 or 404. An Ingress reaches Services of its own namespace only.", "控制器没有可转发的目标，会返回 503 或 404。Ingress 只能指向同一命名空间中的 Service。"),
        fix: phrase!("Correct the name in the Ingress, or create {service} in the same namespace.", "修正 Ingress 中的名称，或在同一命名空间创建 {service}。", service = service),
        next: vec![kubectl(format!("kubectl get svc{}", in_namespace(&ingress.id)), phrase!("the Services that there are", "现有的 Service"))],
        evidence: Proof::new(span, phrase!("the Service that it names", "它引用的 Service")),
    })
}
