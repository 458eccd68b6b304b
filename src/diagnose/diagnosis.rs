//! The result of all rules over one cluster.

use crate::crosses;
use crate::diagnose::dismissal::Dismissed;
use crate::diagnose::finding::{Finding, Severity, Step};
use crate::diagnose::incident::Incident;
use crate::model::object_ref::ObjectRef;
use crate::order;
use crate::text::Phrase;

/// Findings, the incidents they form, and what was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// All findings; incidents point into this by index. Most severe first, then by rule and subject.
    pub findings: Vec<Finding>,
    /// Most severe first. Every critical or warning finding is in exactly one.
    pub incidents: Vec<Incident>,
    /// Findings on how the cluster is secured, not on what is broken: indices; in no incident.
    pub posture: Vec<usize>,
    /// What the user has set aside.
    pub dismissed: Vec<Dismissed>,
    /// How many rules ran.
    pub rules_run: u32,
    /// What they had before them: kinds with counts.
    pub looked_at: Phrase,
    /// What could not be judged from this text, and what to paste for it.
    pub not_judged: Vec<Gap>,
}

crosses! { struct Diagnosis { findings, incidents, posture, dismissed, rules_run, looked_at, not_judged } }

/// Something the text could not have shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is not known.
    pub what: Phrase,
    /// The command that would tell.
    pub step: Step,
}

crosses! { struct Gap { what, step } }

impl Diagnosis {
    /// The findings about `object` (as subject or in `also`), with their indices. Reads them all: for many objects see [`Self::by_object`].
    pub fn about<'a>(&'a self, object: &'a ObjectRef) -> impl Iterator<Item = (usize, &'a Finding)> {
        self.findings.iter().enumerate().filter(move |(_, it)| it.subject == *object || it.also.contains(object))
    }

    /// The same for whoever asks for many objects.
    pub fn by_object(&self) -> ByObject<'_> {
        let mut all: Vec<(&ObjectRef, usize)> = Vec::new();
        for (at, finding) in self.findings.iter().enumerate() {
            all.push((&finding.subject, at));
            all.extend(finding.also.iter().map(|id| (id, at)));
        }
        order::sort(&mut all);
        all.dedup();
        ByObject { findings: &self.findings, all }
    }
}

/// Findings by the objects that they are about.
#[derive(Debug)]
pub struct ByObject<'a> {
    findings: &'a [Finding],
    /// Sorted.
    all: Vec<(&'a ObjectRef, usize)>,
}

impl<'a> ByObject<'a> {
    /// The findings about `object` (as subject or in `also`), in their order.
    pub fn about(&self, object: &ObjectRef) -> impl Iterator<Item = &'a Finding> {
        let from = self.all.partition_point(|(id, _)| *id < object);
        let of = self.all.get(from..).unwrap_or_default().iter().take_while(move |(id, _)| *id == object);
        of.filter_map(|(_, at)| self.findings.get(*at))
    }

    /// The highest severity of any finding about `object`, if there is one.
    pub fn severity_of(&self, object: &ObjectRef) -> Option<Severity> {
        self.about(object).map(|finding| finding.severity).max()
    }
}
