//! What a Service sends to is scaled to zero.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{all, field, is_external_name, is_zero, matches, picks, pods_beside, selector, workloads_beside};
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SvcScaledToZero = SvcScaledToZero;

pub(super) struct SvcScaledToZero;

static META: Meta = Meta {
    id: "svc-scaled-to-zero",
    what: text!("A Service sends to a workload that is scaled to zero.", "Service 指向的工作负载被缩容到了 0。"),
    needs: "kubectl get svc,deploy,sts -o wide",
};

impl Rule for SvcScaledToZero {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Service).filter_map(|service| finding(cluster, service)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "log-refused-joined", because: crate::diagnose::services::called }]
    }
}

fn finding(cluster: &Cluster, service: &Other) -> Option<Finding> {
    let (pairs, span) = selector(service).filter(|(pairs, _)| !pairs.is_empty())?;
    let name = service.id.name.as_str();
    // Whose labels are not shown, by the name that a label has.
    let named = |it: &Other| pairs.iter().any(|(_, value)| *value == it.id.name);
    let told = |it: &Other| picks(&pairs, it);
    let zero = workloads_beside(cluster, service).find(|it| is_zero(it) && told(it).unwrap_or_else(|| named(it)))?;
    let workload = zero.id.name.as_str();
    // Something else may stand behind it: the other colour of blue and green, a canary, a pod made by hand.
    let alike = |other: &str| other.starts_with(name) || other.starts_with(workload);
    let other = workloads_beside(cluster, service).any(|it| !is_zero(it) && told(it).unwrap_or_else(|| alike(&it.id.name)));
    let pod = pods_beside(cluster, service).any(|pod| if pod.labels.is_empty() { alike(&workload_of(pod)) } else { matches(pod, &pairs) });
    let endpoints = all(cluster, Kind::Endpoints).find(|it| it.id.name == name && it.id.namespace == service.id.namespace);
    let shown = endpoints.and_then(|it| it.fields.get("ENDPOINTS")).or_else(|| service.fields.get("Endpoints"));
    let served = shown.is_some_and(|it| !matches!(it.value.as_str(), "" | "<none>"));
    // Knative stops revisions that nobody calls, and starts them again at the first call.
    let knative = workload.ends_with("-deployment") && name.ends_with("-private");
    if other || pod || served || knative || is_external_name(service) {
        return None;
    }
    let proof = field(zero, &["READY", "DESIRED", "Replicas", "spec.replicas"])?.span;
    let of = in_namespace(&service.id);
    let resource = zero.id.kind.name().to_ascii_lowercase();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: if told(zero) == Some(true) { Confidence::Likely } else { Confidence::Possible },
        subject: service.id.clone(),
        also: vec![zero.id.clone()],
        title: phrase!("Service {name} sends to {workload}, which is scaled to zero", "Service {name} 指向的 {workload} 已缩容到 0", name = name, workload = workload),
        why: phrase!(
            "{workload} wants 0 replicas, and nothing else that the text shows has the labels which the Service selects. Whoever calls it gets \"connection refused\". Nothing is broken if it was stopped on purpose; it does not start again by itself, and an HPA leaves a workload at 0 alone.",
            "{workload} 的期望副本数是 0，文本中没有其他工作负载带有该 Service 选择的标签，访问它会得到 \"connection refused\"。如果是有意停止的，则没有故障；它不会自行恢复，HPA 也不会处理副本数为 0 的工作负载。",
            workload = workload,
        ),
        fix: phrase!("If it should run: `kubectl scale {resource}{of} {workload} --replicas=1`. Find out first who stopped it.", "如果它应当运行：`kubectl scale {resource}{of} {workload} --replicas=1`。先确认是谁停止了它。", resource = resource, of = of, workload = workload),
        next: vec![
            kubectl(format!("kubectl describe {resource}{of} {workload}"), phrase!("when it was scaled down", "何时被缩容")),
            kubectl(format!("kubectl get {resource}{of} {workload} -o yaml --show-managed-fields"), phrase!("who set `replicas`", "是谁设置了 `replicas`")),
        ],
        evidence: Proof::new(proof, phrase!("wants 0 replicas", "期望副本数为 0")).and(span, phrase!("what the Service selects", "Service 的选择算符")),
    })
}
