//! Volumes are Released: their claims are gone, their data is kept.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::storage::{all, place, state};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvReleasedRetain = PvReleasedRetain;

pub(super) struct PvReleasedRetain;

static META: Meta = Meta {
    id: "pv-released-retain",
    what: text!("Volumes are kept after their claims were deleted.", "PVC 已删除而卷被保留。"),
    needs: "kubectl get pv",
};

impl Rule for PvReleasedRetain {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let kept: Vec<&Other> = all(cluster, &Kind::PersistentVolume).filter(|it| state(it) == "Released").collect();
        finding(&kept).into_iter().collect()
    }
}

fn finding(kept: &[&Other]) -> Option<Finding> {
    let (first, rest) = kept.split_first()?;
    let note = || phrase!("the claim is gone, the volume is kept", "PVC 已不在，卷被保留");
    let evidence = rest.iter().take(4).fold(Proof::new(place(first), note()), |proof, it| proof.and(place(it), note()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: first.id.clone(),
        also: rest.iter().map(|it| it.id.clone()).collect(),
        title: phrase!("{n} volumes are kept without a claim: {which}", "有 {n} 个卷没有 PVC 但被保留：{which}", n = kept.len(), which = names(kept.iter().map(|it| it.id.name.as_str()))),
        why: phrase!("With the reclaim policy Retain a volume and its data outlive the claim. That is protection, not a fault; but no new claim is bound to a Released volume.", "回收策略为 Retain 时，卷及其数据在 PVC 删除后仍会保留。这是保护，不是故障；但 Released 的卷不会绑定给新的 PVC。"),
        fix: phrase!("To use the data again, remove the volume's `spec.claimRef` and bind a new claim to it by name. Delete the volume and its disk only when the data is not needed.", "要重新使用数据，先去掉该卷的 `spec.claimRef`，再让新的 PVC 按名称绑定它。只有确认不再需要数据时，才删除卷和磁盘。"),
        next: vec![kubectl(format!("kubectl describe pv {}", first.id.name), phrase!("which claim it belonged to, and where its data lies", "它原属哪个 PVC，数据存放在哪里"))],
        evidence,
    })
}
