//! Copies text, and says for a moment that it did.

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// How long a button says "copied".
const SHOWN_MS: u32 = 1_600;

/// Whether the text was just copied, and what copies it.
#[hook]
pub fn use_copy(text: AttrValue) -> (bool, Callback<MouseEvent>) {
    let copied = use_state(|| false);
    let copy = {
        let copied = copied.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            let Some(window) = web_sys::window() else { return };
            let clipboard = window.navigator().clipboard();
            // Pages from plain http have none; the text can still be selected.
            if clipboard.is_undefined() {
                return;
            }
            let promise = clipboard.write_text(&text);
            let copied = copied.clone();
            spawn_local(async move {
                if JsFuture::from(promise).await.is_ok() {
                    copied.set(true);
                    Timeout::new(SHOWN_MS, move || copied.set(false)).forget();
                }
            });
        })
    };
    (*copied, copy)
}
