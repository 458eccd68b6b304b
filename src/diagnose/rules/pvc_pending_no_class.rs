//! A claim without a `StorageClass` waits for a volume made by hand, and there is none.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{all, class, complaint, field, place, state, waiting};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcPendingNoClass = PvcPendingNoClass;

pub(super) struct PvcPendingNoClass;

static META: Meta = Meta {
    id: "pvc-pending-no-class",
    what: text!("A claim without a class finds no volume.", "未指定存储类的 PVC 找不到可用的卷。"),
    needs: "kubectl describe pvc …, kubectl get pvc,pv",
};

impl Rule for PvcPendingNoClass {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        waiting(cluster).iter().filter_map(|claim| finding(cluster, claim)).collect()
    }


    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pvc-unbound", because: crate::diagnose::storage::same_claim }]
    }
}

fn finding(cluster: &Cluster, claim: &Other) -> Option<Finding> {
    let name = claim.id.name.as_str();
    let said = complaint(cluster, claim);
    let proof = match said {
        Some(event) if event.message.contains("no storage class is set") => {
            Proof::new(event.span, phrase!("no volume for it, and no class that would make one", "没有可用的卷，也没有能创建卷的存储类")).and(place(claim), phrase!("the claim waits", "申领处于等待状态"))
        }
        Some(_) => return None,
        // Without an event: the table says that it has no class, and the volumes are all in use.
        None => {
            let list = cluster.scope.covering(&Kind::PersistentVolume, None)?;
            let columns = claim.fields.contains_key("STATUS") && class(claim).is_none() && field(claim, ["VOLUME", "Volume", "spec.volumeName"]).is_none();
            let free = all(cluster, &Kind::PersistentVolume).any(|it| state(it) == "Available");
            if !columns || free {
                return None;
            }
            Proof::new(place(claim), phrase!("it waits and shows no class", "它在等待，且未显示存储类")).and(list.span, phrase!("no volume in the list is Available", "列表中没有 Available 的卷"))
        }
    };
    let default = all(cluster, &Kind::StorageClass).find(|it| it.fields.contains_key("DEFAULT"));
    let why = match default {
        Some(class) => phrase!(
            "It has no class, so only a volume made by hand can serve it, and none fits. A default class exists ({class}), but it was not given to this claim: it says `storageClassName: \"\"`, or is older than the default.",
            "它没有存储类，只能由手工创建的卷满足，而没有合适的卷。集群有默认存储类（{class}），但没有用于该 PVC：它写了 `storageClassName: \"\"`，或创建得比默认类更早。",
            class = class.id.name
        ),
        None => phrase!(
            "It has no class, so nothing creates a volume for it: only an Available PersistentVolume of the right size and access mode can serve it, and there is none.",
            "它没有存储类，因此不会有任何东西为它创建卷：只有大小和访问模式都合适的 Available 状态的 PersistentVolume 才能满足它，而现在没有。",
        ),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if said.is_some() { Confidence::Certain } else { Confidence::Likely },
        subject: claim.id.clone(),
        also: Vec::new(),
        title: phrase!("Claim {name} has no StorageClass, and no volume is free for it", "PVC {name} 没有 StorageClass，也没有可用的卷", name = name),
        why,
        fix: phrase!("Make the claim anew with a class that exists, or create a PersistentVolume that fits it.", "用现有的存储类重建该 PVC，或创建一个符合要求的 PersistentVolume。"),
        next: vec![
            kubectl("kubectl get pv,storageclass", phrase!("free volumes, and which class is the default", "空闲的卷，以及哪个存储类是默认")),
            kubectl(format!("kubectl get pvc{} {name} -o yaml", in_namespace(&claim.id)), phrase!("its size, access modes and `storageClassName`", "它的大小、访问模式与 `storageClassName`")),
        ],
        evidence: proof,
    })
}
