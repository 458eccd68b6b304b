//! Which objects get a lane, and in which order.

use crate::diagnose::finding::Finding;
use crate::kind::Kind;
use crate::layout::card::Card;
use crate::layout::measure::mono_ems;
use crate::layout::scene::{Caption, Health};
use crate::layout::timeline::axis::Axis;
use crate::layout::timeline::marks;
use crate::model::moment::{Grade, Moment, all};
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::order;
use crate::order::Map;
use crate::report::Report;
use crate::time::Stamp;

/// More lanes than this are no picture.
const CAP: usize = 60;

/// One object and what happened to it.
pub struct Lane {
    pub id: ObjectRef,
    pub moments: Vec<Moment>,
}

impl Lane {
    /// How high it is.
    pub fn height(&self, axis: &Axis, end: Stamp) -> f32 {
        let tracks = marks::marks(self, axis, end).iter().map(|it| it.track + 1).max().unwrap_or(1);
        (12.0 + tracks as f32 * marks::TRACK).max(40.0)
    }

    /// The shape before it has a place.
    pub fn card(&self) -> Card {
        let id = &self.id;
        let kind = id.kind.name();
        let detail = id.namespace.as_ref().map_or_else(|| kind.to_owned(), |namespace| format!("{kind} · {namespace}"));
        let part = if id.kind == Kind::Node { PartId::Node(id.name.clone()) } else { PartId::Pod(id.clone()) };
        let health = self.moments.iter().map(|it| health(it.grade)).max().unwrap_or_default();
        Card { health, objects: vec![id.clone()], ..Card::new(part, vec![Caption::Name(fitting(&id.name)), Caption::Verbatim(detail)]) }
    }
}

/// A name whose end tells one pod from the other keeps that end.
fn fitting(name: &str) -> String {
    const MOST: usize = 31;
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= MOST || mono_ems(name) <= 19.0 {
        return name.to_owned();
    }
    let head: String = letters.iter().take(MOST - 12).collect();
    let tail: String = letters.iter().skip(letters.len() - 11).collect();
    format!("{head}…{tail}")
}

/// The rank of something that happened.
pub fn health(grade: Grade) -> Health {
    match grade {
        Grade::Normal => Health::Ok,
        Grade::Warning => Health::Look,
        Grade::Failure => Health::Broken,
    }
}

/// The lanes, the most telling first, and how many are left out: what incidents are about, cause before effect; then by warnings.
pub fn lanes(report: &Report) -> (Vec<Lane>, u32) {
    let places = places(report);
    let mut ranked: Vec<((usize, u64, u64), Lane)> = all(&report.cluster)
        .into_iter()
        .map(|(id, moments)| {
            let count = |grade: Grade| moments.iter().filter(|it| it.grade == grade).map(|it| it.count.min(50)).sum::<u64>();
            let bad = count(Grade::Failure) * 2 + count(Grade::Warning);
            let place = places.get(&id).copied().unwrap_or(usize::MAX);
            ((place, u64::MAX - bad, u64::MAX - moments.len() as u64), Lane { id, moments })
        })
        .collect();
    order::sort_by(&mut ranked, |a, b| a.0.cmp(&b.0));
    let more = ranked.len().saturating_sub(CAP);
    ranked.truncate(CAP);
    (ranked.into_iter().map(|(_, lane)| lane).collect(), u32::try_from(more).unwrap_or(u32::MAX))
}

/// The objects of incidents by their place in the story. Of one finding about hundreds of objects only a few are told of.
fn places(report: &Report) -> Map<ObjectRef, usize> {
    const ALSO: usize = 6;
    let mut places = Map::new();
    for finding in (0..report.diagnosis.incidents.len()).flat_map(|incident| findings(report, incident)) {
        for object in std::iter::once(&finding.subject).chain(finding.also.iter().take(ALSO)) {
            let next = places.len();
            places.slot(object.clone(), || next);
        }
    }
    places
}

/// The findings of an incident, cause before effect.
pub fn findings(report: &Report, incident: usize) -> Vec<&Finding> {
    let Some(incident) = report.diagnosis.incidents.get(incident) else { return Vec::new() };
    let indices = std::iter::once(incident.root).chain(incident.effects.iter().map(|it| it.finding));
    indices.filter_map(|index| report.diagnosis.findings.get(index)).collect()
}
