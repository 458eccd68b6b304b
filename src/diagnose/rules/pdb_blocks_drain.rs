//! A `PodDisruptionBudget` allows no disruption, so a drain cannot finish.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{all, field};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PdbBlocksDrain = PdbBlocksDrain;

pub(super) struct PdbBlocksDrain;

static META: Meta = Meta {
    id: "pdb-blocks-drain",
    what: text!("A disruption budget allows no eviction.", "干扰预算不允许驱逐任何 Pod。"),
    needs: "kubectl get pdb -A",
};

impl Rule for PdbBlocksDrain {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, &Kind::PodDisruptionBudget).filter_map(|pdb| finding(cluster, pdb)).collect()
    }
}

fn finding(cluster: &Cluster, pdb: &Other) -> Option<Finding> {
    let allowed = field(pdb, ["ALLOWED DISRUPTIONS", "Status.Allowed disruptions", "status.disruptionsAllowed"]).or_else(|| pdb.fields.get("ALLOWED-DISRUPTIONS"))?;
    if allowed.value != "0" {
        return None;
    }
    let (current, desired, total) = crate::diagnose::pdb::counts(pdb);
    if total == Some(0) {
        return None;
    }
    let name = pdb.id.name.as_str();
    let namespace = pdb.id.namespace.as_deref();
    // A drain that fails on it, or a node that someone is about to empty.
    let of = namespace.map(|it| format!("-n \"{it}\""));
    let drain = cluster.messages.iter().find(|it| it.text.contains("evicting pod") && of.as_ref().is_none_or(|of| it.text.contains(of.as_str())));
    let cordoned = cluster.nodes.values().find(|node| node.status.as_ref().is_some_and(|it| it.value.contains("SchedulingDisabled")));
    let mut evidence = Proof::new(allowed.span, phrase!("no disruption is allowed", "不允许任何干扰"));
    if let Some(said) = drain {
        evidence = evidence.and(said.span, phrase!("the drain fails", "驱逐失败"));
    }
    if let Some(status) = cordoned.and_then(|node| node.status.as_ref()) {
        evidence = evidence.and(status.span, phrase!("a node is being emptied, or was left cordoned", "有节点正在腾空，或被遗留在禁止调度状态"));
    }
    let why = match (current.zip(desired), total) {
        (Some((current, desired)), _) if current < desired => phrase!(
            "{current} of its pods are healthy and {desired} must be: until the others are well again, no pod of it may be evicted.",
            "它有 {current} 个健康的 Pod，而要求至少 {desired} 个：其余 Pod 恢复之前，不允许驱逐它的任何 Pod。",
            current = current, desired = desired
        ),
        (Some((_, desired)), Some(total)) if desired >= total => phrase!(
            "It demands that {desired} of its {total} pods be healthy, so not one may ever be evicted: `kubectl drain` and node upgrades wait for ever on its node.",
            "它要求 {total} 个 Pod 中保持 {desired} 个健康，因此永远不允许驱逐：`kubectl drain` 和节点升级会在其所在节点上一直等待。",
            desired = desired, total = total
        ),
        _ => phrase!(
            "While it allows none, `kubectl drain` and node upgrades wait on the nodes of its pods. Either the budget demands as many pods as there are replicas, or some of them are not healthy now.",
            "只要它不允许干扰，`kubectl drain` 和节点升级就会停在其 Pod 所在的节点上。要么预算要求的数量等于副本数，要么现在有 Pod 不健康。",
        ),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if drain.is_some() || cordoned.is_some() { Severity::Warning } else { Severity::Info },
        confidence: if drain.is_some() || cordoned.is_none() { Confidence::Certain } else { Confidence::Likely },
        subject: pdb.id.clone(),
        also: Vec::new(),
        title: phrase!("Disruption budget (PDB) {name} allows no eviction: a drain of its nodes cannot finish", "干扰预算（PDB）{name} 不允许驱逐：其节点无法完成 drain", name = name),
        why,
        fix: phrase!("Run one replica more than the budget demands, or loosen the budget for the time of the maintenance.", "让副本数比预算要求多一个，或在维护期间放宽预算。"),
        next: vec![
            kubectl(format!("kubectl describe pdb{} {name}", in_namespace(&pdb.id)), phrase!("current, desired and total, and its selector", "当前、期望与总数，以及选择器")),
            kubectl("kubectl get nodes", phrase!("which nodes are cordoned", "哪些节点被禁止调度")),
        ],
        evidence,
    })
}
