//! A `HorizontalPodAutoscaler` is at its maximum while the metric is above its target.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::all;
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: HpaAtMax = HpaAtMax;

pub(super) struct HpaAtMax;

static META: Meta = Meta {
    id: "hpa-at-max",
    what: text!("An autoscaler has reached its maximum and wants more.", "HPA 已达最大副本数且仍需更多。"),
    needs: "kubectl get hpa",
};

impl Rule for HpaAtMax {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, &Kind::HorizontalPodAutoscaler).filter_map(finding).collect()
    }
}

fn finding(hpa: &Other) -> Option<Finding> {
    let field = |name: &str| hpa.fields.get(name);
    let (replicas, most) = (field("REPLICAS")?, field("MAXPODS")?);
    let targets = field("TARGETS")?;
    if replicas.value != most.value || replicas.value == "0" {
        return None;
    }
    // `cpu: 95%/70%, memory: 40%/80%`; without names before 1.29.
    let above = targets.value.split(", ").find(|it| {
        let part = |it: &str| crate::diagnose::quantity::milli(it.rsplit(' ').next().unwrap_or(it).trim_end_matches('%'));
        it.trim_end_matches(" (avg)").split_once('/').and_then(|(now, target)| Some(part(now)? > part(target)?)) == Some(true)
    })?;
    let name = hpa.id.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: hpa.id.clone(),
        also: Vec::new(),
        title: phrase!("Autoscaler (HPA) {name} is at its maximum of {most} and still above its target ({above})", "HPA {name} 已达最大值 {most}，指标仍高于目标（{above}）", name = name, most = most.value, above = above),
        why: phrase!("It would add replicas but may not: load beyond this point is met by slower answers or errors.", "它本应继续增加副本，但已不被允许：超出的负载只能表现为变慢或报错。"),
        fix: phrase!("Raise the maximum if the nodes have room, or find out why the load is higher than planned.", "如果节点还有余量就提高最大值，否则查明负载为何高于预期。"),
        next: vec![kubectl(format!("kubectl describe hpa{} {name}", in_namespace(&hpa.id)), phrase!("since when, and by how much", "从何时开始，超出多少"))],
        evidence: Proof::new(targets.span, phrase!("above the target at the maximum", "已达最大值且高于目标")),
    })
}
