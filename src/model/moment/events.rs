//! Events as moments, and the same thing told twice.

use crate::kind::Kind;
use crate::model::event::Event;
use crate::model::moment::{Gathered, Grade, Moment, What};
use crate::model::object_ref::ObjectRef;

/// Two outputs that were taken one after the other tell of one event with ages that differ by so many seconds.
const NEAR: i64 = 90;
/// What is told twice stands near each other.
const BACK: usize = 8;

/// Reasons of events that tell of something that was killed, failed or fell silent. Source: the kubelet's and the controllers' own.
const FAILURES: &str = " NodeNotReady OOMKilling SystemOOM Evicted Evicting Killing Preempted TaintManagerEviction BackoffLimitExceeded DeadlineExceeded Rebooted ";

/// Events of everything but the pods that the text shows: these have theirs with them.
pub(super) fn of_others(gathered: &mut Gathered<'_>) {
    let cluster = gathered.cluster;
    for event in &cluster.events {
        let Some(id) = &event.object else { continue };
        if gathered.wants(id) && !(id.kind == Kind::Pod && cluster.pods.contains_key(id)) {
            of_event(gathered, id, event);
        }
    }
}

/// One event, if the text dates it.
pub(super) fn of_event(gathered: &mut Gathered<'_>, id: &ObjectRef, event: &Event) {
    let Some(to) = event.last.or_else(|| event.age_secs.map(|secs| gathered.ago(secs))) else { return };
    let from = event.first_age_secs.map_or(to, |secs| gathered.ago(secs)).min(to);
    let moment = Moment {
        from,
        count: event.count.unwrap_or(1),
        message: event.message.clone(),
        ..Moment::at(to, What::Event(event.reason.clone()), grade(event), event.span)
    };
    gathered.add(id, moment);
}

fn grade(event: &Event) -> Grade {
    let reason = event.reason.as_str();
    let listed = FAILURES.split(' ').any(|it| it == reason);
    match event.kind.as_str() {
        _ if listed && !reason.is_empty() => Grade::Failure,
        "Warning" if reason.starts_with("Failed") && !matches!(reason, "FailedScheduling" | "FailedGetResourceMetric") => Grade::Failure,
        "Warning" => Grade::Warning,
        _ => Grade::Normal,
    }
}

/// Adds a moment unless it is told already: a list and a description show the same event.
pub(super) fn join(moments: &mut Vec<Moment>, moment: Moment) {
    let near =
        |it: &Moment| (it.to.0 - moment.to.0).abs() <= NEAR && (it.from.0 - moment.from.0).abs() <= NEAR.max(moment.to.0 - moment.from.0);
    let same = |it: &Moment| it.what == moment.what && it.message == moment.message && near(it);
    match moments.iter_mut().rev().take(BACK).find(|it| same(it)) {
        Some(have) => {
            have.count = have.count.max(moment.count);
            have.to = have.to.max(moment.to);
        }
        None => moments.push(moment),
    }
}
