//! A claim whose volume is gone, or a volume that could not be reclaimed.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{all, field, place, state};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcLost = PvcLost;

pub(super) struct PvcLost;

static META: Meta = Meta {
    id: "pvc-lost",
    what: text!("A claim has lost its volume.", "PVC 失去了它的卷。"),
    needs: "kubectl get pvc -A, kubectl get pv",
};

impl Rule for PvcLost {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let claims = all(cluster, &Kind::PersistentVolumeClaim).filter(|it| state(it) == "Lost");
        claims.chain(all(cluster, &Kind::PersistentVolume).filter(|it| state(it) == "Failed")).map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pvc-unbound", because: crate::diagnose::storage::same_claim }]
    }
}

fn finding(other: &Other) -> Finding {
    let name = other.id.name.as_str();
    let claim = other.id.kind == Kind::PersistentVolumeClaim;
    let volume = field(other, ["VOLUME", "Volume", "spec.volumeName"]).map_or("", |it| it.value.as_str());
    let (title, why, fix) = if claim {
        (
            phrase!("Claim {name} is Lost: its volume {volume} no longer exists", "PVC {name} 处于 Lost 状态：它的卷 {volume} 已不存在", name = name, volume = volume),
            phrase!("The PersistentVolume object was deleted while the claim was bound to it. The data may still be on the storage; a pod that uses the claim cannot start.", "PersistentVolume 对象在 PVC 仍绑定时被删除。数据可能还在存储端；使用该 PVC 的 Pod 无法启动。"),
            phrase!("If the disk still exists, create a PersistentVolume of the same name for it, with a claimRef to this claim; else restore a backup to a new claim.", "如果磁盘还在，就为它创建同名的 PersistentVolume 并用 claimRef 指向该 PVC；否则把备份恢复到新的 PVC。"),
        )
    } else {
        (
            phrase!("Volume {name} is Failed: it could not be reclaimed", "卷 {name} 处于 Failed 状态：回收失败", name = name),
            phrase!("Its claim is gone, and deleting or cleaning the disk behind it failed. It takes room and serves no one.", "它的 PVC 已删除，而删除或清理其后端磁盘失败。它占用空间，却不为任何人服务。"),
            phrase!("Read the volume's message, mend what it names, and delete the disk and the object if the data is not needed.", "查看该卷的消息并解决其中的问题；如果不再需要数据，再删除磁盘和对象。"),
        )
    };
    let command = if claim { format!("kubectl describe pvc{} {name}", in_namespace(&other.id)) } else { format!("kubectl describe pv {name}") };
    Finding {
        rule: META.id.to_owned(),
        severity: if claim { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: other.id.clone(),
        also: Vec::new(),
        title,
        why,
        fix,
        next: vec![kubectl(command, phrase!("its message and its events", "它的消息与事件"))],
        evidence: Proof::new(place(other), phrase!("its state", "它的状态")),
    }
}
