//! Brings into view what the reader was led to.

use yew::prelude::*;

use crate::ui::components::incident::heading_id;
use crate::ui::state::AppState;
use crate::ui::state::view::View;

/// The incident that is walked through, when it is chosen or its column appears.
#[hook]
pub fn use_incident_in_view(state: &AppState) {
    let chosen = state.incident.filter(|_| state.tracing && state.view == View::Architecture && state.analysis.is_some());
    use_effect_with(chosen, |chosen| {
        if let Some(index) = *chosen {
            scroll_near(&heading_id(index));
        }
    });
}

/// By as little as it takes: what is in view stays where it is.
fn scroll_near(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
