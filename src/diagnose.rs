//! [`Cluster`](crate::model::cluster::Cluster) → findings → incidents. Knows operations; does not know text or layout.

pub mod diagnosis;
pub mod finding;
pub mod incident;
