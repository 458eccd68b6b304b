//! What differs between two observations of one object.

use crate::model::object_ref::ObjectRef;
use crate::span::Seen;

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
