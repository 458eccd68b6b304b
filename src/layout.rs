//! [`Report`](crate::report::Report) → [`Scene`](scene::Scene): geometry only.

pub mod architecture;
pub mod geometry;
pub mod measure;
pub mod scene;
