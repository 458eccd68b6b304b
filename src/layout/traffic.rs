//! From the way in to the pods that answer: ingress → service → pods.

use crate::layout::request::LayoutRequest;
use crate::layout::scene::Scene;
use crate::report::Report;

/// Draws it.
pub fn layout(_report: &Report, _request: &LayoutRequest) -> Scene {
    Scene::default()
}
