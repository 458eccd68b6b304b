//! Records → [`Cluster`](cluster::Cluster): objects, relations, provenance, and what was observed.
//! Knows Kubernetes; does not know how the text was written.

pub mod build;
pub mod change;
pub mod cluster;
pub mod component;
pub mod event;
pub mod log_fact;
pub mod moment;
pub mod node;
pub mod node_group;
pub mod object_ref;
pub mod part;
pub mod pod;
pub mod product;
pub mod products;
pub mod recognise;
pub mod scope;
pub mod topology;
