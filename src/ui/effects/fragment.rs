//! Keeps the address and the state in step, so that a link opens what it shows and Back closes the details.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::route::Route;
use crate::ui::state::msg::Msg;

/// What the address says now.
pub fn current() -> Route {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Route::parse(&fragment)
}

/// Writes the address when the state changes and follows it when the reader goes back or forth.
#[hook]
pub fn use_fragment(app: &App) {
    let dispatcher = app.dispatcher.clone();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            ["popstate", "hashchange"].map(|event| {
                let dispatcher = dispatcher.clone();
                EventListener::new(&window, event, move |_| dispatcher.dispatch(Msg::Routed(current())))
            })
        });
        move || drop(listeners)
    });
    use_effect_with(app.state.route(), write);
}

/// A new selection is a step that Back undoes; everything else replaces the address in place.
fn write(route: &Route) {
    let before = current();
    if before == *route {
        return;
    }
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let fragment = route.fragment();
    let written = if before.selection == route.selection {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&fragment))
    };
    // Where the browser allows no history (a sandboxed frame) the page works without.
    drop(written);
}
