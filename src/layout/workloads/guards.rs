//! Autoscalers and disruption budgets → the workloads that they are about. Knows no coordinates.

use crate::diagnose::services::{field, matches, selector};
use crate::kind::Kind;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, of_object};
use crate::layout::objects::named;
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;

/// An autoscaler's card, and what it scales.
pub fn scaler(report: &Ranked<'_>, it: &Other) -> (Card, Option<ObjectRef>) {
    let word = |names: &[&str]| field(it, names).map(|it| it.value.clone()).unwrap_or_default();
    let least = word(&["MINPODS", "Min replicas", "spec.minReplicas"]);
    let scales = Caption::Scales {
        least: if least.is_empty() { "1".to_owned() } else { least },
        most: word(&["MAXPODS", "Max replicas", "spec.maxReplicas"]),
        now: word(&["REPLICAS", "status.currentReplicas"]),
    };
    let told = word(&["REFERENCE", "Reference"]);
    let (kind, name) = match told.split_once('/') {
        Some((kind, name)) => (kind.to_owned(), name.to_owned()),
        None => (word(&["spec.scaleTargetRef.kind"]), word(&["spec.scaleTargetRef.name"])),
    };
    let target = (!name.is_empty()).then(|| named(Kind::parse(&kind), it.id.namespace.as_deref(), &name));
    let captions = std::iter::once(scales).chain(field(it, &["TARGETS"]).map(|it| Caption::Verbatim(it.value.clone()))).collect();
    (card(report, it, captions), target)
}

/// A budget's card.
pub fn budget(report: &Ranked<'_>, it: &Other) -> Card {
    let allowed = field(it, &["ALLOWED DISRUPTIONS", "ALLOWED-DISRUPTIONS", "Status.Allowed disruptions", "status.disruptionsAllowed"]);
    let title = allowed.and_then(|it| it.value.parse().ok()).map_or_else(|| Caption::Name(it.id.name.clone()), Caption::Disruptions);
    let demand = [
        ("minAvailable", ["MIN AVAILABLE", "Min available", "spec.minAvailable"]),
        ("maxUnavailable", ["MAX UNAVAILABLE", "Max unavailable", "spec.maxUnavailable"]),
    ];
    let demand = demand.iter().find_map(|(word, names)| {
        let value = &field(it, names).filter(|it| it.value != "N/A")?.value;
        Some(Caption::Verbatim(format!("{word} {value}")))
    });
    card(report, it, std::iter::once(title).chain(demand).collect())
}

fn card(report: &Ranked<'_>, it: &Other, captions: Vec<Caption>) -> Card {
    Card { health: of_object(report, &it.id, Health::Ok), objects: vec![it.id.clone()], ..Card::new(PartId::Pod(it.id.clone()), captions) }
}

/// How surely a budget is about a workload with such pods: by its selector where the text shows that and labels, else by their common name.
pub fn guards(budget: &Other, workload: &str, pod: Option<&Pod>) -> Option<Drawn> {
    let told = selector(budget).map(|(pairs, _)| pairs).unwrap_or_default();
    let of_api = || {
        let path = |path: &str| path.strip_prefix("spec.selector.matchLabels.").map(str::to_owned);
        budget.fields.iter().filter_map(move |(at, seen)| Some((path(at)?, seen.value.clone())))
    };
    let of_api: Vec<(String, String)> = of_api().collect();
    let pairs: Vec<(&str, &str)> = if of_api.is_empty() {
        told.into_iter().filter(|(key, _)| !key.starts_with("match")).collect()
    } else {
        of_api.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
    };
    match pod.filter(|it| !pairs.is_empty() && !it.labels.is_empty()) {
        Some(pod) => matches(pod, &pairs).then_some(Drawn::Seen),
        None => (budget.id.name == workload).then_some(Drawn::Inferred),
    }
}
