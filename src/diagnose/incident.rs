//! Findings joined by cause and effect.

use crate::crosses;
use crate::diagnose::finding::{Confidence, Severity, Step};
use crate::text::Phrase;

/// A root cause with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Index of the root finding in the report.
    pub root: usize,
    /// What follows, cause before effect.
    pub effects: Vec<Effect>,
    /// The highest severity in it.
    pub severity: Severity,
    /// How surely the root is the cause.
    pub confidence: Confidence,
    /// The incident in one line, for its heading.
    pub headline: Phrase,
    /// Who is hit: namespaces, workloads, Services.
    pub hit: Vec<Phrase>,
    /// What still works, and why.
    pub still_works: Vec<Phrase>,
    /// What one more failure would do.
    pub at_risk: Vec<Phrase>,
    /// Other causes that fit, each with the command that tells it apart.
    pub alternatives: Vec<Phrase>,
    /// What settles it, in order.
    pub settle: Vec<Step>,
}

crosses! { struct Incident { root, effects, severity, confidence, headline, hit, still_works, at_risk, alternatives, settle } }

/// A finding that follows from another of the same incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Index of the finding in the report.
    pub finding: usize,
    /// Index of the finding it follows from.
    pub cause: usize,
    /// Why it follows.
    pub because: Phrase,
}

crosses! { struct Effect { finding, cause, because } }
