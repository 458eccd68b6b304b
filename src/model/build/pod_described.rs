//! `kubectl describe pod` → pod.

use crate::kind::Kind;
use crate::model::build::part::Part;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Condition, Container, Mount, Pod, Ratio, Restarts};
use crate::order::Map;
use crate::parse::cell::is_name;
use crate::parse::outline::{Field, find};
use crate::parse::record::Described;
use crate::span::Seen;
use crate::time::Stamp;

/// Takes over what the description shows.
pub(super) fn read(pod: &mut Pod, it: &Described, part: &mut Part) {
    let field = |key: &str| find(&it.fields, key);
    let seen = |key: &str| field(key).and_then(|field| Some(Seen::new(field.known()?.to_owned(), field.span)));
    if let Some(node) = seen("Node") {
        // `node-1/10.0.0.1`
        let name = node.value.split('/').next().unwrap_or_default().to_owned();
        pod.node = Some(Seen::new(name, node.span)).filter(|it| is_name(&it.value));
    }
    pod.ip = seen("IP").or(pod.ip.take());
    // As `get` does, which prints the reason of the phase in its place: Evicted for Failed.
    pod.status = seen("Reason").or(seen("Status")).or(pod.status.take());
    pod.started = seen("Start Time").and_then(|it| Some(Seen::new(Stamp::parse(&it.value)?, it.span)));
    if let Some(started) = &pod.started {
        part.observed(Some(started.value), started.span);
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
    for (section, init) in [("Init Containers", true), ("Containers", false)] {
        for child in field(section).into_iter().flat_map(|field| &field.children) {
            pod.containers.push(container(child, init, part));
        }
    }
    if let Some(conditions) = field("Conditions").map(|field| field.table()) {
        for row in conditions.rows() {
            if let (Some(kind), Some(status)) = (row.cell("Type"), row.cell("Status")) {
                let value = Condition { status: status.to_owned(), ..Condition::default() };
                pod.conditions.insert(kind.to_owned(), Seen::new(value, row.span));
            }
        }
    }
    for (key, path) in [
        ("QoS Class", "qosClass"),
        ("Priority Class Name", "priorityClassName"),
        ("Service Account", "serviceAccountName"),
        ("Reason", "reason"),
        ("Message", "message"),
    ] {
        if let Some(value) = seen(key) {
            pod.fields.insert(path.to_owned(), value);
        }
    }
    for (key, path) in [("Node-Selectors", "nodeSelector"), ("Tolerations", "tolerations")] {
        for (at, (value, span)) in field(key).filter(|field| field.known().is_some()).into_iter().flat_map(Field::values).enumerate() {
            pod.fields.insert(format!("{path}.{at}"), Seen::new(value.to_owned(), span));
        }
    }
    // By the paths of the API, so that rules need not care which of the two was pasted.
    for (at, volume) in field("Volumes").into_iter().flat_map(|field| &field.children).enumerate() {
        if let Some(claim) = volume.child("ClaimName") {
            let path = format!("volumes.{at}.persistentVolumeClaim.claimName");
            pod.fields.insert(path, Seen::new(claim.value.clone(), claim.span));
        }
    }
    derive(pod);
    pod.sightings.push(it.span);
}

/// READY, STATUS and RESTARTS as `kubectl get` would print them from the containers. Source: kubectl's printers, `printPod`.
fn derive(pod: &mut Pod) {
    let of = |it: &Container| it.restarts.clone();
    let counts: Vec<Seen<u64>> = pod.containers.iter().filter_map(of).collect();
    let mains: Vec<&Container> = pod.containers.iter().filter(|it| !it.init).collect();
    if let Some(first) = counts.first() {
        pod.restarts = Some(Seen::new(Restarts { count: counts.iter().map(|it| it.value).sum(), last_ago_secs: None }, first.span));
    }
    let ready: Vec<&Seen<bool>> = mains.iter().filter_map(|it| it.ready.as_ref()).collect();
    if let Some(first) = ready.first() {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let ratio = Ratio { ready: count(ready.iter().filter(|it| it.value).count()), total: count(mains.len()) };
        pod.ready = Some(Seen::new(ratio, first.span));
    }
    let waiting = |it: &&&Container| it.state.as_ref().is_some_and(|state| state.value != "Running");
    let init = pod
        .containers
        .iter()
        .filter(|it| it.init)
        .find(|it| it.reason.as_ref().is_some_and(|reason| !matches!(reason.value.as_str(), "Completed" | "PodInitializing")));
    if let Some(reason) = init.and_then(|it| it.reason.as_ref()) {
        pod.status = Some(Seen::new(format!("Init:{}", reason.value), reason.span));
    } else if let Some((at, running)) = pod.containers.iter().filter(|it| it.init).enumerate().find(|(_, it)| still_runs(it)) {
        let all = pod.containers.iter().filter(|it| it.init).count();
        pod.status = running.state.as_ref().map(|state| Seen::new(format!("Init:{at}/{all}"), state.span));
    } else if let Some(reason) = mains.iter().filter(waiting).find_map(|it| it.reason.clone()) {
        pod.status = Some(reason);
    }
}

/// Whether an init container is under way; one that is ready as well is a sidecar.
fn still_runs(it: &Container) -> bool {
    it.state.as_ref().is_some_and(|state| state.value == "Running") && it.ready.as_ref().is_some_and(|ready| !ready.value)
}

fn container(field: &Field, init: bool, part: &mut Part) -> Container {
    let seen = |key: &str| field.child(key).and_then(|it| Some(Seen::new(it.known()?.to_owned(), it.span)));
    let below = |state: &str, key: &str| {
        field.child(state).and_then(|it| it.child(key)).and_then(|it| Some(Seen::new(it.known()?.to_owned(), it.span)))
    };
    let items = |key: &str| field.child(key).into_iter().flat_map(Field::values).map(|(value, span)| Seen::new(value.to_owned(), span));
    let started = below("State", "Started").and_then(|it| Some(Seen::new(Stamp::parse(&it.value)?, it.span)));
    let stamp = |state: &str, key: &str| below(state, key).and_then(|it| Some(Seen::new(Stamp::parse(&it.value)?, it.span)));
    let finished = stamp("Last State", "Finished").or_else(|| stamp("State", "Finished"));
    for seen in started.iter().chain(&finished) {
        part.observed(Some(seen.value), seen.span);
    }
    let number = |state: &str, key: &str| below(state, key).and_then(|it| Some(Seen::new(it.value.parse().ok()?, it.span)));
    let mut fields = Map::new();
    for (section, path) in [("Limits", "resources.limits"), ("Requests", "resources.requests"), ("Environment", "env")] {
        for child in field.child(section).into_iter().flat_map(|it| &it.children) {
            fields.insert(format!("{path}.{}", child.key), Seen::new(child.value.clone(), child.span));
        }
    }
    for (key, path) in [
        ("Port", "ports"),
        ("Ports", "ports"),
        ("Host Port", "hostPorts"),
        ("Host Ports", "hostPorts"),
        ("Image ID", "imageID"),
        ("Container ID", "containerID"),
    ] {
        if let Some(value) = seen(key) {
            fields.insert(path.to_owned(), value);
        }
    }
    let mut probes = Map::new();
    for name in ["Liveness", "Readiness", "Startup"] {
        if let Some(probe) = seen(name) {
            probes.insert(name.to_owned(), probe);
        }
    }
    Container {
        name: field.key.clone(),
        init,
        image: seen("Image"),
        command: items("Command").chain(items("Args")).collect(),
        state: seen("State"),
        reason: below("State", "Reason"),
        message: below("State", "Message"),
        started,
        ready: seen("Ready").map(|it| Seen::new(it.value == "True", it.span)),
        last_reason: below("Last State", "Reason"),
        last_finished: finished,
        exit_code: number("Last State", "Exit Code").or_else(|| number("State", "Exit Code")),
        signal: number("Last State", "Signal").or_else(|| number("State", "Signal")),
        restarts: seen("Restart Count").and_then(|it| Some(Seen::new(it.value.parse().ok()?, it.span))),
        mounts: items("Mounts").filter_map(|it| mount(&it)).collect(),
        probes,
        fields,
        ..Container::default()
    }
}

/// `/etc/kubernetes/pki from k8s-certs (ro)`.
fn mount(item: &Seen<String>) -> Option<Seen<Mount>> {
    let (path, volume) = item.value.split_once(" from ")?;
    let volume = volume.split(' ').next().unwrap_or(volume);
    Some(Seen::new(Mount { path: path.to_owned(), volume: volume.to_owned() }, item.span))
}
