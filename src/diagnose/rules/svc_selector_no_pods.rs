//! The selector of a Service matches no pod, though all pods of its namespace are shown with their labels.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{all, is_external_name, matches, pods_beside, scaled_to_zero, selector};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SvcSelectorNoPods = SvcSelectorNoPods;

pub(super) struct SvcSelectorNoPods;

static META: Meta = Meta {
    id: "svc-selector-no-pods",
    what: text!("A Service selects no pod.", "Service 的选择算符没有匹配到任何 Pod。"),
    needs: "kubectl get svc,pods -o yaml; kubectl get pods --show-labels",
};

impl Rule for SvcSelectorNoPods {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Service).filter_map(|service| finding(cluster, service)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            (effect.subject == cause.subject).then(|| phrase!("a Service that selects nothing has no endpoints", "选不到 Pod 的 Service 没有端点"))
        };
        &[Link { effect: "svc-no-endpoints", because: SAME }, Link { effect: "log-refused-joined", because: crate::diagnose::services::called }]
    }
}

fn finding(cluster: &Cluster, service: &Other) -> Option<Finding> {
    let namespace = service.id.namespace.as_deref();
    let (selector, span) = selector(service)?;
    let pods: Vec<&Pod> = pods_beside(cluster, service).collect();
    let listed = namespace.is_some() && cluster.scope.covering(&Kind::Pod, namespace).is_some();
    // Every pod's labels must be known, and none may be meant to be away.
    let known = !pods.is_empty() && pods.iter().all(|pod| !pod.labels.is_empty());
    let none = listed && known && !selector.is_empty() && !pods.iter().any(|pod| matches(pod, &selector));
    if !none || is_external_name(service) || scaled_to_zero(cluster, service) {
        return None;
    }
    let name = service.id.name.as_str();
    let wanted = selector.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(",");
    let mut evidence = Proof::new(span, phrase!("what it selects", "它的选择算符"));
    // The pod that comes nearest: the same key with another value, or named alike.
    let nearest = pods.iter().find_map(|pod| {
        let (key, _) = selector.iter().find(|(key, _)| pod.labels.contains_key(*key))?;
        let close = pod.id.name.starts_with(name) || selector.iter().any(|(key, value)| pod.labels.get(*key).is_some_and(|it| it == value));
        close.then(|| Some((*pod, format!("{key}={}", pod.labels.get(*key)?))))?
    });
    let why = match &nearest {
        Some((pod, label)) => {
            evidence = evidence.and(pod.sightings.last().copied().unwrap_or_default(), phrase!("the pod that comes nearest", "最接近的 Pod"));
            phrase!("It selects {wanted}. All pods of the namespace are shown, and none has these labels; {pod}, the nearest, has {label}.", "它选择 {wanted}。该命名空间的所有 Pod 都已列出，没有一个带有这些标签；最接近的 {pod} 带有 {label}。", wanted = wanted, pod = pod.id.name, label = label)
        }
        None => phrase!("It selects {wanted}. All pods of the namespace are shown, and none has these labels.", "它选择 {wanted}。该命名空间的所有 Pod 都已列出，没有一个带有这些标签。", wanted = wanted),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: service.id.clone(),
        also: nearest.iter().map(|(pod, _)| pod.id.clone()).collect(),
        title: phrase!("Service {name} selects no pod", "Service {name} 没有选中任何 Pod", name = name),
        why,
        fix: phrase!("Make the selector and the labels of the pod template agree. Whoever calls the Service gets \"connection refused\" until then.", "让选择算符与 Pod 模板的标签一致。在此之前，访问该 Service 会得到 \"connection refused\"。"),
        next: vec![
            kubectl(format!("kubectl get pods{} --show-labels", in_namespace(&service.id)), phrase!("the labels that the pods have", "Pod 实际的标签")),
            kubectl(format!("kubectl get svc{} {name} -o jsonpath='{{.spec.selector}}'", in_namespace(&service.id)), phrase!("what the Service selects", "Service 的选择算符")),
        ],
        evidence,
    })
}
