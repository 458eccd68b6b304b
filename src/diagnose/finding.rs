//! What a rule found: a statement with its proof.

use crate::crosses;
use crate::model::object_ref::ObjectRef;
use crate::span::Span;
use crate::text::Phrase;

/// What it does to the cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Needs attention.
    Warning,
    /// Broken now, or one step from it.
    Critical,
}

crosses! { enum Severity { Info, Warning, Critical } }

/// How surely it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// One of several explanations.
    Possible,
    /// The evidence fits and nothing contradicts.
    Likely,
    /// A line says so.
    Certain,
}

crosses! { enum Confidence { Possible, Likely, Certain } }

/// A line of the user's text that proves something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Where.
    pub span: Span,
    /// What it shows.
    pub note: Phrase,
}

crosses! { struct Evidence { span, note } }

/// A command to run next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The command, with real names filled in.
    pub command: String,
    /// Where to run it.
    pub place: Place,
    /// What it tells, or does.
    pub purpose: Phrase,
    /// Whether it only reads.
    pub safe: bool,
}

crosses! { struct Step { command, place, purpose, safe } }

/// Where a command is run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Wherever kubectl works.
    Kubectl,
    /// In a shell on that node.
    Node(String),
}

crosses! { enum Place { Kubectl, Node(name) } }

/// Proof that cannot be empty: a finding without evidence cannot be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    first: Evidence,
    rest: Vec<Evidence>,
}

crosses! { struct Proof { first, rest } }

impl Proof {
    /// A proof that starts with one line.
    #[inline(never)]
    pub fn new(span: Span, note: Phrase) -> Self {
        Self { first: Evidence { span, note }, rest: Vec::new() }
    }

    /// The same with one more line.
    #[must_use]
    #[inline(never)]
    pub fn and(mut self, span: Span, note: Phrase) -> Self {
        let next = Evidence { span, note };
        if self.iter().all(|have| have.span != next.span) {
            self.rest.push(next);
        }
        self
    }

    /// The lines, the strongest first.
    pub fn iter(&self) -> impl Iterator<Item = &Evidence> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

/// A statement about the cluster with its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// What it does to the cluster.
    pub severity: Severity,
    /// How surely it is so.
    pub confidence: Confidence,
    /// What it is about.
    pub subject: ObjectRef,
    /// The other objects it affects.
    pub also: Vec<ObjectRef>,
    /// One line: what is wrong.
    pub title: Phrase,
    /// Why it matters, or how it is known.
    pub why: Phrase,
    /// What to do.
    pub fix: Phrase,
    /// Commands that settle or mend it, in order.
    pub next: Vec<Step>,
    /// The lines that prove it.
    pub evidence: Proof,
}

crosses! { struct Finding { rule, severity, confidence, subject, also, title, why, fix, next, evidence } }

impl Finding {
    /// All that it is about: the subject first.
    pub fn objects(&self) -> impl Iterator<Item = &ObjectRef> + Clone {
        std::iter::once(&self.subject).chain(&self.also)
    }
}
