//! [`Report`](crate::report::Report) → [`Scene`](scene::Scene): geometry only. Pure: one report and one request, one picture.

pub mod architecture;
pub mod canvas;
pub mod card;
pub mod geometry;
pub mod health;
pub mod measure;
pub mod natural;
pub mod nodes;
pub mod objects;
pub mod request;
pub mod scene;
pub mod spaces;
pub mod squares;
pub mod timeline;
pub mod traffic;
pub mod workloads;

use crate::layout::request::{LayoutRequest, Picture};
use crate::layout::scene::Scene;
use crate::report::Report;

/// Draws what is asked for.
pub fn layout(report: &Report, request: &LayoutRequest) -> Scene {
    match request.picture {
        Picture::Architecture => architecture::layout(report),
        Picture::Nodes => nodes::layout(report, request),
        Picture::Traffic => traffic::layout(report, request),
        Picture::Workloads => workloads::layout(report, request),
        Picture::Timeline => timeline::layout(report, request),
    }
}
