//! Porthole: a Kubernetes cluster from nothing but its kubectl output.
//!
//! ```text
//! bytes ─ingest→ blocks ─parse→ records ─model→ Cluster ─diagnose→ findings, incidents ─layout→ Scene ─ui→ page
//! ```
//! Each layer imports only what stands to its left; `tests/architecture.rs` reads the imports.

pub mod border;
pub mod kind;
pub mod order;
pub mod span;
pub mod text;
pub mod time;

pub mod brief;
pub mod diagnose;
pub mod examples;
pub mod explain;
pub mod ingest;
pub mod layout;
pub mod model;
pub mod parse;
pub mod report;
pub mod rows;
pub mod session;
pub mod share;
pub mod talk;
pub mod ui;
