//! An event, as far as the text shows it.

use crate::model::object_ref::ObjectRef;
use crate::span::Span;
use crate::time::Stamp;

/// What happened to an object, from a list of events, a description or an object of the API.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// What it is about; `None` where the text shows the event alone.
    pub object: Option<ObjectRef>,
    /// `Normal` or `Warning`.
    pub kind: String,
    /// Such as `Unhealthy`.
    pub reason: String,
    /// What happened.
    pub message: String,
    /// When it was last seen, where the text tells the instant.
    pub last: Option<Stamp>,
    /// Seconds before the output that it was last seen.
    pub age_secs: Option<i64>,
    /// Seconds before the output that it was first seen.
    pub first_age_secs: Option<i64>,
    /// How often, where told.
    pub count: Option<u64>,
    /// Who says so: `kubelet`, `default-scheduler`.
    pub source: Option<String>,
    /// The line.
    pub span: Span,
}
