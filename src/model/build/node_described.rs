//! `kubectl describe node` → node.

use crate::model::build::pod_described::observed;
use crate::model::node::Node;
use crate::parse::outline::{Field, find};
use crate::parse::record::Described;
use crate::span::Seen;
use crate::time::Stamp;

/// The label prefix from which `kubectl get nodes` makes ROLES. Source: kubectl's printers, `findNodeRoles`.
const ROLE_LABEL: &str = "node-role.kubernetes.io/";

/// Takes over what the description shows.
pub(super) fn read(node: &mut Node, it: &Described, now: &mut Option<Seen<Stamp>>) {
    if let Some(labels) = find(&it.fields, "Labels") {
        for (label, span) in labels.values() {
            let (key, value) = label.split_once('=').unwrap_or((label, ""));
            node.labels.insert(key.to_owned(), value.to_owned());
            if let Some(role) = key.strip_prefix(ROLE_LABEL) {
                node.roles.insert(role.to_owned());
                node.roles_seen = Some(span);
            }
        }
    }
    if let Some(taints) = find(&it.fields, "Taints") {
        node.taints =
            Some(taints.values().filter(|(taint, _)| *taint != "<none>").map(|(taint, span)| Seen::new(taint.to_owned(), span)).collect());
    }
    if let Some(conditions) = find(&it.fields, "Conditions") {
        for (cells, span) in conditions.rows() {
            let cell = |header: &str| cells.iter().find(|(have, _)| have == header).map(|(_, cell)| cell.as_str());
            if let (Some(kind), Some(status)) = (cell("Type"), cell("Status")) {
                node.conditions.insert(kind.to_owned(), Seen::new(status.to_owned(), span));
            }
            for header in ["LastHeartbeatTime", "LastTransitionTime"] {
                observed(now, cell(header).and_then(Stamp::parse), span);
            }
        }
    }
    let unschedulable = find(&it.fields, "Unschedulable").is_some_and(|field| field.value == "true");
    if let Some(ready) = node.conditions.get("Ready") {
        let word = if ready.value == "True" { "Ready" } else { "NotReady" };
        let status = if unschedulable { format!("{word},SchedulingDisabled") } else { word.to_owned() };
        node.status = Some(Seen::new(status, ready.span));
    }
    let info = find(&it.fields, "System Info");
    let detail = |key: &str| info.and_then(|info| info.child(key)).and_then(|field| Some(Seen::new(field.known()?.to_owned(), field.span)));
    node.version = detail("Kubelet Version").or(node.version.take());
    node.runtime = detail("Container Runtime Version").or(node.runtime.take());
    node.os_image = detail("OS Image").or(node.os_image.take());
    node.kernel = detail("Kernel Version").or(node.kernel.take());
    let address = find(&it.fields, "Addresses").and_then(|field| field.child("InternalIP"));
    node.internal_ip = address.and_then(|field: &Field| Some(Seen::new(field.known()?.to_owned(), field.span))).or(node.internal_ip.take());
    node.sightings.push(it.span);
}
