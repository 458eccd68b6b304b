//! Looking things up in a cluster, as several rules need it.

use crate::diagnose::finding::{Place, Step};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::topology::ControlPlaneNode;
use crate::span::Span;
use crate::text::Phrase;

/// Pods of a role that belong to the cluster's own control plane or add-ons.
pub fn pods_of(cluster: &Cluster, role: Role) -> impl Iterator<Item = &Pod> {
    cluster.pods.values().filter(move |pod| pod.component.as_ref().is_some_and(|it| it.role == role))
}

/// The control-plane node whose component of `role` is `pod`.
pub fn member_of<'a>(cluster: &'a Cluster, role: Role, pod: &ObjectRef) -> Option<&'a ControlPlaneNode> {
    cluster.topology.control_plane.iter().find(|it| it.presence(role).and_then(|presence| presence.pod()) == Some(pod))
}

/// Whether its node is known not to be ready: then the kubelet there cannot confirm anything.
pub fn on_lost_node(cluster: &Cluster, pod: &Pod) -> bool {
    let node = pod.node.as_ref().and_then(|it| cluster.nodes.get(&it.value));
    node.and_then(crate::model::node::Node::is_ready) == Some(false)
}

/// STATUS, or nothing.
pub fn status(pod: &Pod) -> &str {
    pod.status.as_ref().map_or("", |it| it.value.as_str())
}

/// The last words of a STATUS: `Init:CrashLoopBackOff` → `CrashLoopBackOff`.
pub fn reason(pod: &Pod) -> &str {
    let status = status(pod);
    status.rsplit(':').next().unwrap_or(status)
}

/// The line that shows the pod best: its row, else its description.
pub fn line(pod: &Pod) -> Span {
    [pod.restarts.as_ref().map(|it| it.span), pod.status.as_ref().map(|it| it.span), pod.ready.as_ref().map(|it| it.span)]
        .into_iter()
        .flatten()
        .min_by_key(|span| span.end - span.start)
        .or(pod.sightings.first().copied())
        .unwrap_or_default()
}

/// The line that starts a pod's command, where the text shows one: proof for a flag that is not set.
pub fn command_line(pod: &Pod) -> Option<Span> {
    let command = pod.containers.iter().map(|it| &it.command).find(|it| it.len() > 1)?;
    command.first().map(|it| it.span)
}

/// The names of a list, at most three and then "…": `a, b, c …`.
pub fn names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = names.collect();
    let shown = all.get(..all.len().min(3)).unwrap_or_default().join(", ");
    if all.len() > 3 { format!("{shown} …") } else { shown }
}

/// The first characters of a text, and "…" where there are more.
pub fn cut(text: &str, most: usize) -> String {
    let mut out: String = text.chars().take(most).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// `-n kube-system`, or `-A` where the namespace is not known.
pub fn in_namespace(object: &ObjectRef) -> String {
    object.namespace.as_ref().map_or_else(String::new, |it| format!(" -n {it}"))
}

/// A kubectl command that only reads.
#[inline(never)]
pub fn kubectl(command: impl AsRef<str>, purpose: Phrase) -> Step {
    Step { command: command.as_ref().to_owned(), place: Place::Kubectl, purpose, safe: true }
}

/// A command on a node that only reads.
#[inline(never)]
pub fn on_node(node: &str, command: impl AsRef<str>, purpose: Phrase) -> Step {
    Step { command: command.as_ref().to_owned(), place: Place::Node(node.to_owned()), purpose, safe: true }
}
