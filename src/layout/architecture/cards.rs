//! Pods → cards: the title, the line below it, the rank. Knows no coordinates.

use std::cmp::Reverse;

use crate::layout::architecture::workload;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well, of_pod};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::part::PartId;
use crate::model::pod::{Pod, Restarts};
use crate::order;

/// How much a card tells about a pod that is well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Only its name.
    Name,
    /// Its restarts too.
    Restarts,
    /// Its job and its restarts.
    Job,
}

/// The card of one pod.
pub fn of_one(report: &Ranked<'_>, pod: &Pod, detail: Detail) -> Card {
    let title = match &pod.component {
        Some(component) => Caption::Product(component.product.clone()),
        None => Caption::Name(workload::name(pod).to_owned()),
    };
    let health = of_pod(report, pod);
    let mut captions = vec![title];
    if let (Detail::Job, Some(component)) = (detail, &pod.component) {
        captions.push(Caption::Role(component.role));
    }
    let runs = pod.status.as_ref().is_none_or(|it| it.value == "Running");
    captions.extend(state(pod).filter(|_| detail != Detail::Name || health > Health::Ok || !runs));
    Card { health, objects: vec![pod.id.clone()], ..Card::new(PartId::Pod(pod.id.clone()), captions) }
}

/// The card of the pods of one product or workload. The worst of them stands for them where they have no identity of their own.
pub fn of_many(report: &Ranked<'_>, pods: &[&Pod], id: Option<PartId>, detail: Detail) -> Option<Card> {
    let worst = *pods.iter().min_by_key(|pod| (Reverse(of_pod(report, pod)), &pod.id))?;
    if pods.len() == 1 {
        return Some(of_one(report, worst, detail));
    }
    let count = u32::try_from(pods.len()).unwrap_or(u32::MAX);
    let well = u32::try_from(pods.iter().filter(|pod| is_well(pod) == Some(true)).count()).unwrap_or(u32::MAX);
    let title = match &worst.component {
        Some(component) => Caption::ProductCount(component.product.clone(), count),
        None => Caption::Name(workload::name(worst).to_owned()),
    };
    let mut captions = vec![title];
    if let (Detail::Job, Some(component)) = (detail, &worst.component) {
        captions.push(Caption::Role(component.role));
    }
    captions.push(Caption::ReadyOf(well, count));
    if is_well(worst) == Some(false) {
        captions.extend(state(worst));
    }
    Some(Card {
        health: of_pod(report, worst),
        objects: pods.iter().map(|pod| pod.id.clone()).collect(),
        ..Card::new(id.unwrap_or_else(|| PartId::Pod(worst.id.clone())), captions)
    })
}

/// At most `cap` cards: the worst are kept, and a last one says how many more there are.
pub fn capped(mut cards: Vec<Card>, cap: usize, more: PartId) -> Vec<Card> {
    if cards.len() <= cap {
        return cards;
    }
    order::sort_by_key(&mut cards, |card| Reverse(card.health));
    let left = cards.split_off(cap.saturating_sub(1));
    let caption = Caption::More(u32::try_from(left.len()).unwrap_or(u32::MAX));
    let health = left.iter().map(|card| card.health).max().unwrap_or_default();
    let objects = left.into_iter().flat_map(|card| card.objects).collect();
    cards.push(Card { health, objects, presence: Drawn::Seen, ..Card::new(more, vec![caption]) });
    cards
}

/// What its row tells: STATUS and restarts if it is not well, else restarts.
fn state(pod: &Pod) -> Option<Caption> {
    let restarts = pod.restarts.as_ref().map(|it| it.value);
    let status = pod.status.as_ref().map(|it| it.value.clone());
    match (status, restarts, is_well(pod)) {
        (Some(status), Some(restarts), Some(false)) => Some(Caption::StatusRestarts(status, restarts.count)),
        (Some(status), Some(Restarts { count: 0, .. }) | None, _) => Some(Caption::Verbatim(status)),
        (_, restarts, _) => restarts.map(|it| Caption::Restarts(it.count, None)),
    }
}
