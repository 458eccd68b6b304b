//! Workloads → trees of cards: what stands on them and which rank they have. Knows no coordinates.

use std::cmp::Reverse;

use crate::diagnose::services::{age, field};
use crate::kind::Kind;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well, of_object, of_pod};
use crate::layout::objects::{image, image_of, named, rank, ready_of};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::layout::squares::Filled;
use crate::layout::workloads::gather::{Between, Draft};
use crate::layout::workloads::guards;
use crate::layout::workloads::tree::Tree;
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;
use crate::order;

type Squares<'a> = Vec<(&'a ObjectRef, Health)>;

/// The tree of a workload.
pub fn tree<'a>(report: &Ranked<'_>, namespace: Option<&str>, draft: &Draft<'a>) -> Tree<'a> {
    let kind = draft.place.kind.clone();
    let newest = newest(report, draft);
    let branches: Vec<Filled<'a>> = draft
        .sets
        .iter()
        .map(|((kind, name), it)| branch(report, namespace, kind, name, it, newest.as_deref(), draft.place.presence))
        .collect();
    let cells = squares(report, &draft.direct);
    let own = |id: &ObjectRef| PartId::Pod(id.clone());
    let first = draft.direct.first().map(|it| it.id.clone());
    let object = match &kind {
        Some(Kind::Pod | Kind::Node) | None => first,
        Some(kind) => Some(named(kind.clone(), namespace, &draft.place.name)),
    };
    let id = match (&kind, &object) {
        (Some(Kind::Node), _) if namespace == Some("kube-system") => PartId::Product(draft.place.name.clone()),
        (_, Some(object)) => own(object),
        (_, None) => PartId::NotShown,
    };
    let mut captions = vec![Caption::Name(draft.place.name.clone())];
    captions.extend(kind_of(kind.as_ref()));
    let counted = counts(draft);
    let own_rank = counted.as_ref().map_or(Health::Ok, |it| it.1);
    captions.extend(counted.map(|(it, _)| it));
    if kind == Some(Kind::Deployment) && draft.sets.len() > 1 {
        captions.push(Caption::Rollout);
    }
    captions.extend(draft.listed.and_then(more));
    if branches.is_empty() {
        let shown = draft.direct.first().and_then(|it| image(it)).or_else(|| draft.listed.and_then(image_of));
        captions.extend(shown.map(|it| Caption::Verbatim(it.to_owned())));
    }
    let worst = cells.iter().map(|it| it.1).max().unwrap_or_default();
    let health = object.as_ref().map_or(worst, |it| of_object(report, it, own_rank)).max(worst);
    let owned = matches!(kind, Some(Kind::Pod | Kind::Node) | None);
    let mut objects: Vec<ObjectRef> =
        if owned { draft.direct.iter().map(|it| it.id.clone()).collect() } else { object.into_iter().collect() };
    if !owned {
        objects.extend(Filled::ill(&cells));
    }
    let card = Card { health, presence: draft.place.presence, objects, ..Card::new(id, captions) };
    let scalers = draft.scalers.iter().map(|it| guards::scaler(report, it).0);
    let budgets = draft.budgets.iter().map(|(it, how)| Card { presence: *how, ..guards::budget(report, it) });
    Tree { owner: Filled { card, cells }, branches, guards: scalers.chain(budgets).collect() }
}

fn kind_of(kind: Option<&Kind>) -> Option<Caption> {
    Some(match kind {
        Some(Kind::Node) => Caption::StaticPods,
        Some(Kind::Pod) => Caption::BarePod,
        Some(kind) => Caption::Verbatim(kind.name().to_owned()),
        None => Caption::OwnerNotShown,
    })
}

/// What is ready of what is wanted, and its rank.
fn counts(draft: &Draft<'_>) -> Option<(Caption, Health)> {
    if let (Some(Kind::Job), Some(job)) = (&draft.place.kind, draft.listed) {
        return completed(job).map(|it| (it, Health::Ok));
    }
    if let Some(listed) = draft.listed.and_then(ready_of) {
        return Some(match listed {
            (_, 0) => (Caption::ScaledToZero, Health::Ok),
            (ready, wanted) => (Caption::ReadyOf(ready, wanted), rank(ready, wanted)),
        });
    }
    let pods = draft.direct.iter().chain(draft.sets.values().flat_map(|it| &it.pods)).copied();
    let runs = !matches!(draft.place.kind, Some(Kind::CronJob | Kind::Job | Kind::Pod));
    let (ready, all) = ready(pods);
    (runs && all > 0).then_some((Caption::ReadyOf(ready, all), Health::Ok))
}

fn completed(job: &Other) -> Option<Caption> {
    let number = |names: &[&str]| field(job, names).and_then(|it| it.value.parse::<u32>().ok());
    if let Some((done, all)) = field(job, &["COMPLETIONS"]).and_then(|it| it.value.split_once('/')) {
        return Some(Caption::Completed(done.parse().ok()?, all.split(' ').next()?.parse().ok()?));
    }
    Some(Caption::Completed(number(&["status.succeeded"]).unwrap_or(0), number(&["spec.completions"])?))
}

/// A schedule; that it is suspended.
fn more(it: &Other) -> Option<Caption> {
    if field(it, &["SUSPEND", "Suspend", "spec.suspend"]).is_some_and(|it| it.value.eq_ignore_ascii_case("true")) {
        return Some(Caption::Suspended);
    }
    field(it, &["SCHEDULE", "Schedule", "spec.schedule"]).map(|it| Caption::Verbatim(it.value.clone()))
}

/// Pods that are ready, and all that are meant to run.
pub fn ready<'a>(pods: impl Iterator<Item = &'a Pod>) -> (u32, u32) {
    let over = |pod: &Pod| pod.status.as_ref().is_some_and(|it| matches!(it.value.as_str(), "Completed" | "Succeeded"));
    pods.filter(|pod| !over(pod)).fold((0, 0), |(ready, all), pod| (ready + u32::from(is_well(pod) == Some(true)), all + 1))
}

fn squares<'a>(report: &Ranked<'_>, pods: &[&'a Pod]) -> Squares<'a> {
    pods.iter().map(|pod| (&pod.id, of_pod(report, pod))).collect()
}

fn branch<'a>(
    report: &Ranked<'_>,
    namespace: Option<&str>,
    kind: &Kind,
    name: &str,
    it: &Between<'a>,
    newest: Option<&str>,
    top: Drawn,
) -> Filled<'a> {
    let id = named(kind.clone(), namespace, name);
    let cells = squares(report, &it.pods);
    let mut captions = vec![Caption::Name(name.to_owned())];
    let listed = it.listed.and_then(ready_of);
    let (ready, all) = ready(it.pods.iter().copied());
    let own = match (kind, listed) {
        (Kind::Job, _) => {
            captions.extend(it.listed.and_then(completed));
            Health::Ok
        }
        (_, Some((ready, wanted))) => {
            captions.push(Caption::ReadyOf(ready, wanted));
            rank(ready, wanted)
        }
        _ => {
            captions.push(Caption::ReadyOf(ready, all));
            Health::Ok
        }
    };
    captions.extend(newest.map(|newest| Caption::Revision(newest == name)));
    let shown = it.pods.first().and_then(|it| image(it)).or_else(|| it.listed.and_then(image_of));
    captions.extend(shown.map(|it| Caption::Verbatim(it.to_owned())));
    if captions.len() == 1 {
        captions.push(Caption::Verbatim(kind.name().to_owned()));
    }
    let worst = cells.iter().map(|it| it.1).max().unwrap_or_default();
    let mut objects = vec![id.clone()];
    objects.extend(Filled::ill(&cells));
    let told = it.listed.is_some() || it.pods.iter().any(|it| it.owner.is_some());
    let presence = if told { Drawn::Seen } else { top.max(Drawn::Inferred) };
    let card = Card { health: of_object(report, &id, own).max(worst), presence, objects, ..Card::new(PartId::Pod(id), captions) };
    Filled { card, cells }
}

const REVISION: &str = "metadata.annotations.deployment.kubernetes.io/revision";

/// The ReplicaSet that came last, where there are several and the text tells.
fn newest(report: &Ranked<'_>, draft: &Draft<'_>) -> Option<String> {
    if draft.place.kind != Some(Kind::Deployment) || draft.sets.len() < 2 {
        return None;
    }
    let mut known = Vec::new();
    for ((_, name), it) in &draft.sets {
        let revision = it.listed.and_then(|it| it.fields.get(REVISION)?.value.parse::<i64>().ok());
        let of_pods = || it.pods.iter().filter_map(|pod| pod.age_secs.as_ref()).map(|it| it.value).max();
        let age = it.listed.and_then(|it| age(&report.cluster, it)).or_else(of_pods);
        known.push((Reverse(revision), revision.map_or(age?, |_| 0), name));
    }
    order::sort(&mut known);
    match known.as_slice() {
        [first, second, ..] if (first.0, first.1) != (second.0, second.1) => Some(first.2.clone()),
        _ => None,
    }
}
