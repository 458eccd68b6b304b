//! [`Cluster`](crate::model::cluster::Cluster) → findings → incidents. Knows operations; does not know text or layout.

use crate::diagnose::diagnosis::Diagnosis;
use crate::model::cluster::Cluster;

pub mod diagnosis;
pub mod finding;
pub mod incident;

/// Runs every rule over a cluster and joins what they find.
pub fn diagnose(_cluster: &Cluster) -> Diagnosis {
    Diagnosis::default()
}
