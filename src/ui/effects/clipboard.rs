//! Copies text, and says for a moment that it did.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::state::msg::Msg;

/// How long a button says "copied".
const SHOWN_MS: u32 = 1_600;

/// A callback that copies the text.
pub fn copies(app: &App, text: Rc<str>) -> Callback<MouseEvent> {
    let dispatcher = app.dispatcher.clone();
    Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        let Some(window) = web_sys::window() else { return };
        let clipboard = window.navigator().clipboard();
        // Pages from plain http have none; the text can still be selected.
        if clipboard.is_undefined() {
            return;
        }
        let promise = clipboard.write_text(&text);
        let (dispatcher, text) = (dispatcher.clone(), text.clone());
        spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                dispatcher.dispatch(Msg::Copied(text.clone()));
                Timeout::new(SHOWN_MS, move || dispatcher.dispatch(Msg::CopyTold(text))).forget();
            }
        });
    })
}
