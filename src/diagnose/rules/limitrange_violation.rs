//! A `LimitRange` refuses pods whose requests or limits lie outside its bounds.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::refused::{Refused, between, refused};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LimitrangeViolation = LimitrangeViolation;

pub(super) struct LimitrangeViolation;

static META: Meta = Meta {
    id: "limitrange-violation",
    what: text!("A LimitRange refuses the pods of a workload.", "LimitRange 拒绝工作负载的 Pod。"),
    needs: "kubectl get events, kubectl describe rs …",
};

impl Rule for LimitrangeViolation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        refused(cluster, &[" usage per ", "limit to request ratio per"]).iter().filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::rollout }]
    }
}

fn finding(refused: &Refused<'_>) -> Option<Finding> {
    // `pods "x" is forbidden: [maximum memory usage per Container is 1Gi, but limit is 2Gi, …]`
    let bound = between(&refused.event.message, " is forbidden: ", "\n")?.trim_matches(['[', ']']);
    let name = refused.workload.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: refused.workload.clone(),
        also: Vec::new(),
        title: phrase!("{name} gets no pods: outside the namespace's LimitRange", "{name} 无法创建 Pod：超出命名空间 LimitRange 的范围", name = name),
        why: phrase!("The API server refuses each pod: {bound}.", "API 服务器拒绝每个 Pod：{bound}。", bound = bound),
        fix: phrase!("Bring requests and limits of the workload within the bounds, or change the LimitRange.", "把工作负载的请求与限制调整到范围之内，或修改 LimitRange。"),
        next: vec![kubectl(format!("kubectl describe limitrange{}", in_namespace(&refused.workload)), phrase!("the bounds of the namespace", "命名空间的上下限"))],
        evidence: Proof::new(refused.event.span, phrase!("the refusal", "拒绝的消息")),
    })
}
