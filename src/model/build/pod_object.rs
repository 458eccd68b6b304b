//! A Pod of the API → pod, with STATUS, READY and RESTARTS as `kubectl get` would print them.

use tree::{Sort, Value};

use crate::kind::Kind;
use crate::model::build::flatten::flatten_at;
use crate::model::build::part::Part;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Condition, Container, Mount, Pod, Ratio, Restarts};
use crate::parse::record::Object;
use crate::span::Seen;
use crate::time::Stamp;

/// Fields of the specification that have a place of their own.
const TYPED: &[&str] = &["containers", "initContainers", "ephemeralContainers", "nodeName"];

/// Takes over what the object shows.
pub(super) fn read(pod: &mut Pod, it: Object<'_>, part: &mut Part) {
    let seen = |value: Value<'_>| Some(Seen::new(value.str()?.to_owned(), it.span(value)));
    let at = |path: &str| it.value.at(path).and_then(seen);
    let stamp = |path: &str| it.value.at(path).and_then(|value| Some(Seen::new(Stamp::parse(value.str()?)?, it.span(value))));
    let of_meta = |key: &str| it.metadata.get(key).and_then(|value| Some(Seen::new(Stamp::parse(value.str()?)?, it.span(value))));
    pod.created = of_meta("creationTimestamp");
    pod.started = stamp("status.startTime");
    pod.deleted = of_meta("deletionTimestamp");
    for seen in pod.created.iter().chain(&pod.started) {
        part.observed(Some(seen.value), seen.span);
    }
    pod.node = at("spec.nodeName");
    pod.ip = at("status.podIP");
    pod.owner = it.metadata.get("ownerReferences").and_then(|owners| owners.children().next()).and_then(|owner| {
        let kind = Kind::parse(owner.get("kind")?.str()?);
        let namespace = if kind.namespaced() == Some(false) { None } else { pod.id.namespace.clone() };
        Some(Seen::new(ObjectRef { kind, namespace, name: owner.get("name")?.str()?.to_owned() }, it.span(owner)))
    });
    for (into, path) in [(&mut pod.labels, "labels"), (&mut pod.annotations, "annotations")] {
        for entry in it.metadata.get(path).into_iter().flat_map(Value::children) {
            into.insert(entry.key().to_owned(), entry.str().unwrap_or_default().to_owned());
        }
    }
    for condition in it.value.at("status.conditions").into_iter().flat_map(Value::children) {
        let text = |key: &str| condition.get(key).and_then(Value::str);
        if let (Some(kind), Some(status)) = (text("type"), text("status")) {
            let since = part.observed_in(it, condition, "lastTransitionTime");
            let own = |key: &str| text(key).map(str::to_owned);
            let value = Condition { status: status.to_owned(), reason: own("reason"), message: own("message"), since };
            pod.conditions.insert(kind.to_owned(), Seen::new(value, it.span(condition.get("status").unwrap_or(condition))));
        }
    }
    if let Some(spec) = it.value.get("spec") {
        pod.fields = flatten_at(it, spec, TYPED);
    }
    let lists = [("spec.initContainers", "status.initContainerStatuses", true), ("spec.containers", "status.containerStatuses", false)];
    for (specs, statuses, init) in lists {
        let statuses: Vec<Value<'_>> = it.value.at(statuses).into_iter().flat_map(Value::children).collect();
        for spec in it.value.at(specs).into_iter().flat_map(Value::children) {
            let name = spec.get("name").and_then(Value::str).unwrap_or_default();
            let status = statuses.iter().find(|status| status.get("name").and_then(Value::str) == Some(name)).copied();
            pod.containers.push(container(it, spec, status, init, part));
        }
    }
    if it.value.get("status").is_some() {
        derive(pod, it, part.newest.as_ref().map(|it| it.value));
    }
    pod.sightings.push(it.named());
}

fn container(it: Object<'_>, spec: Value<'_>, status: Option<Value<'_>>, init: bool, part: &mut Part) -> Container {
    let seen = |value: Value<'_>| Some(Seen::new(value.str()?.to_owned(), it.span(value)));
    let of_status = |path: &str| status.and_then(|status| status.at(path));
    let state = status.and_then(|status| status.get("state")).and_then(|state| state.children().find(|it| it.sort() != Sort::Null));
    let of_state = |key: &str| state.and_then(|state| state.get(key));
    let last = of_status("lastState.terminated");
    let of_last = |key: &str| last.and_then(|last| last.get(key));
    let stamp = |value: Option<Value<'_>>| value.and_then(|value| Some(Seen::new(Stamp::parse(value.str()?)?, it.span(value))));
    let number = |value: Option<Value<'_>>| value.and_then(|value| Some(Seen::new(value.int()?, it.span(value))));
    let started = stamp(of_state("startedAt"));
    let finished = stamp(of_last("finishedAt"));
    for seen in started.iter().chain(&finished) {
        part.observed(Some(seen.value), seen.span);
    }
    let mut fields = flatten_at(it, spec, &["name", "image", "command", "args", "volumeMounts"]);
    for key in ["containerID", "imageID"] {
        if let Some(id) = of_status(key).and_then(seen).filter(|id| !id.value.is_empty()) {
            fields.insert(key.to_owned(), id);
        }
    }
    // As kubectl 1.8 dumped it, all three are there under capital letters, two of them null.
    let word = |key: &str| match key {
        "running" | "Running" => "Running",
        "waiting" | "Waiting" => "Waiting",
        _ => "Terminated",
    };
    let list = |key: &str| spec.get(key).into_iter().flat_map(Value::children).filter_map(seen);
    let mounts = spec.get("volumeMounts").into_iter().flat_map(Value::children).filter_map(|mount| {
        let text = |key: &str| mount.get(key).and_then(Value::str).map(str::to_owned);
        Some(Seen::new(Mount { path: text("mountPath")?, volume: text("name")? }, it.span(mount)))
    });
    Container {
        name: spec.get("name").and_then(Value::str).unwrap_or_default().to_owned(),
        init,
        sidecar: init && spec.get("restartPolicy").and_then(Value::str) == Some("Always"),
        image: spec.get("image").and_then(seen),
        command: list("command").chain(list("args")).collect(),
        state: state.map(|state| Seen::new(word(state.key()).to_owned(), it.span(state))),
        reason: of_state("reason").and_then(seen),
        message: of_state("message").and_then(seen),
        started,
        ready: of_status("ready").and_then(|value| Some(Seen::new(value.bool()?, it.span(value)))),
        last_reason: of_last("reason").and_then(seen),
        last_finished: finished,
        exit_code: number(of_state("exitCode")).or_else(|| number(of_last("exitCode"))),
        signal: number(of_state("signal")).or_else(|| number(of_last("signal"))),
        restarts: number(of_status("restartCount")).and_then(|it| Some(Seen::new(u64::try_from(it.value).ok()?, it.span))),
        mounts: mounts.collect(),
        probes: probes(it, spec),
        fields,
    }
}

/// Probes in the words of describe: `http-get http://:8080/healthz delay=0s timeout=1s period=10s #success=1 #failure=3`.
fn probes(it: Object<'_>, spec: Value<'_>) -> crate::order::Map<String, Seen<String>> {
    let mut probes = crate::order::Map::new();
    for (name, key) in [("Liveness", "livenessProbe"), ("Readiness", "readinessProbe"), ("Startup", "startupProbe")] {
        let Some(probe) = spec.get(key) else { continue };
        let text = |path: &str| probe.at(path).and_then(Value::str).unwrap_or_default();
        let how = if probe.get("httpGet").is_some() {
            let scheme = if text("httpGet.scheme") == "HTTPS" { "https" } else { "http" };
            format!("http-get {scheme}://{}:{}{}", text("httpGet.host"), text("httpGet.port"), text("httpGet.path"))
        } else if probe.get("tcpSocket").is_some() {
            format!("tcp-socket :{}", text("tcpSocket.port"))
        } else if probe.get("grpc").is_some() {
            format!("grpc <pod>:{} {}", text("grpc.port"), text("grpc.service"))
        } else {
            let words: Vec<&str> = probe.at("exec.command").into_iter().flat_map(Value::children).filter_map(Value::str).collect();
            format!("exec [{}]", words.join(" "))
        };
        let or = |path: &str, default: &str| if text(path).is_empty() { default.to_owned() } else { text(path).to_owned() };
        // The API server fills the defaults in; a manifest does not show them.
        let whole = format!(
            "{how} delay={}s timeout={}s period={}s #success={} #failure={}",
            or("initialDelaySeconds", "0"),
            or("timeoutSeconds", "1"),
            or("periodSeconds", "10"),
            or("successThreshold", "1"),
            or("failureThreshold", "3")
        );
        probes.insert(name.to_owned(), Seen::new(whole, it.span(probe)));
    }
    probes
}

/// What `kubectl get pods` prints. Source: the API server's printers, `printPod` in pkg/printers/internalversion/printers.go.
fn derive(pod: &mut Pod, it: Object<'_>, now: Option<Stamp>) {
    let phase = it.value.at("status.phase");
    let whole = it.span(it.value.get("status").unwrap_or(it.value));
    let mut status = it.value.at("status.reason").or(phase).and_then(Value::str).unwrap_or("Unknown").to_owned();
    let mut span = phase.map_or(whole, |phase| it.span(phase));
    if let Some(gated) = pod.conditions.get("PodScheduled").filter(|it| it.value.reason.as_deref() == Some("SchedulingGated")) {
        (status, span) = ("SchedulingGated".to_owned(), gated.span);
    }
    let (mut restarts, mut last_restart) = (0, None);
    let inits: Vec<&Container> = pod.containers.iter().filter(|it| it.init).collect();
    let mut initialising = false;
    for (at, init) in inits.iter().enumerate() {
        restarts += init.restarts.as_ref().map_or(0, |it| it.value);
        last_restart = last_restart.max(init.last_finished.as_ref().map(|it| it.value));
        let state = init.state.as_ref().map_or("", |it| it.value.as_str());
        let exit = init.exit_code.as_ref().map(|it| it.value);
        let started = init.sidecar && state == "Running" && init.ready.as_ref().is_some_and(|it| it.value);
        if state == "Terminated" && exit == Some(0) || started || init.sidecar && state == "Running" {
            continue;
        }
        let reason = init.reason.as_ref().map(|it| it.value.as_str()).filter(|reason| !reason.is_empty());
        status = match (state, reason) {
            ("Terminated", Some(reason)) => format!("Init:{reason}"),
            ("Terminated", None) => match (&init.signal, exit) {
                (Some(signal), _) => format!("Init:Signal:{}", signal.value),
                (None, exit) => format!("Init:ExitCode:{}", exit.unwrap_or(0)),
            },
            ("Waiting", Some(reason)) if reason != "PodInitializing" => format!("Init:{reason}"),
            _ => format!("Init:{at}/{}", inits.len()),
        };
        span = init.state.as_ref().map_or(whole, |it| it.span);
        initialising = true;
        break;
    }
    let mains: Vec<&Container> = pod.containers.iter().filter(|it| !it.init).collect();
    let ready = |it: &&&Container| {
        it.ready.as_ref().is_some_and(|ready| ready.value) && it.state.as_ref().is_some_and(|state| state.value == "Running")
    };
    let sidecars = inits.iter().filter(|it| it.sidecar);
    let ready_count = mains.iter().filter(ready).count() + sidecars.clone().filter(ready).count();
    let total = mains.len() + sidecars.count();
    if !initialising {
        let mut running = false;
        for main in mains.iter().rev() {
            restarts += main.restarts.as_ref().map_or(0, |it| it.value);
            last_restart = last_restart.max(main.last_finished.as_ref().map(|it| it.value));
            let state = main.state.as_ref().map_or("", |it| it.value.as_str());
            let reason = main.reason.as_ref().map(|it| it.value.as_str()).filter(|reason| !reason.is_empty());
            let at = main.reason.as_ref().or(main.state.as_ref()).map_or(whole, |it| it.span);
            match (state, reason) {
                ("Waiting" | "Terminated", Some(reason)) => (status, span) = (reason.to_owned(), at),
                ("Terminated", None) => {
                    let exit = main.exit_code.as_ref().map_or(0, |it| it.value);
                    (status, span) =
                        (main.signal.as_ref().map_or_else(|| format!("ExitCode:{exit}"), |it| format!("Signal:{}", it.value)), at);
                }
                ("Running", _) if main.ready.as_ref().is_some_and(|it| it.value) => running = true,
                _ => {}
            }
        }
        if status == "Completed" && running {
            let is_ready = pod.conditions.get("Ready").is_some_and(|it| it.value.status == "True");
            status = if is_ready { "Running" } else { "NotReady" }.to_owned();
        }
    }
    if let Some(deleted) = &pod.deleted {
        let lost = it.value.at("status.reason").and_then(Value::str) == Some("NodeLost");
        (status, span) = (if lost { "Unknown" } else { "Terminating" }.to_owned(), deleted.span);
    }
    pod.status = Some(Seen::new(status, span));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let at_ready = mains.iter().find_map(|it| it.ready.as_ref()).map_or(whole, |it| it.span);
    pod.ready = Some(Seen::new(Ratio { ready: count(ready_count), total: count(total) }, at_ready));
    let at_restarts = pod.containers.iter().filter_map(|it| it.restarts.as_ref()).max_by_key(|it| it.value).map_or(whole, |it| it.span);
    let last_ago_secs = if restarts > 0 { now.zip(last_restart).map(|(now, last)| (now.0 - last.0).max(0)) } else { None };
    pod.restarts = Some(Seen::new(Restarts { count: restarts, last_ago_secs }, at_restarts));
    if let (Some(created), Some(now)) = (&pod.created, now) {
        pod.age_secs = Some(Seen::new((now.0 - created.value.0).max(0), created.span));
    }
}
