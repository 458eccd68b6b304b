//! A claim waits for a `StorageClass` that does not exist.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{all, class, complaint, place, waiting};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcPendingClassMissing = PvcPendingClassMissing;

pub(super) struct PvcPendingClassMissing;

static META: Meta = Meta {
    id: "pvc-pending-class-missing",
    what: text!("A claim names a StorageClass that does not exist.", "PVC 指定的 StorageClass 不存在。"),
    needs: "kubectl describe pvc …, kubectl get pvc,sc",
};

impl Rule for PvcPendingClassMissing {
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
    let class = class(claim)?;
    let name = claim.id.name.as_str();
    let said = complaint(cluster, claim).filter(|it| it.message.contains("storageclass") && it.message.contains("not found"));
    let proof = match said {
        Some(event) => Proof::new(event.span, phrase!("the class is not found", "找不到该存储类")).and(place(claim), phrase!("the claim waits", "申领处于等待状态")),
        None => {
            // A volume made by hand may carry the name of a class that has no object.
            let list = cluster.scope.covering(&Kind::StorageClass, None)?;
            let made = |kind| all(cluster, kind).any(|it| it.id.name == class || crate::diagnose::storage::class(it) == Some(class));
            if made(&Kind::StorageClass) || made(&Kind::PersistentVolume) {
                return None;
            }
            Proof::new(place(claim), phrase!("it names the class {class}", "它指定了存储类 {class}", class = class)).and(list.span, phrase!("the list has no such class", "列表中没有这个存储类"))
        }
    };
    let near: Vec<&str> = all(cluster, &Kind::StorageClass).map(|it| it.id.name.as_str()).collect();
    let why = if near.is_empty() {
        phrase!("A claim with a class is served by that class alone. Nothing creates a volume for it until the class exists.", "指定了存储类的 PVC 只由该类供给。在它存在之前，不会有任何东西为这个 PVC 创建卷。")
    } else {
        phrase!(
            "A claim with a class is served by that class alone, and there is none called {class}. There are: {near}.",
            "指定了存储类的 PVC 只由该类供给，而集群里没有名为 {class} 的存储类。现有：{near}。",
            class = class, near = crate::diagnose::look::names(near.into_iter())
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if said.is_some() { Confidence::Certain } else { Confidence::Likely },
        subject: claim.id.clone(),
        also: Vec::new(),
        title: phrase!("Claim {name} waits for StorageClass {class}, which does not exist", "PVC {name} 等待的 StorageClass {class} 不存在", name = name, class = class),
        why,
        fix: phrase!("Create the class, or make the claim anew with one that exists: the class of a claim cannot be changed.", "创建该存储类，或用现有的存储类重建 PVC：PVC 的存储类不能修改。"),
        next: vec![
            kubectl("kubectl get storageclass", phrase!("the classes there are", "现有的存储类")),
            kubectl(format!("kubectl describe pvc{} {name}", in_namespace(&claim.id)), phrase!("its class and its events", "它的存储类与事件")),
        ],
        evidence: proof,
    })
}
