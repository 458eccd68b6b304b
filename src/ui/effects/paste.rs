//! Paste anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, FileList};
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::effects::keys::in_text_field;
use crate::ui::input::{Input, Origin};
use crate::ui::state::msg::Msg;
use crate::ui::strings::page;

/// Takes what is pasted outside of text fields.
#[hook]
pub fn use_paste(app: &App) {
    let app = app.clone();
    use_effect_with(app.lang(), move |_| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "paste", options, move |event| {
                if let Some(event) = event.dyn_ref::<ClipboardEvent>()
                    && !in_text_field(event)
                {
                    take_paste(&app, event);
                }
            })
        });
        move || drop(listener)
    });
}

/// Takes files or text from a paste; keeps the browser from inserting it as well.
pub fn take_paste(app: &App, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let files = data.files().map(|files| take_files(app, &files)).unwrap_or_default();
    let inputs = if files.is_empty() { take_text(app, &data.get_data("text/plain").unwrap_or_default()) } else { files };
    if !inputs.is_empty() {
        event.prevent_default();
        app.send(Msg::Offered(inputs));
    }
}

/// Keeps a text as a paste; nothing if there is nothing in it.
pub fn take_text(app: &App, text: &str) -> Vec<Input> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![app.services.vault.keep_text(app.t(page::PASTE), text, Origin::Paste)]
}

/// Keeps the files of a list.
pub fn take_files(app: &App, files: &FileList) -> Vec<Input> {
    (0..files.length()).filter_map(|index| files.get(index)).map(|file| app.services.vault.keep_file(&file.name(), file)).collect()
}
