//! A pod cannot be placed because its claim has no volume, or does not exist.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::pending::{Stuck, Verdict, Words, stuck};
use crate::diagnose::storage::{claims_of, waiting};
use crate::kind::Kind;
use crate::model::object_ref::ObjectRef;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcUnbound = PvcUnbound;

pub(super) struct PvcUnbound;

static META: Meta = Meta {
    id: "pvc-unbound",
    what: text!("A pod waits for a claim that has no volume.", "Pod 在等待尚未绑定卷的 PVC。"),
    needs: "kubectl describe pod …, kubectl get pvc",
};

impl Rule for PvcUnbound {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        stuck(cluster, Verdict::Claim).iter().map(|it| finding(cluster, it)).collect()
    }


    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn finding(cluster: &Cluster, stuck: &Stuck<'_>) -> Finding {
    let pod = stuck.pod;
    let claims = claims_of(cluster, pod);
    let quoted = stuck.refusal.words.split_once("persistentvolumeclaim \"").and_then(|(_, rest)| rest.split('"').next());
    // The claim in question: the one that the message names, the one that the text shows waiting, the only one.
    let shown = waiting(cluster).into_iter().map(|it| it.id).find(|id| id.namespace == pod.id.namespace && claims.contains(&id.name));
    let claim = quoted.map(str::to_owned).or_else(|| shown.map(|id| id.name)).or_else(|| claims.first().cloned());
    let absent = quoted.is_some() && stuck.refusal.words.contains("not found");
    let name = claim.clone().unwrap_or_default();
    let scope = in_namespace(&pod.id);
    let tail = match (&claim, absent) {
        (Some(claim), true) => phrase!("its claim {claim} (PVC) does not exist", "它的 PVC {claim} 不存在", claim = claim),
        (Some(claim), false) => phrase!("its claim {claim} (PVC) has no volume", "它的 PVC {claim} 还没有绑定卷", claim = claim),
        (None, _) => phrase!("its claim (PVC) has no volume", "它的 PVC 还没有绑定卷"),
    };
    let words = Words {
        tail,
        why: phrase!("The scheduler places no pod whose claim is not bound, unless the class binds at first use: nothing is wrong with the nodes.", "除非存储类在首次使用时才绑定，否则 PVC 未绑定的 Pod 不会被调度：节点本身没有问题。"),
        fix: if absent {
            phrase!("Create the claim, or correct its name in the pod.", "创建该 PVC，或更正 Pod 中的名称。")
        } else {
            phrase!("Find out why the claim waits: its events tell.", "查明该 PVC 为何在等待：它的事件会说明。")
        },
        next: vec![kubectl(format!("kubectl describe pvc{scope} {name}"), phrase!("why the claim waits", "PVC 为何在等待"))],
    };
    let mut finding = crate::diagnose::pending::finding(cluster, META.id, stuck, words);
    if let Some(name) = claim {
        let pod = std::mem::replace(&mut finding.subject, ObjectRef { kind: Kind::PersistentVolumeClaim, namespace: pod.id.namespace.clone(), name });
        finding.also.insert(0, pod);
    }
    finding
}
