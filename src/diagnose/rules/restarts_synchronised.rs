//! Pods of several workloads on one node restarted at one moment: the node or its runtime did, not they.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, on_node, status};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RestartsSynchronised = RestartsSynchronised;

pub(super) struct RestartsSynchronised;

static META: Meta = Meta {
    id: "restarts-synchronised",
    what: text!("Many pods of one node restarted at one moment.", "同一节点上的许多 Pod 同时重启。"),
    needs: "kubectl get pods -A -o wide",
};

/// After a reboot the containers come up within some minutes; ages are rounded to minutes.
const WINDOW_SECS: i64 = 180;
/// So many workloads do not restart together by chance.
const WORKLOADS: usize = 4;

/// The kubelet starts, and reports the reboot, some time before or after its pods.
const REBOOT_SECS: i64 = 600;

impl Rule for RestartsSynchronised {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes = order::set(cluster.pods.values().filter_map(|pod| pod.node.as_ref()).map(|it| it.value.as_str()));
        nodes.iter().filter_map(|node| finding(cluster, node)).collect()
    }
}

/// When its last restart was, of a pod that runs.
fn ago(pod: &Pod) -> Option<i64> {
    pod.restarts.as_ref()?.value.last_ago_secs.filter(|_| status(pod) == "Running")
}

fn finding(cluster: &Cluster, node: &str) -> Option<Finding> {
    let here: Vec<&Pod> = cluster.pods_on(node).collect();
    let latest = here.iter().filter_map(|pod| ago(pod)).min()?;
    let together: Vec<&Pod> = here.iter().copied().filter(|pod| ago(pod).is_some_and(|it| it - latest <= WINDOW_SECS)).collect();
    // A pod made since then cannot have been there.
    let older = here.iter().filter(|pod| pod.age_secs.as_ref().is_some_and(|it| it.value > latest + WINDOW_SECS) && status(pod) == "Running").count();
    let workloads = order::set(together.iter().map(|pod| workload_of(pod)));
    if workloads.len() < WORKLOADS || together.len() * 4 < older * 3 {
        return None;
    }
    let (first, rest) = together.split_first()?;
    let minutes = latest / 60;
    // The kubelet reports it when the boot id of its host has changed.
    let rebooted = cluster.events.iter().find(|it| it.reason == "Rebooted" && it.object.as_ref().is_some_and(|it| it.kind == Kind::Node && it.name == node));
    let near = rebooted.filter(|it| it.age_secs.is_none_or(|age| (age - latest).abs() <= REBOOT_SECS));
    let first_line = Proof::new(line(first), phrase!("restarted then", "当时重启"));
    let mut evidence = rest.iter().fold(first_line, |proof, pod| proof.and(line(pod), phrase!("the same", "同上")));
    if let Some(event) = near {
        evidence = evidence.and(event.span, phrase!("the node reports that it was rebooted", "节点报告它重启过"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: if near.is_some() { Confidence::Certain } else { Confidence::Likely },
        subject: ObjectRef::node(node),
        also: together.iter().map(|pod| pod.id.clone()).collect(),
        title: if near.is_some() {
            phrase!("{node} was rebooted {minutes} minutes ago: {n} pods on it restarted together", "{node} 在 {minutes} 分钟前重启过：其上 {n} 个 Pod 同时重启", node = node, minutes = minutes, n = together.len())
        } else {
            phrase!("{node} was most likely rebooted {minutes} minutes ago: {n} pods on it restarted together", "{node} 很可能在 {minutes} 分钟前重启过：其上 {n} 个 Pod 同时重启", node = node, minutes = minutes, n = together.len())
        },
        why: phrase!(
            "{n} pods of {workloads} workloads on this node restarted within three minutes of each other, nearly all that are older. Programs do not fail in step; the node or its container runtime was restarted. These restarts say nothing against the pods.",
            "该节点上 {workloads} 个工作负载的 {n} 个 Pod 在三分钟内先后重启，几乎涵盖所有更早创建的 Pod。程序不会同时出错，应是节点或容器运行时重启过。这些重启并不说明 Pod 有问题。",
            n = together.len(),
            workloads = workloads.len(),
        ),
        fix: phrase!("If nobody rebooted it on purpose, find out why it went down.", "如果不是有意重启，查明它为何宕机。"),
        next: vec![
            kubectl("kubectl get events -A --field-selector reason=Rebooted", phrase!("the reboot, if it was within the hour", "重启记录（仅一小时内）")),
            on_node(node, "uptime -s; journalctl --list-boots --no-pager | tail -3", phrase!("when it was started", "何时启动")),
        ],
        evidence,
    })
}
