//! Volumes that a pod waits for: events of attaching and mounting that are not resolved.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::status;
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::phrase;
use crate::text::Phrase;

/// Pods of one workload that wait for a volume.
pub struct Trouble<'a> {
    /// The first of them.
    pub id: ObjectRef,
    /// It, where the text shows more than the event.
    pub pod: Option<&'a Pod>,
    /// The others.
    pub also: Vec<ObjectRef>,
    /// The event that says most.
    pub event: &'a Event,
}

/// What a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The volume is still attached to another node.
    MultiAttach,
    /// Attaching fails otherwise.
    Attach,
    /// A ConfigMap or Secret is not there.
    Missing,
    /// The driver is not on the node.
    NoDriver,
    /// Mounting fails otherwise.
    Mount,
    /// Only the wait that follows from one of the others.
    TimedOut,
}

fn sort(event: &Event) -> Option<Sort> {
    let says = |words: &str| event.message.contains(words);
    match event.reason.as_str() {
        "FailedAttachVolume" if says("Multi-Attach") => Some(Sort::MultiAttach),
        "FailedAttachVolume" => Some(Sort::Attach),
        "FailedMount" if says("list of registered CSI drivers") => Some(Sort::NoDriver),
        "FailedMount" if (says("configmap \"") || says("secret \"")) && says("not found") || says("non-existent config key") => {
            Some(Sort::Missing)
        }
        "FailedMount" if says("nable to attach or mount volumes") || says("nable to mount volumes") => Some(Sort::TimedOut),
        "FailedMount" | "FailedMapVolume" => Some(Sort::Mount),
        _ => None,
    }
}

/// The pods whose trouble is of one sort, by workload.
pub fn troubles(cluster: &Cluster, wanted: Sort) -> Vec<Trouble<'_>> {
    let mut by_pod: Map<ObjectRef, &Event> = Map::new();
    for (at, event) in cluster.events.iter().enumerate() {
        let Some(of) = sort(event) else { continue };
        let Some(id) = about(cluster, at, event).filter(|id| still(cluster, id, event)) else { continue };
        let best = by_pod.slot(id, || event);
        let rank = |it: &Event, of: Sort| (of == Sort::TimedOut, it.age_secs.unwrap_or(i64::MAX));
        if sort(best).is_none_or(|have| rank(event, of) < rank(best, have)) {
            *best = event;
        }
    }
    let mut by_workload: Map<(Option<String>, String), Trouble<'_>> = Map::new();
    for (id, event) in by_pod.iter().filter(|(_, event)| sort(event) == Some(wanted)) {
        let pod = cluster.pods.get(id);
        let workload = pod.map_or_else(|| workload_of(&Pod::new(id.clone())), workload_of);
        let trouble = by_workload.slot((id.namespace.clone(), workload), || Trouble { id: id.clone(), pod, also: Vec::new(), event });
        let shown = |pod: Option<&Pod>| pod.is_some_and(|it| it.status.is_some());
        if trouble.id != *id {
            // One whose state the text shows speaks for the others.
            let better = shown(pod) && !shown(trouble.pod);
            let other = if better { std::mem::replace(&mut trouble.id, id.clone()) } else { id.clone() };
            trouble.also.push(other);
            if better {
                (trouble.pod, trouble.event) = (pod, event);
            }
        }
    }
    by_workload.into_values().collect()
}

/// The pod of an event. Where only the table of events was pasted, its first line may name the pod.
fn about(cluster: &Cluster, at: usize, event: &Event) -> Option<ObjectRef> {
    if let Some(id) = &event.object {
        return Some(id.clone()).filter(|id| id.kind == Kind::Pod);
    }
    let before = cluster.events.get(..at)?.iter().rev();
    let placed = before.take_while(|it| it.object.is_none() && it.span.source == event.span.source).find(|it| it.reason == "Scheduled")?;
    let (namespace, name) = placed.message.strip_prefix("Successfully assigned ")?.split(' ').next()?.split_once('/')?;
    Some(ObjectRef::pod(Some(namespace), name))
}

/// Whether the pod still waits: it is not known to run, to be gone, or to have started since.
fn still(cluster: &Cluster, id: &ObjectRef, event: &Event) -> bool {
    let later = |it: &Event| {
        it.reason == "Started" && it.object.as_ref() == Some(id) && it.age_secs.zip(event.age_secs).is_some_and(|(it, this)| it < this)
    };
    if cluster.events.iter().any(later) {
        return false;
    }
    match cluster.pods.get(id) {
        Some(pod) => match status(pod) {
            "" | "Pending" | "ContainerCreating" | "PodInitializing" => true,
            other => other.starts_with("Init:"),
        },
        None => cluster.scope.covering(&Kind::Pod, id.namespace.as_deref()).is_none(),
    }
}

/// The volume that an event names.
pub fn volume(event: &Event) -> &str {
    event.message.split_once("volume \"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// The node that is not ready holds the volume: the pod that used it is there still.
pub fn held_there(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let on = |id: &ObjectRef| cluster.pods.get(id).and_then(|pod| pod.node.as_ref()).is_some_and(|node| node.value == cause.subject.name);
    effect.also.iter().any(on).then(|| phrase!("the pod that holds the volume is on that node", "占用该卷的 Pod 在该节点上"))
}
