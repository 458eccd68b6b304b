//! What pods tell of themselves: restarts, containers that began and ended, conditions.

use crate::model::moment::events::of_event;
use crate::model::moment::{Gathered, Grade, Moment, What};
use crate::model::pod::{Container, Pod};

pub(super) fn pods(gathered: &mut Gathered<'_>) {
    let cluster = gathered.cluster;
    match gathered.only {
        Some(id) => cluster.pods.get(id).into_iter().for_each(|pod| of_pod(gathered, pod)),
        None => cluster.pods.values().for_each(|pod| of_pod(gathered, pod)),
    }
}

fn of_pod(gathered: &mut Gathered<'_>, pod: &Pod) {
    let before = gathered.found.len();
    for event in &pod.events {
        of_event(gathered, &pod.id, event);
    }
    restarts(gathered, pod);
    for container in &pod.containers {
        ends(gathered, pod, container);
    }
    if let Some(deleted) = &pod.deleted {
        gathered.add(&pod.id, Moment::at(deleted.value, What::Deleted, Grade::Warning, deleted.span));
    }
    conditions(gathered, pod);
    // Of hundreds of thousands of pods nothing is told but that they were made.
    let telling = gathered.found.get(before..).is_some_and(|own| own.iter().any(|(_, it)| !it.still));
    if !telling && gathered.only.is_none() {
        return gathered.found.truncate(before);
    }
    let created = pod.created.as_ref().map(|it| (it.value, it.span));
    let created = created.or_else(|| pod.age_secs.as_ref().map(|it| (gathered.ago(it.value), it.span)));
    if let Some((at, span)) = created {
        gathered.add(&pod.id, Moment::still(at, What::Created, span));
    }
}

/// A list tells when the last restart was, objects and descriptions more of it.
fn restarts(gathered: &mut Gathered<'_>, pod: &Pod) {
    let Some(restarts) = &pod.restarts else { return };
    let told = pod.containers.iter().any(|it| it.last_finished.is_some());
    if let (Some(ago), false) = (restarts.value.last_ago_secs, told) {
        let moment = Moment::at(gathered.ago(ago), What::Restarted, Grade::Warning, restarts.span);
        gathered.add(&pod.id, Moment { count: restarts.value.count, ..moment });
    }
}

fn ends(gathered: &mut Gathered<'_>, pod: &Pod, container: &Container) {
    let name = || container.name.clone();
    let code = container.exit_code.as_ref().map(|it| it.value);
    if let Some(ended) = &container.last_finished {
        let reason = container.last_reason.as_ref().map_or("", |it| it.value.as_str());
        let well = code == Some(0) || reason == "Completed";
        // That an init container ends is as it should be; another shall go on.
        let grade = match (well, container.init && !container.sidecar) {
            (true, true) => Grade::Normal,
            (true, false) => Grade::Warning,
            (false, _) => Grade::Failure,
        };
        let why = match code {
            Some(code) if reason.is_empty() || reason == "Error" => format!("exit {code}"),
            _ => reason.to_owned(),
        };
        let moment = Moment::at(ended.value, What::Ended(name(), why), grade, ended.span);
        let count = container.restarts.as_ref().map_or(1, |it| it.value.max(1));
        gathered.add(&pod.id, Moment { count, still: grade == Grade::Normal, ..moment });
    }
    if let Some(started) = &container.started {
        let moment = Moment::still(started.value, What::Started(name()), started.span);
        gathered.add(&pod.id, Moment { still: container.last_finished.is_none() || container.init, ..moment });
    }
}

fn conditions(gathered: &mut Gathered<'_>, pod: &Pod) {
    let done = pod.status.as_ref().is_some_and(|it| matches!(it.value.as_str(), "Completed" | "Succeeded"));
    for (kind, seen) in &pod.conditions {
        let condition = &seen.value;
        let Some(since) = condition.since else { continue };
        let what = What::Condition(kind.clone(), condition.status.clone());
        // Of `ContainersReady` and `Initialized` only trouble is told, and `Ready` tells of the former too.
        let moment = match (kind.as_str(), condition.status.as_str()) {
            ("Ready", "True") => Moment::still(since, what, seen.span),
            ("ContainersReady", _) | (_, "True") => continue,
            _ if done => continue,
            _ => Moment::at(since, what, Grade::Warning, seen.span),
        };
        gathered.add(&pod.id, Moment { message: condition.message.clone().unwrap_or_default(), ..moment });
    }
}
