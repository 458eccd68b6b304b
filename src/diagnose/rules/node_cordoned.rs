//! Nodes that take no new pods because someone said so.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeCordoned = NodeCordoned;

pub(super) struct NodeCordoned;

static META: Meta = Meta {
    id: "node-cordoned",
    what: text!("A node is cordoned.", "节点已被封锁（cordon）。"),
    needs: "kubectl get nodes",
};

impl Rule for NodeCordoned {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let cordoned = |node: &&Node| node.status.as_ref().is_some_and(|it| it.value.contains("SchedulingDisabled"));
        let nodes: Vec<&Node> = cluster.nodes.values().filter(cordoned).collect();
        finding(cluster, &nodes).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "sched-untolerated-taint", because: crate::diagnose::links::cordoned }, Link { effect: "sched-insufficient", because: crate::diagnose::links::cordoned }]
    }
}

/// The scheduler names cordoned nodes among its reasons for a pod that waits now.
fn waits(pod: &Pod) -> Option<&crate::model::event::Event> {
    let pending = crate::diagnose::look::status(pod) == "Pending" && pod.node.is_none();
    pod.events.iter().find(|it| pending && it.reason == "FailedScheduling" && it.message.contains("unschedulable"))
}

fn finding(cluster: &Cluster, nodes: &[&Node]) -> Option<Finding> {
    let (first, rest) = nodes.split_first()?;
    let name = first.id.name.as_str();
    let span = |node: &Node| node.status.as_ref().map(|it| it.span).unwrap_or_default();
    let mut evidence = Proof::new(span(first), phrase!("SchedulingDisabled", "SchedulingDisabled"));
    for node in rest {
        evidence = evidence.and(span(node), phrase!("the same", "同上"));
    }
    let waiting: Vec<&Pod> = cluster.pods.values().filter(|pod| waits(pod).is_some()).collect();
    for event in waiting.iter().take(2).filter_map(|pod| waits(pod)) {
        evidence = evidence.and(event.span, phrase!("a pod waits, and the scheduler names the cordoned node among its reasons", "有 Pod 在等待，调度器给出的原因中包括被封锁的节点"));
    }
    // A cordon is somebody's intention: a fault only where pods wait for it.
    let (severity, why) = if waiting.is_empty() {
        (Severity::Info, phrase!("Someone, or an upgrade, told the scheduler to place nothing new there. What runs goes on. It is meant for maintenance, and easily forgotten afterwards.", "有人或某次升级让调度器不再往该节点放新的 Pod，已运行的不受影响。这是维护时的做法，事后容易忘记解除。"))
    } else {
        (
            Severity::Warning,
            phrase!("Nothing new is placed there, and pods wait for room: {which}.", "不会有新的 Pod 调度到这里，而已有 Pod 在等待资源：{which}。", which = names(waiting.iter().map(|pod| pod.id.name.as_str()))),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity,
        confidence: Confidence::Certain,
        subject: first.id.clone(),
        also: rest.iter().map(|node| node.id.clone()).collect(),
        title: if rest.is_empty() {
            phrase!("Node {name} is cordoned: it takes no new pods", "节点 {name} 已被封锁：不接收新的 Pod", name = name)
        } else {
            phrase!("{n} nodes are cordoned: {which}", "{n} 个节点已被封锁：{which}", n = nodes.len(), which = names(nodes.iter().map(|node| node.id.name.as_str())))
        },
        why,
        fix: phrase!("Ask who is working on it. When the work is done: `kubectl uncordon {name}`.", "先确认是否有人正在维护。维护完成后执行 `kubectl uncordon {name}`。", name = name),
        next: vec![
            kubectl(format!("kubectl get node {name} -o yaml --show-managed-fields"), phrase!("who set `unschedulable`, and when", "是谁在何时设置了 `unschedulable`")),
        ],
        evidence,
    })
}
