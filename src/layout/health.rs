//! Ranks of health from findings and from what the lists show. Knows no rule by name.

use crate::diagnose::diagnosis::ByObject;
use crate::diagnose::finding::{Finding, Severity};
use crate::layout::scene::Health;
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::topology::Presence;
use crate::report::Report;

/// A report whose findings are at hand by object: a picture asks for every pod.
#[derive(Debug)]
pub struct Ranked<'a> {
    report: &'a Report,
    findings: ByObject<'a>,
}

impl<'a> Ranked<'a> {
    /// Sorts them.
    pub fn of(report: &'a Report) -> Self {
        Self { report, findings: report.diagnosis.by_object() }
    }

    /// The findings about an object.
    pub fn about(&self, object: &ObjectRef) -> impl Iterator<Item = &'a Finding> {
        self.findings.about(object)
    }
}

impl std::ops::Deref for Ranked<'_> {
    type Target = Report;

    fn deref(&self) -> &Report {
        self.report
    }
}

/// A pod's rank: findings first, else its own STATUS and READY.
/// A pod that runs with all containers ready is never drawn broken, whatever it is involved in.
pub fn of_pod(report: &Ranked<'_>, pod: &Pod) -> Health {
    let well = is_well(pod);
    let found = match well {
        // What is broken elsewhere may concern a pod that is well, but does not make it ill.
        Some(true) => {
            report.findings.about(&pod.id).filter(|it| it.severity < Severity::Critical || it.subject == pod.id).map(|it| it.severity).max()
        }
        _ => report.findings.severity_of(&pod.id),
    };
    match (found, well) {
        (Some(Severity::Critical), Some(true)) | (Some(Severity::Warning), _) => Health::Look,
        (Some(Severity::Critical), _) => Health::Broken,
        // What a silent node last said of its pods may be long past.
        (Some(Severity::Info) | None, Some(true)) if on_silent_node(report, pod) => Health::Unknown,
        (Some(Severity::Info) | None, Some(true)) => Health::Ok,
        (Some(Severity::Info) | None, Some(false)) => Health::Look,
        (Some(Severity::Info) | None, None) => Health::Unknown,
    }
}

/// Whether the pod's node, told by the text or by its name as a static pod, is not ready.
fn on_silent_node(report: &Report, pod: &Pod) -> bool {
    let cluster = &report.cluster;
    let roles = [Role::ApiServer, Role::Etcd, Role::ControllerManager, Role::Scheduler];
    let member = cluster
        .topology
        .control_plane
        .iter()
        .find(|it| roles.iter().any(|role| it.presence(*role).and_then(Presence::pod) == Some(&pod.id)));
    let node = pod.node.as_ref().map(|it| &it.value).or(member.map(|it| &it.node));
    node.and_then(|name| cluster.nodes.get(name)).and_then(Node::is_ready) == Some(false)
}

/// Whether the pod does its job, as far as the text tells.
pub fn is_well(pod: &Pod) -> Option<bool> {
    let done = pod.status.as_ref().map(|it| matches!(it.value.as_str(), "Completed" | "Succeeded"));
    if done == Some(true) {
        return Some(true);
    }
    let ready = pod.ready.as_ref().map(|it| it.value.ready >= it.value.total);
    let running = pod.status.as_ref().map(|it| it.value == "Running");
    match (ready, running) {
        (None, None) => None,
        (ready, running) => Some(ready.unwrap_or(true) && running.unwrap_or(true)),
    }
}

/// A node's rank: its own, not that of its pods.
pub fn of_node(report: &Ranked<'_>, node: &Node) -> Health {
    let cordoned = node.status.as_ref().is_some_and(|it| it.value.contains("SchedulingDisabled"));
    let own = match node.is_ready() {
        Some(false) => Health::Broken,
        Some(true) if cordoned => Health::Look,
        Some(true) => Health::Ok,
        None => Health::Unknown,
    };
    let found = match report.findings.about(&node.id).filter(|it| it.subject == node.id).map(|it| it.severity).max() {
        Some(Severity::Critical) if own != Health::Ok => Health::Broken,
        Some(Severity::Critical | Severity::Warning) => Health::Look,
        Some(Severity::Info) | None => Health::Ok,
    };
    own.max(found)
}

/// The rank of an object of any other kind: what the lists show of it, and the findings that are about itself.
pub fn of_object(report: &Ranked<'_>, id: &ObjectRef, own: Health) -> Health {
    let found = report.findings.about(id).filter(|it| it.subject == *id).map(|it| it.severity).max();
    own.max(match found {
        Some(Severity::Critical) => Health::Broken,
        Some(Severity::Warning) => Health::Look,
        Some(Severity::Info) | None => Health::Ok,
    })
}
