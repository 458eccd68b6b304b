//! A Node of the API → node, with STATUS and ROLES as `kubectl get` would print them.

use tree::Value;

use crate::model::build::flatten::flatten_at;
use crate::model::build::part::Part;
use crate::model::node::Node;
use crate::model::pod::Condition;
use crate::order::Map;
use crate::parse::record::Object;
use crate::span::{Seen, Span};
use crate::time::Stamp;

/// The label prefix from which `kubectl get nodes` makes ROLES. Source: kubectl's printers, `findNodeRoles`.
pub(super) const ROLE_LABEL: &str = "node-role.kubernetes.io/";
/// The older label that names one role. Same source.
pub(super) const OLD_ROLE_LABEL: &str = "kubernetes.io/role";

/// Takes over what the object shows.
pub(super) fn read(node: &mut Node, it: Object<'_>, part: &mut Part) {
    let seen = |path: &str| it.value.at(path).and_then(|value| Some(Seen::new(value.str()?.to_owned(), it.span(value))));
    let children = |path: &str| it.value.at(path).into_iter().flat_map(Value::children);
    let of_meta = |key: &str| it.metadata.get(key).into_iter().flat_map(Value::children);
    node.created = it.metadata.get("creationTimestamp").and_then(|value| Some(Seen::new(Stamp::parse(value.str()?)?, it.span(value))));
    node.roles_seen = it.metadata.get("labels").map(|labels| it.span(labels));
    for label in of_meta("labels") {
        let value = label.str().unwrap_or_default();
        node.labels.insert(label.key().to_owned(), value.to_owned());
        let role = label.key().strip_prefix(ROLE_LABEL).or_else(|| (label.key() == OLD_ROLE_LABEL).then_some(value));
        if let Some(role) = role.filter(|role| !role.is_empty()) {
            node.roles.insert(role.to_owned());
            node.roles_seen = Some(it.span(label));
        }
    }
    for entry in of_meta("annotations") {
        node.annotations.insert(entry.key().to_owned(), entry.str().unwrap_or_default().to_owned());
    }
    let text = |value: Value<'_>, key: &str| value.get(key).and_then(Value::str).unwrap_or_default().to_owned();
    let taint = |taint: Value<'_>| {
        let value = text(taint, "value");
        let equals = if value.is_empty() { "" } else { "=" };
        Seen::new(format!("{}{equals}{value}:{}", text(taint, "key"), text(taint, "effect")), it.span(taint))
    };
    // Only a whole object shows that there are none.
    if it.value.get("spec").is_some() {
        node.taints = Some(children("spec.taints").map(taint).collect());
    }
    for condition in children("status.conditions") {
        let own = |key: &str| condition.get(key).and_then(Value::str).map(str::to_owned);
        let Some((kind, status)) = own("type").zip(own("status")) else { continue };
        let since = part.observed_in(it, condition, "lastTransitionTime");
        part.observed_in(it, condition, "lastHeartbeatTime");
        let value = Condition { status, reason: own("reason"), message: own("message"), since };
        let span = it.span(condition.get("status").unwrap_or(condition));
        node.conditions.insert(kind, Seen::new(value, span));
    }
    let cordoned = it.value.at("spec.unschedulable").filter(|value| value.bool() == Some(true));
    status(node, cordoned.map(|value| it.span(value)));
    node.version = seen("status.nodeInfo.kubeletVersion");
    node.runtime = seen("status.nodeInfo.containerRuntimeVersion");
    node.os_image = seen("status.nodeInfo.osImage");
    node.kernel = seen("status.nodeInfo.kernelVersion");
    node.internal_ip = children("status.addresses")
        .find(|address| address.get("type").and_then(Value::str) == Some("InternalIP"))
        .and_then(|address| address.get("address"))
        .and_then(|value| Some(Seen::new(value.str()?.to_owned(), it.span(value))));
    node.fields = Map::new();
    for path in ["status.capacity", "status.allocatable", "status.nodeInfo", "spec"] {
        let Some(value) = it.value.at(path) else { continue };
        for (key, value) in flatten_at(it, value, &["taints"]) {
            node.fields.insert(format!("{path}.{key}"), value);
        }
    }
    if let (Some(created), Some(now)) = (&node.created, part.newest.as_ref()) {
        node.age_secs = Some(Seen::new((now.value.0 - created.value.0).max(0), created.span));
    }
    node.sightings.push(it.named());
}

/// STATUS from the condition Ready and from the place that says that no pods may be placed there. Source: kubectl's printers, `printNode`.
pub(super) fn status(node: &mut Node, cordoned: Option<Span>) {
    let Some(ready) = node.conditions.get("Ready") else { return };
    let word = match ready.value.status.as_str() {
        "True" => "Ready",
        _ => "NotReady",
    };
    // A node that is not ready is quoted by that, a cordoned one by what says so.
    node.status = Some(match cordoned {
        Some(span) => Seen::new(format!("{word},SchedulingDisabled"), if word == "Ready" { span } else { ready.span }),
        None => Seen::new(word.to_owned(), ready.span),
    });
}
