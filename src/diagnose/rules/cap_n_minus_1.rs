//! The requests of all pods do not fit on the nodes without the largest one.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::fit::{allocatable, takes_pods, used};
use crate::diagnose::look::kubectl;
use crate::diagnose::quantity::shown;
use crate::model::node::Node;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CapNMinus1 = CapNMinus1;

pub(super) struct CapNMinus1;

static META: Meta = Meta {
    id: "cap-n-minus-1",
    what: text!("If one node fails, its pods do not fit on the others.", "一个节点故障后，其余节点容不下它的 Pod。"),
    needs: "kubectl get nodes,pods -A -o yaml, kubectl cluster-info dump",
};

impl Rule for CapNMinus1 {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        ["cpu", "memory"].into_iter().find_map(|resource| finding(cluster, resource)).into_iter().collect()
    }
}

/// Whether ordinary pods run there.
fn worker(node: &Node) -> bool {
    let closed = |taint: &str| taint.ends_with(":NoSchedule") || taint.ends_with(":NoExecute");
    takes_pods(node) && !node.taints.iter().flatten().any(|it| closed(&it.value))
}

fn finding(cluster: &Cluster, resource: &str) -> Option<Finding> {
    let workers: Vec<&Node> = cluster.nodes.values().filter(|node| worker(node)).collect();
    // With one worker nothing can move, which is plain without arithmetic.
    if workers.len() < 2 || workers.iter().any(|node| node.taints.is_none()) {
        return None;
    }
    let (mut have, mut asked, mut largest) = (0, 0, None);
    for node in &workers {
        let room = allocatable(node, resource)?;
        have += room;
        asked += used(cluster, &node.id.name, resource)?;
        largest = largest.max(Some((room, &node.id)));
    }
    let (room, id) = largest?;
    if asked <= have - room {
        return None;
    }
    let path = format!("status.allocatable.{resource}");
    let span = cluster.nodes.get(id.name.as_str())?.fields.get(path.as_str())?.span;
    let name = id.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Likely,
        subject: id.clone(),
        also: Vec::new(),
        title: phrase!("Without {name} the pods would not fit: {asked} {resource} asked for, {rest} left", "少了 {name}，Pod 就放不下：请求 {asked} {resource}，只剩 {rest}", name = name, asked = shown(resource, asked), resource = resource, rest = shown(resource, have - room)),
        why: phrase!(
            "The {n} nodes that take ordinary pods give {have} {resource} together, {room} of it on {name}. Pods ask for {asked}: if that node fails or is drained, some of them stay Pending. Pods of DaemonSets are counted, so it may be a little less.",
            "接受普通 Pod 的 {n} 个节点合计提供 {have} {resource}，其中 {room} 在 {name} 上。Pod 共请求 {asked}：该节点故障或被腾空时，会有 Pod 停在 Pending。DaemonSet 的 Pod 也计算在内，实际需求可能略少。",
            n = workers.len(), have = shown(resource, have), resource = resource, room = shown(resource, room), name = name, asked = shown(resource, asked)
        ),
        fix: phrase!("Add a node, or lower requests that are larger than the use.", "增加节点，或降低超出实际用量的请求。"),
        next: vec![kubectl("kubectl top nodes", phrase!("use beside requests", "实际用量与请求的对比"))],
        evidence: Proof::new(span, phrase!("what the largest node gives", "最大的节点可提供的量")),
    })
}
