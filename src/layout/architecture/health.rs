//! Ranks of health from findings and from what the lists show. Knows no rule by name.

use crate::diagnose::finding::Severity;
use crate::layout::scene::Health;
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::report::Report;

/// A pod's rank: findings first, else its own STATUS and READY.
/// A pod that runs with all containers ready is never drawn broken, whatever it is involved in.
pub fn of_pod(report: &Report, pod: &Pod) -> Health {
    let well = is_well(pod);
    match (report.diagnosis.severity_of(&pod.id), well) {
        (Some(Severity::Critical), Some(true)) | (Some(Severity::Warning), _) => Health::Look,
        (Some(Severity::Critical), _) => Health::Broken,
        (Some(Severity::Info) | None, Some(true)) => Health::Ok,
        (Some(Severity::Info) | None, Some(false)) => Health::Look,
        (Some(Severity::Info) | None, None) => Health::Unknown,
    }
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
pub fn of_node(report: &Report, node: &Node) -> Health {
    let cordoned = node.status.as_ref().is_some_and(|it| it.value.contains("SchedulingDisabled"));
    let own = match node.is_ready() {
        Some(false) => Health::Broken,
        Some(true) if cordoned => Health::Look,
        Some(true) => Health::Ok,
        None => Health::Unknown,
    };
    let found = match report.diagnosis.severity_of(&node.id) {
        Some(Severity::Critical) if own != Health::Ok => Health::Broken,
        Some(Severity::Critical | Severity::Warning) => Health::Look,
        Some(Severity::Info) | None => Health::Ok,
    };
    own.max(found)
}
