//! `kubectl describe node` → node.

use crate::model::build::node_object::{OLD_ROLE_LABEL, ROLE_LABEL, status};
use crate::model::build::part::Part;
use crate::model::node::Node;
use crate::model::pod::Condition;
use crate::parse::inner_table::InnerTable;
use crate::parse::outline::{Field, find};
use crate::parse::record::Described;
use crate::span::Seen;
use crate::time::Stamp;

/// Takes over what the description shows.
pub(super) fn read(node: &mut Node, it: &Described, part: &mut Part) {
    if let Some(labels) = find(&it.fields, "Labels") {
        for (label, span) in labels.values() {
            let (key, value) = label.split_once('=').unwrap_or((label, ""));
            node.labels.insert(key.to_owned(), value.to_owned());
            if let Some(role) =
                key.strip_prefix(ROLE_LABEL).or_else(|| (key == OLD_ROLE_LABEL).then_some(value)).filter(|role| !role.is_empty())
            {
                node.roles.insert(role.to_owned());
                node.roles_seen = Some(span);
            }
        }
    }
    for (annotation, _) in find(&it.fields, "Annotations").into_iter().flat_map(Field::values) {
        if let Some((key, value)) = annotation.split_once(": ") {
            node.annotations.insert(key.to_owned(), value.to_owned());
        }
    }
    if let Some(provider) = find(&it.fields, "ProviderID").filter(|field| field.known().is_some()) {
        node.fields.insert("spec.providerID".to_owned(), Seen::new(provider.value.clone(), provider.span));
    }
    if let Some(taints) = find(&it.fields, "Taints") {
        node.taints =
            Some(taints.values().filter(|(taint, _)| *taint != "<none>").map(|(taint, span)| Seen::new(taint.to_owned(), span)).collect());
    }
    if let Some(roles) = find(&it.fields, "Roles") {
        let named = roles.value.split(',').filter(|role| !matches!(*role, "" | "<none>"));
        for role in named {
            node.roles.insert(role.to_owned());
        }
        node.roles_seen = Some(roles.span);
    }
    if let Some(conditions) = find(&it.fields, "Conditions").map(|field| field.table()) {
        for row in conditions.rows() {
            let own = |header: &str| row.cell(header).map(str::to_owned);
            let stamp = |header: &str| row.cell(header).and_then(Stamp::parse);
            part.observed(stamp("LastHeartbeatTime").max(stamp("LastTransitionTime")), row.span);
            if let (Some(kind), Some(status)) = (own("Type"), own("Status")) {
                let value = Condition { status, reason: own("Reason"), message: own("Message"), since: stamp("LastTransitionTime") };
                node.conditions.insert(kind, Seen::new(value, row.span));
            }
        }
    }
    if let Some(created) = find(&it.fields, "CreationTimestamp") {
        node.created = Stamp::parse(&created.value).map(|at| Seen::new(at, created.span));
    }
    if let Some(renewed) = find(&it.fields, "Lease").and_then(|lease| lease.child("RenewTime")) {
        part.observed(Stamp::parse(&renewed.value), renewed.span);
    }
    for section in ["Capacity", "Allocatable", "Lease"] {
        for child in find(&it.fields, section).into_iter().flat_map(|field| &field.children) {
            node.fields
                .insert(format!("status.{}.{}", section.to_ascii_lowercase(), child.key), Seen::new(child.value.clone(), child.span));
        }
    }
    if let Some(allocated) = find(&it.fields, "Allocated resources") {
        // A remark in parentheses stands above the header.
        let header = allocated.children.iter().position(|it| it.raw.trim_start().starts_with("Resource")).unwrap_or(0);
        for row in InnerTable::of(allocated.children.get(header..).unwrap_or_default()).rows() {
            // `950m (23%)`
            if let Some((resource, requests)) = row.cell("Resource").zip(row.cell("Requests").and_then(|it| it.split(' ').next())) {
                node.fields.insert(format!("status.allocated.{resource}"), Seen::new(requests.to_owned(), row.span));
            }
        }
    }
    if let Some(pods) = find(&it.fields, "Non-terminated Pods") {
        // `(7 in total)`
        let count = pods.value.trim_start_matches('(').split(' ').next().unwrap_or_default();
        node.fields.insert("status.allocated.pods".to_owned(), Seen::new(count.to_owned(), pods.span));
    }
    if let Some(cidr) = find(&it.fields, "PodCIDR").filter(|field| field.known().is_some()) {
        node.fields.insert("spec.podCIDR".to_owned(), Seen::new(cidr.value.clone(), cidr.span));
    }
    status(node, find(&it.fields, "Unschedulable").filter(|field| field.value == "true").map(|field| field.span));
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
