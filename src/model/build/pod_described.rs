//! `kubectl describe pod` → pod.

use crate::model::kind::Kind;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Container, Mount, Pod, PodEvent, Ratio, Restarts};
use crate::order::Map;
use crate::parse::cell::is_name;
use crate::parse::outline::{Field, find};
use crate::parse::record::Described;
use crate::span::{Seen, Span};
use crate::time::{Stamp, parse_age};

/// Takes over what the description shows.
pub(super) fn read(pod: &mut Pod, it: &Described, now: &mut Option<Seen<Stamp>>) {
    let field = |key: &str| find(&it.fields, key);
    let seen = |key: &str| field(key).and_then(|field| Some(Seen::new(field.known()?.to_owned(), field.span)));
    if let Some(node) = seen("Node") {
        // `node-1/10.0.0.1`
        let name = node.value.split('/').next().unwrap_or_default().to_owned();
        pod.node = Some(Seen::new(name, node.span)).filter(|it| is_name(&it.value));
    }
    pod.ip = seen("IP").or(pod.ip.take());
    pod.status = seen("Status").or(pod.status.take());
    pod.started = seen("Start Time").and_then(|it| Some(Seen::new(Stamp::parse(&it.value)?, it.span)));
    if let Some(started) = &pod.started {
        observed(now, Some(started.value), started.span);
    }
    if let Some(owner) = seen("Controlled By")
        && let Some((kind, name)) = owner.value.split_once('/')
    {
        let kind = Kind::parse(kind);
        let namespace = if kind.namespaced() == Some(false) { None } else { pod.id.namespace.clone() };
        pod.owner = Some(Seen::new(ObjectRef { kind, namespace, name: name.to_owned() }, owner.span));
    }
    for (label, _) in field("Labels").into_iter().flat_map(Field::values) {
        let (key, value) = label.split_once('=').unwrap_or((label, ""));
        pod.labels.insert(key.to_owned(), value.to_owned());
    }
    for (annotation, _) in field("Annotations").into_iter().flat_map(Field::values) {
        if let Some((key, value)) = annotation.split_once(": ") {
            pod.annotations.insert(key.to_owned(), value.to_owned());
        }
    }
    pod.containers = field("Containers").map(|it| it.children.iter().map(|it| container(it, now)).collect()).unwrap_or_default();
    for (cells, span) in field("Conditions").map(Field::rows).unwrap_or_default() {
        if let [(_, kind), (_, status), ..] = cells.as_slice() {
            pod.conditions.insert(kind.clone(), Seen::new(status.clone(), span));
        }
    }
    pod.events.extend(field("Events").map(Field::rows).unwrap_or_default().into_iter().map(event));
    derive(pod);
    pod.sightings.push(it.span);
}

/// READY, STATUS and RESTARTS as `kubectl get` would print them from the containers. Source: kubectl's printers, `printPod`.
fn derive(pod: &mut Pod) {
    let of = |it: &Container| it.restarts.clone();
    let counts: Vec<Seen<u64>> = pod.containers.iter().filter_map(of).collect();
    if let Some(first) = counts.first() {
        pod.restarts = Some(Seen::new(Restarts { count: counts.iter().map(|it| it.value).sum(), last_ago_secs: None }, first.span));
    }
    let ready: Vec<&Seen<bool>> = pod.containers.iter().filter_map(|it| it.ready.as_ref()).collect();
    if let Some(first) = ready.first() {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let ratio = Ratio { ready: count(ready.iter().filter(|it| it.value).count()), total: count(pod.containers.len()) };
        pod.ready = Some(Seen::new(ratio, first.span));
    }
    if let Some(reason) =
        pod.containers.iter().filter(|it| it.state.as_ref().is_some_and(|state| state.value != "Running")).find_map(|it| it.reason.clone())
    {
        pod.status = Some(reason);
    }
}

fn container(field: &Field, now: &mut Option<Seen<Stamp>>) -> Container {
    let seen = |key: &str| field.child(key).and_then(|it| Some(Seen::new(it.known()?.to_owned(), it.span)));
    let below = |state: &str, key: &str| {
        field.child(state).and_then(|it| it.child(key)).and_then(|it| Some(Seen::new(it.known()?.to_owned(), it.span)))
    };
    let items = |key: &str| field.child(key).into_iter().flat_map(Field::values).map(|(value, span)| Seen::new(value.to_owned(), span));
    let started = below("State", "Started").and_then(|it| Some(Seen::new(Stamp::parse(&it.value)?, it.span)));
    if let Some(started) = &started {
        observed(now, Some(started.value), started.span);
    }
    let mut probes = Map::new();
    for name in ["Liveness", "Readiness", "Startup"] {
        if let Some(probe) = seen(name) {
            probes.insert(name.to_owned(), probe);
        }
    }
    Container {
        name: field.key.clone(),
        image: seen("Image"),
        command: items("Command").chain(items("Args")).collect(),
        state: seen("State"),
        reason: below("State", "Reason"),
        started,
        ready: seen("Ready").map(|it| Seen::new(it.value == "True", it.span)),
        last_reason: below("Last State", "Reason"),
        exit_code: below("Last State", "Exit Code").and_then(|it| Some(Seen::new(it.value.parse().ok()?, it.span))),
        restarts: seen("Restart Count").and_then(|it| Some(Seen::new(it.value.parse().ok()?, it.span))),
        mounts: items("Mounts").filter_map(|it| mount(&it)).collect(),
        probes,
    }
}

/// `/etc/kubernetes/pki from k8s-certs (ro)`.
fn mount(item: &Seen<String>) -> Option<Seen<Mount>> {
    let (path, volume) = item.value.split_once(" from ")?;
    let volume = volume.split(' ').next().unwrap_or(volume);
    Some(Seen::new(Mount { path: path.to_owned(), volume: volume.to_owned() }, item.span))
}

/// A row of the event table: `Warning  Unhealthy  10m (x3 over 2h)  kubelet  Readiness probe failed`.
fn event((cells, span): (Vec<(String, String)>, Span)) -> Seen<PodEvent> {
    let cell = |header: &str| cells.iter().find(|(have, _)| have == header).map(|(_, cell)| cell.as_str()).unwrap_or_default();
    let age = cell("Age");
    let (last, repeated) = age.split_once(" (x").map_or((age, None), |(last, rest)| (last, rest.split([' ', ')']).next()));
    Seen::new(
        PodEvent {
            kind: cell("Type").to_owned(),
            reason: cell("Reason").to_owned(),
            age_secs: parse_age(last),
            count: repeated.and_then(|count| count.parse().ok()),
            message: cell("Message").to_owned(),
        },
        span,
    )
}

/// Moves "now" forward to the newest instant at which something was observed.
pub(super) fn observed(now: &mut Option<Seen<Stamp>>, at: Option<Stamp>, span: Span) {
    if let Some(at) = at
        && now.as_ref().is_none_or(|have| have.value < at)
    {
        *now = Some(Seen::new(at, span));
    }
}
