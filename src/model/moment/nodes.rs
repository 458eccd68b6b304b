//! What nodes tell of themselves: conditions, when they joined, and the leases by which they are known to live.

use crate::kind::Kind;
use crate::model::moment::{Gathered, Grade, Moment, What, end};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::time::Stamp;

/// A lease is renewed every ten seconds; one that was not for so long has lost its node. Source: the node controller's grace period, twice.
const LOST: i64 = 100;

pub(super) fn nodes(gathered: &mut Gathered<'_>) {
    let cluster = gathered.cluster;
    for node in cluster.nodes.values() {
        if gathered.wants(&node.id) {
            of_node(gathered, node);
        }
    }
    for lease in cluster.others.values().filter(|it| it.id.kind == Kind::Lease) {
        let id = ObjectRef::node(&lease.id.name);
        let renewed = lease.fields.get("spec.renewTime").and_then(|it| Some((Stamp::parse(&it.value)?, it.span)));
        let of_node = lease.id.namespace.as_deref() == Some("kube-node-lease");
        if let (Some((at, span)), true) = (renewed, of_node && gathered.wants(&id)) {
            let lost = end(cluster).0 - at.0 > LOST;
            let grade = if lost { Grade::Failure } else { Grade::Normal };
            gathered.add(&id, Moment { still: !lost, ..Moment::at(at, What::Renewed, grade, span) });
        }
    }
}

fn of_node(gathered: &mut Gathered<'_>, node: &Node) {
    for (kind, seen) in &node.conditions {
        let condition = &seen.value;
        let Some(since) = condition.since else { continue };
        let what = What::Condition(kind.clone(), condition.status.clone());
        let moment = match (kind.as_str(), condition.status.as_str()) {
            ("Ready", "True") => Moment::still(since, what, seen.span),
            ("Ready", _) => Moment::at(since, what, Grade::Failure, seen.span),
            (_, "False") => continue,
            _ => Moment::at(since, what, Grade::Warning, seen.span),
        };
        gathered.add(&node.id, Moment { message: condition.message.clone().unwrap_or_default(), ..moment });
    }
    let created = node.created.as_ref().map(|it| (it.value, it.span));
    if let Some((at, span)) = created.or_else(|| node.age_secs.as_ref().map(|it| (gathered.ago(it.value), it.span))) {
        gathered.add(&node.id, Moment::still(at, What::Created, span));
    }
}
