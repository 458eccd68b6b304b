//! A row of `kubectl get nodes` → node.

use crate::model::node::Node;
use crate::order;
use crate::parse::record::Row;
use crate::span::Seen;
use crate::time::parse_age;

/// Takes over what the row shows; later rows win.
pub(super) fn read(node: &mut Node, row: Row<'_>) {
    let seen = |header: &str| row.cell(header).map(|cell| Seen::new(cell.to_owned(), row.span));
    let keep = |field: &mut Option<Seen<String>>, header: &str| {
        if let Some(value) = seen(header) {
            *field = Some(value);
        }
    };
    keep(&mut node.status, "STATUS");
    keep(&mut node.version, "VERSION");
    keep(&mut node.internal_ip, "INTERNAL-IP");
    keep(&mut node.os_image, "OS-IMAGE");
    keep(&mut node.kernel, "KERNEL-VERSION");
    keep(&mut node.runtime, "CONTAINER-RUNTIME");
    if row.has("ROLES") {
        node.roles = row.cell("ROLES").map(|roles| order::set(roles.split(',').map(str::to_owned))).unwrap_or_default();
        node.roles_seen = Some(row.span);
    }
    if let Some(age) = row.cell("AGE").and_then(parse_age) {
        node.age_secs = Some(Seen::new(age, row.span));
    }
    node.sightings.push(row.span);
}
