//! Which workload a pod belongs to: by its owner where the text shows one, else by the listed objects and its name.
//! Knows the names that Kubernetes makes; knows no shapes.

use crate::diagnose::workload::replica_set;
use crate::kind::Kind;
use crate::layout::objects::{find, owner};
use crate::layout::scene::Drawn;
use crate::model::component::Placement;
use crate::model::pod::Pod;
use crate::report::Report;

/// What pods of one set have in common, as their own text shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Set<'a> {
    /// Its owner is told.
    Owned(&'a Kind, &'a str),
    /// Its name ends as that of a ReplicaSet's pod.
    Replica(&'a str),
    /// Its name ends with a number.
    Ordinal(&'a str),
    /// Its name ends with letters that were made.
    Generated(&'a str, bool),
    /// A static pod, by its product.
    Static(&'a str),
    /// Nothing of that.
    Bare(&'a str),
}

/// The set of a pod.
pub fn set(pod: &Pod) -> Set<'_> {
    let name = pod.id.name.as_str();
    let is_placed = |how: Placement| pod.component.as_ref().is_some_and(|it| it.placement == how);
    match &pod.owner {
        Some(owner) if owner.value.kind == Kind::Node => return Set::Static(product(pod)),
        Some(owner) => return Set::Owned(&owner.value.kind, &owner.value.name),
        None if is_placed(Placement::Static) => return Set::Static(product(pod)),
        None => {}
    }
    let Some((rest, last)) = name.rsplit_once('-') else { return Set::Bare(name) };
    if let Some((_, run)) = rest.rsplit_once('-')
        && is_run(run)
        && is_made(last)
    {
        return Set::Generated(rest, false);
    }
    if let Some(set) = replica_set(pod) {
        return Set::Replica(set);
    }
    if !last.is_empty() && last.len() <= 4 && last.bytes().all(|it| it.is_ascii_digit()) {
        return Set::Ordinal(rest);
    }
    if is_made(last) { Set::Generated(rest, is_placed(Placement::PerNode)) } else { Set::Bare(name) }
}

fn product(pod: &Pod) -> &str {
    pod.component.as_ref().map_or(pod.id.name.as_str(), |it| it.product.as_str())
}

fn is_made(part: &str) -> bool {
    part.len() == 5 && part.bytes().all(|it| b"bcdfghjklmnpqrstvwxz2456789".contains(&it))
}

/// The end of the name of a Job that a `CronJob` made: the minute since 1970.
fn is_run(part: &str) -> bool {
    (8..=10).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
}

/// A workload: what is on top, and what is between it and its pods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its kind; `None` where the text does not tell what controls the pods.
    pub kind: Option<Kind>,
    /// Its name.
    pub name: String,
    /// How surely it is there.
    pub presence: Drawn,
    /// The ReplicaSet or Job between.
    pub between: Option<(Kind, String)>,
}

impl Place {
    fn top(kind: Option<Kind>, name: &str, presence: Drawn) -> Self {
        Self { kind, name: name.to_owned(), presence, between: None }
    }

    fn over(kind: Kind, name: &str, presence: Drawn, between: (Kind, &str)) -> Self {
        Self { between: Some((between.0, between.1.to_owned())), ..Self::top(Some(kind), name, presence) }
    }
}

/// The workload of a set.
pub fn place(report: &Report, namespace: Option<&str>, set: Set<'_>) -> Place {
    match set {
        Set::Owned(kind, name) => of_object(report, namespace, kind, name, Drawn::Seen),
        Set::Replica(name) => of_object(report, namespace, &Kind::ReplicaSet, name, Drawn::Inferred),
        Set::Ordinal(name) => {
            let presence = if find(report, Kind::StatefulSet, namespace, name).is_some() { Drawn::Seen } else { Drawn::Inferred };
            Place::top(Some(Kind::StatefulSet), name, presence)
        }
        Set::Generated(name, per_node) => {
            let kinds = [Kind::DaemonSet, Kind::Job, Kind::ReplicaSet, Kind::ReplicationController];
            let listed = kinds.into_iter().find(|kind| find(report, kind.clone(), namespace, name).is_some());
            let run = name.rsplit_once('-').is_some_and(|(_, run)| is_run(run));
            match listed {
                Some(kind) => of_object(report, namespace, &kind, name, Drawn::Inferred),
                None if run => of_object(report, namespace, &Kind::Job, name, Drawn::Inferred),
                None => Place::top(per_node.then_some(Kind::DaemonSet), name, Drawn::Inferred),
            }
        }
        Set::Static(name) => Place::top(Some(Kind::Node), name, Drawn::Seen),
        Set::Bare(name) => Place::top(Some(Kind::Pod), name, Drawn::Seen),
    }
}

/// The workload that an object is, or is part of.
pub fn of_object(report: &Report, namespace: Option<&str>, kind: &Kind, name: &str, presence: Drawn) -> Place {
    let listed = find(report, kind.clone(), namespace, name);
    let own = if listed.is_some() { Drawn::Seen } else { presence };
    let top = match kind {
        Kind::ReplicaSet => Kind::Deployment,
        Kind::Job => Kind::CronJob,
        _ => return Place::top(Some(kind.clone()), name, own),
    };
    let told = listed.and_then(owner);
    let stem = match kind {
        Kind::ReplicaSet => name.rsplit_once('-').filter(|(_, hash)| (6..=10).contains(&hash.len())),
        _ => name.rsplit_once('-').filter(|(_, run)| is_run(run)),
    };
    // An object of the API that has no owner tells that it has none.
    let alone = told.is_none() && listed.is_some_and(|it| it.fields.contains_key("metadata.uid"));
    let is_told = told.is_some();
    let (kind_of_top, upper) = match (told, stem) {
        (Some((kind, upper)), _) => (kind, upper),
        (None, Some((stem, _))) if !alone => (top, stem),
        _ => return Place::top(Some(kind.clone()), name, own),
    };
    let seen = is_told || find(report, kind_of_top.clone(), namespace, upper).is_some();
    Place::over(kind_of_top, upper, if seen { Drawn::Seen } else { Drawn::Inferred }, (kind.clone(), name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::object_ref::ObjectRef;

    #[test]
    fn names_tell_their_workload() {
        let report = Report::default();
        for (pod, kind, name, between) in [
            ("cart-api-67df58466c-6n4mq", Some(Kind::Deployment), "cart-api", Some("cart-api-67df58466c")),
            ("backup-28812340-x7k9d", Some(Kind::CronJob), "backup", Some("backup-28812340")),
            ("mysql-0", Some(Kind::StatefulSet), "mysql", None),
            ("agent-j872x", None, "agent", None),
            ("debug", Some(Kind::Pod), "debug", None),
        ] {
            let pod = Pod::new(ObjectRef::pod(Some("shop"), pod));
            let place = place(&report, Some("shop"), set(&pod));
            assert_eq!((place.kind, place.name.as_str()), (kind, name));
            assert_eq!(place.between.as_ref().map(|(_, it)| it.as_str()), between);
        }
    }
}
