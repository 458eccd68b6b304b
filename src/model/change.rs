//! What differs between two observations of one object.

use crate::model::object_ref::ObjectRef;
use crate::span::Seen;
use crate::text::Phrase;

/// A field that was different before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The object.
    pub object: ObjectRef,
    /// The field, as kubectl calls it: `STATUS`, `RESTARTS`, `spec.replicas`.
    pub field: String,
    /// The older observation.
    pub from: Seen<String>,
    /// The newer one, which the cluster shows.
    pub to: Seen<String>,
}

impl Change {
    /// `pods/shop/web-1 STATUS: Running → CrashLoopBackOff`.
    pub fn phrase(&self) -> Phrase {
        Phrase::same(format!("{} {}: {} → {}", self.object, self.field, self.from.value, self.to.value))
    }
}
