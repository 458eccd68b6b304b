//! [`Report`](crate::report::Report) → [`Scene`](scene::Scene): geometry only.

pub mod geometry;
pub mod scene;
