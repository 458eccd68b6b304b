//! No node has the labels that a pod's node selector or required node affinity asks for.

use crate::diagnose::fit::{affinity, selected, selector};
use crate::diagnose::look::kubectl;
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::scheduler::What;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedNodeSelectorNone = SchedNodeSelectorNone;

pub(super) struct SchedNodeSelectorNone;

static META: Meta = Meta {
    id: "sched-node-selector-none",
    what: text!("No node has the labels that a pod asks for.", "没有节点带有 Pod 要求的标签。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedNodeSelectorNone {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Selector, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let pod = stuck.pod;
    let sum = arithmetic(&stuck.refusal);
    let plain = selector(pod);
    let mut asked: Vec<String> = plain.iter().map(|(key, value)| format!("{key}={value}")).collect();
    asked.extend(affinity(pod));
    let all = stuck.refusal.of.is_some_and(|of| cluster.nodes.len() >= of as usize);
    let none = all && cluster.nodes.values().all(|node| selected(pod, node) == Some(false));
    // The label is there with another value: most often a slip of the pen.
    let near = plain.iter().find_map(|(key, _)| {
        let node = cluster.nodes.values().find(|node| node.labels.contains_key(*key))?;
        Some((node.id.name.as_str(), *key, node.labels.get(*key)?.as_str()))
    });
    let asks = asked.join(", ");
    let tail = match (asks.is_empty(), none) {
        (false, true) => phrase!("no node has the label {asks}", "没有节点带有标签 {asks}", asks = asks),
        (false, false) => phrase!("its node selector or affinity is {asks} ({sum})", "它的节点选择器或亲和性是 {asks}（{sum}）", asks = asks, sum = sum),
        (true, _) => phrase!("its node selector or affinity fits none ({sum})", "没有节点符合它的节点选择器或亲和性（{sum}）", sum = sum),
    };
    let why = match near.filter(|_| none) {
        Some((node, key, value)) => phrase!(
            "It may only run on nodes with these labels. The nearest is {node} with {key}={value}. The scheduler adds up: {sum}.",
            "它只能运行在带有这些标签的节点上。最接近的是 {node}，其 {key}={value}。调度器的统计：{sum}。",
            node = node, key = key, value = value, sum = sum
        ),
        None if none || stuck.refusal.of_sort(What::Taint).next().is_none() => {
            phrase!("It may only run on nodes with these labels, and the scheduler found none: {sum}.", "它只能运行在带有这些标签的节点上，而调度器一个也没找到：{sum}。", sum = sum)
        }
        None => phrase!(
            "It may only run on nodes with these labels. The nodes with a taint were turned down before their labels were compared: the right one may be among them. The scheduler adds up: {sum}.",
            "它只能运行在带有这些标签的节点上。带污点的节点在比较标签之前就被排除了：合适的节点可能就在其中。调度器的统计：{sum}。",
            sum = sum
        ),
    };
    Words {
        tail,
        why,
        fix: phrase!("Correct the selector or affinity of the workload, or label the nodes that are meant: `kubectl label node … key=value`.", "更正工作负载的选择器或亲和性，或给目标节点打上标签：`kubectl label node … key=value`。"),
        next: vec![kubectl("kubectl get nodes --show-labels", phrase!("which labels the nodes have", "节点有哪些标签"))],
    }
}
