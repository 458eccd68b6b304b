//! Pods that a controller may not create: its `FailedCreate` events, by workload.

use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;

/// A workload whose pods are refused.
pub struct Refused<'a> {
    /// The Deployment of a ReplicaSet, else the controller itself.
    pub workload: ObjectRef,
    /// The last event.
    pub event: &'a Event,
}

/// The workloads of which an event says one of some words, and that still lack pods as far as the text tells.
pub fn refused<'a>(cluster: &'a Cluster, words: &[&str]) -> Vec<Refused<'a>> {
    let mut found: Map<ObjectRef, &Event> = Map::new();
    for event in cluster.events.iter().filter(|it| it.reason == "FailedCreate" && words.iter().any(|word| it.message.contains(word))) {
        let Some(id) = event.object.as_ref().filter(|id| !complete(cluster, id)) else { continue };
        let best = found.slot(workload(id), || event);
        if event.age_secs < best.age_secs {
            *best = event;
        }
    }
    found.iter().map(|(workload, event)| Refused { workload: workload.clone(), event }).collect()
}

/// The text shows the controller with all its pods: the refusal is over.
fn complete(cluster: &Cluster, id: &ObjectRef) -> bool {
    let Some(other) = cluster.others.get(id) else { return false };
    let number = |names: [&str; 2]| names.iter().find_map(|name| other.fields.get(*name)).and_then(|it| it.value.parse::<u32>().ok());
    let described = other.fields.get("Replicas").and_then(|it| {
        let (current, rest) = it.value.split_once(" current / ")?;
        Some((current.parse::<u32>().ok()?, rest.split(' ').next()?.parse::<u32>().ok()?))
    });
    let listed = number(["CURRENT", "status.replicas"]).zip(number(["DESIRED", "spec.replicas"]));
    listed.or(described).is_some_and(|(current, desired)| current >= desired)
}

fn workload(id: &ObjectRef) -> ObjectRef {
    let name = workload_of(&Pod::new(id.clone()));
    let kind = if id.kind == Kind::ReplicaSet && name != id.name { Kind::Deployment } else { id.kind.clone() };
    ObjectRef { name: if kind == id.kind { id.name.clone() } else { name }, namespace: id.namespace.clone(), kind }
}

/// What stands between two words of a message.
pub fn between<'a>(message: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = message.split_once(from)?;
    Some(rest.split_once(to).map_or(rest, |(it, _)| it))
}
