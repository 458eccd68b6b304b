//! The keys that work anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::ui::components::search::FIELD;
use crate::ui::context::App;
use crate::ui::effects::focus::focus;
use crate::ui::state::Overlay;
use crate::ui::state::msg::{Msg, Turn};

/// Listens for Esc, `n`, `p` and `?`.
#[hook]
pub fn use_keys(app: &App) {
    let dispatcher = app.dispatcher.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
                    return;
                }
                let typing = in_text_field(event);
                match event.key().as_str() {
                    "Escape" => dispatcher.dispatch(Msg::Escape),
                    "n" if !typing => dispatcher.dispatch(Msg::Walk(Turn::Next)),
                    "p" if !typing => dispatcher.dispatch(Msg::Walk(Turn::Previous)),
                    "/" if !typing => {
                        event.prevent_default();
                        focus(FIELD);
                    }
                    "?" if !typing => dispatcher.dispatch(Msg::Overlay(Some(Overlay::Keys))),
                    _ => {}
                }
            })
        });
        move || drop(listener)
    });
}

/// Whether the event belongs to something that takes text itself.
pub fn in_text_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable())
}
