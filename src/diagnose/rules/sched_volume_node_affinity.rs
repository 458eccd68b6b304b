//! A pod's volume is bound to a node or zone, and the pod gets no place there.

use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedVolumeNodeAffinity = SchedVolumeNodeAffinity;

pub(super) struct SchedVolumeNodeAffinity;

static META: Meta = Meta {
    id: "sched-volume-node-affinity",
    what: text!("A volume can only be used on nodes that do not take the pod.", "卷只能在某些节点使用，而这些节点不接受该 Pod。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedVolumeNodeAffinity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Volume, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(_: &Cluster, stuck: &Stuck<'_>) -> Words {
    let sum = arithmetic(&stuck.refusal);
    let count = stuck.refusal.words.contains("max volume count");
    let next = vec![
        kubectl(format!("kubectl get pvc{}", in_namespace(&stuck.pod.id)), phrase!("which volume its claim is bound to", "它的申领绑定到哪个卷")),
        kubectl("kubectl describe pv", phrase!("`Node Affinity` names the node or zone of each volume", "`Node Affinity` 写明每个卷所属的节点或可用区")),
    ];
    if count {
        return Words {
            tail: phrase!("the nodes have their number of volumes already ({sum})", "节点可挂载的卷数已达上限（{sum}）", sum = sum),
            why: phrase!("A node takes a limited number of volumes of a driver, and the nodes that would do otherwise have reached it.", "每个节点可挂载某驱动的卷数有上限，其余条件合适的节点都已达到上限。"),
            fix: phrase!("Spread the pods with volumes over more nodes.", "把带卷的 Pod 分散到更多节点。"),
            next,
        };
    }
    Words {
        tail: phrase!("its volume belongs to other nodes ({sum})", "它的卷属于别的节点（{sum}）", sum = sum),
        why: phrase!(
            "A local volume stays on its node, a cloud disk in its zone. The pod must follow it, and the nodes there are full, tainted, cordoned or gone.",
            "本地卷固定在其节点上，云盘固定在其可用区内。Pod 必须跟随卷，而那里的节点已满、带污点、被禁止调度，或已不存在。",
        ),
        fix: phrase!("Make room on a node of that place. If the node is gone for good, restore the data to a new claim: the old volume does not move.", "在该处的节点上腾出空间。如果节点已永久消失，把数据恢复到新的申领：旧卷不会移动。"),
        next,
    }
}
