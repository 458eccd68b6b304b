//! The nodes that a pod may use have too little of a resource left, or too many pods.

use crate::diagnose::fit::{allocatable, request, takes_pods, untolerated, used};
use crate::diagnose::look::kubectl;
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::quantity::shown;
use crate::diagnose::scheduler::{Reason, What};
use crate::text::Phrase;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedInsufficient = SchedInsufficient;

pub(super) struct SchedInsufficient;

static META: Meta = Meta {
    id: "sched-insufficient",
    what: text!("The nodes have too little room for a pod.", "节点的剩余资源容不下 Pod。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedInsufficient {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Insufficient, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let resources: Vec<&str> = stuck.refusal.of_sort(What::Insufficient).filter_map(Reason::resource).collect();
    let resource = resources.first().copied().unwrap_or_default();
    let sum = arithmetic(&stuck.refusal);
    let tail = if resource == "pods" {
        phrase!("too many pods on the nodes ({sum})", "节点上的 Pod 已满（{sum}）", sum = sum)
    } else {
        phrase!("too little {resources} left ({sum})", "{resources} 不足（{sum}）", resources = resources.join(", "), sum = sum)
    };
    Words {
        tail,
        why: room(cluster, stuck, resource).unwrap_or_else(|| {
            phrase!(
                "The scheduler counts requests, not use: a node is full when the requests of its pods reach what it can give, however idle it is. Nodes with a taint were not asked for room.",
                "调度器计算的是请求量而不是实际用量：只要其上 Pod 的请求之和达到可分配量，节点就算满了，再空闲也一样。带污点的节点没有参与这项比较。",
            )
        }),
        fix: phrase!("Lower requests that are larger than the use, remove what is not needed, or add a node.", "降低超出实际用量的请求，清理不需要的工作负载，或增加节点。"),
        next: vec![kubectl("kubectl describe nodes | grep -A 8 'Allocated resources'", phrase!("how much of each node is requested", "每个节点已被请求多少"))],
    }
}

/// The arithmetic of the node with the most room, where the text shows the requests of all pods.
fn room(cluster: &Cluster, stuck: &Stuck<'_>, resource: &str) -> Option<Phrase> {
    let pod = stuck.pod;
    let want = request(pod, resource)?;
    let mut best: Option<(i64, &str)> = None;
    let mut total = 0;
    for node in cluster.nodes.values().filter(|node| takes_pods(node) && untolerated(pod, node).is_empty()) {
        let free = allocatable(node, resource)? - used(cluster, &node.id.name, resource)?;
        total += free.max(0);
        best = best.max(Some((free, node.id.name.as_str())));
    }
    let (free, name) = best.filter(|(free, _)| *free < want)?;
    let (want_shown, free_shown, total_shown) = (shown(resource, want), shown(resource, free.max(0)), shown(resource, total));
    Some(if total >= want {
        phrase!(
            "It asks for {want} {resource}. {total} is free on the nodes together, but at most {free} on one of them ({name}): the room is there in pieces, and a pod needs it on one node.",
            "它请求 {want} {resource}。各节点合计还剩 {total}，但单个节点最多只剩 {free}（{name}）：空间是零碎的，而一个 Pod 必须放在一个节点上。",
            want = want_shown, resource = resource, total = total_shown, free = free_shown, name = name
        )
    } else {
        phrase!(
            "It asks for {want} {resource}; the nodes that it may use have {total} left together, at most {free} on one of them ({name}). The scheduler counts requests, not use.",
            "它请求 {want} {resource}；可用的节点合计只剩 {total}，单个节点最多剩 {free}（{name}）。调度器计算的是请求量，不是实际用量。",
            want = want_shown, resource = resource, total = total_shown, free = free_shown, name = name
        )
    })
}
