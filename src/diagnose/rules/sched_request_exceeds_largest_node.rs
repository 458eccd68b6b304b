//! A pod asks for more of a resource than the largest node can give to pods: it can never be placed.

use crate::diagnose::fit::{allocatable, request};
use crate::diagnose::look::kubectl;
use crate::diagnose::pending::{Stuck, Verdict, Words, check};
use crate::diagnose::quantity::shown;
use crate::diagnose::scheduler::{Reason, What};
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedRequestExceedsLargestNode = SchedRequestExceedsLargestNode;

pub(super) struct SchedRequestExceedsLargestNode;

static META: Meta = Meta {
    id: "sched-request-exceeds-largest-node",
    what: text!("A pod asks for more than any node has.", "Pod 请求的资源超过任何一个节点。"),
    needs: "kubectl describe pod …, kubectl describe nodes",
};

impl Rule for SchedRequestExceedsLargestNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::ExceedsLargest, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let pod = stuck.pod;
    let over = |resource: &&str| {
        let largest = cluster.nodes.values().filter_map(|node| allocatable(node, resource)).max();
        request(pod, resource).zip(largest).is_some_and(|(want, have)| want > have)
    };
    let resource = stuck.refusal.of_sort(What::Insufficient).filter_map(Reason::resource).find(over).unwrap_or_default();
    let node = cluster.nodes.values().max_by_key(|node| allocatable(node, resource));
    let have = node.and_then(|node| allocatable(node, resource)).unwrap_or(0);
    let name = node.map_or("", |node| node.id.name.as_str());
    let want = shown(resource, request(pod, resource).unwrap_or(0));
    let have = shown(resource, have);
    Words {
        tail: phrase!("it asks for {want} {resource}, the largest node gives {have}", "它请求 {want} {resource}，最大的节点只能提供 {have}", want = want, resource = resource, have = have),
        why: phrase!(
            "A pod must fit on one node as a whole. {name} has the most {resource} to give, {have}, and the pod asks for {want}: even with every other pod gone it would not fit. The scheduler adds up: {sum}.",
            "Pod 必须整个放进一个节点。{name} 可分配的 {resource} 最多，为 {have}，而该 Pod 请求 {want}：即使移走其他所有 Pod 也放不下。调度器的统计：{sum}。",
            name = name, resource = resource, have = have, want = want, sum = crate::diagnose::pending::arithmetic(&stuck.refusal)
        ),
        fix: phrase!("Lower the request to what the program needs, or add a node that is larger than {want} {resource}.", "把请求降到程序实际需要的量，或加入一个大于 {want} {resource} 的节点。", want = want, resource = resource),
        next: vec![kubectl(
            "kubectl get nodes -o custom-columns=NAME:.metadata.name,CPU:.status.allocatable.cpu,MEMORY:.status.allocatable.memory",
            phrase!("what each node can give", "每个节点能提供多少"),
        )],
    }
}
