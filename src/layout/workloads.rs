//! What owns the pods: owner trees by namespace, with desired and ready.

use crate::layout::request::LayoutRequest;
use crate::layout::scene::Scene;
use crate::report::Report;

/// Draws it.
pub fn layout(_report: &Report, _request: &LayoutRequest) -> Scene {
    Scene::default()
}
