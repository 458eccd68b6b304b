//! Required anti-affinity: each replica needs a node of its own, and there are more replicas than nodes.

use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::workload::workload_of;
use crate::model::pod::Pod;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedAntiAffinityReplicasGtNodes = SchedAntiAffinityReplicasGtNodes;

pub(super) struct SchedAntiAffinityReplicasGtNodes;

static META: Meta = Meta {
    id: "sched-anti-affinity-replicas-gt-nodes",
    what: text!("A pod must not share a node with others, and no node is left for it.", "Pod 不能与其他 Pod 同节点，而已没有剩余节点。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedAntiAffinityReplicasGtNodes {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Apart, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let first = stuck.pod;
    let workload = workload_of(first);
    let placed = |pod: &&Pod| pod.node.is_some() && pod.id.namespace == first.id.namespace && workload_of(pod) == workload;
    let placed = cluster.pods.values().filter(placed).count();
    let sum = arithmetic(&stuck.refusal);
    let why = if placed > 0 {
        phrase!(
            "Its anti-affinity is required, so each pod needs a node without another of them. {placed} are placed, and the scheduler finds no further node: {sum}.",
            "它的反亲和性是强制的，每个 Pod 都需要一个没有同类 Pod 的节点。已有 {placed} 个放置成功，调度器找不到更多节点：{sum}。",
            placed = placed, sum = sum
        )
    } else {
        phrase!("Required anti-affinity, of this pod or of pods that run there, keeps it from the nodes that would do otherwise: {sum}.", "强制的反亲和性（该 Pod 自己的，或已在节点上运行的 Pod 的）使它无法使用其余合适的节点：{sum}。", sum = sum)
    };
    Words {
        tail: phrase!("anti-affinity ({sum})", "反亲和性（{sum}）", sum = sum),
        why,
        fix: phrase!("Run no more replicas than there are nodes for them, add nodes, or make the anti-affinity preferred instead of required.", "副本数不要超过可用节点数，或增加节点，或把反亲和性由强制改为首选（preferred）。"),
        next: Vec::new(),
    }
}
