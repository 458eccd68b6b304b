//! Where output is given: a field to paste or type in, and a file dialog.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::effects::paste::{take_files, take_paste, take_text};
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::start;

/// Properties of [`InputArea`].
#[derive(Clone, PartialEq, Properties)]
pub struct InputAreaProps {
    /// The state and its surroundings.
    pub app: App,
}

/// The field with its buttons. What is pasted into the empty field is read at once.
#[component]
pub fn InputArea(props: &InputAreaProps) -> Html {
    let app = &props.app;
    let text = use_state(String::new);
    let file_input = use_node_ref();
    let on_input = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                text.set(field.value());
            }
        })
    };
    let on_paste = {
        let (app, text) = (app.clone(), text.clone());
        Callback::from(move |event: Event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|_| text.trim().is_empty()) {
                take_paste(&app, event);
            }
        })
    };
    let on_read = {
        let (app, text) = (app.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let inputs = take_text(&app, &text);
            text.set(String::new());
            app.send(Msg::Offered(inputs));
        })
    };
    let on_choose = {
        let file_input = file_input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = file_input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let on_files = {
        let app = app.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let inputs = input.files().map(|files| take_files(&app, &files)).unwrap_or_default();
                input.set_value("");
                app.send(Msg::Offered(inputs));
            }
        })
    };
    html! {
        <div class="input-area">
            <textarea class="input-field" aria-label={app.t(start::FIELD)} placeholder={app.t(start::PLACEHOLDER)} value={(*text).clone()}
                spellcheck="false" autocomplete="off" autocapitalize="off" oninput={on_input} onpaste={on_paste} />
            <div class="input-actions">
                <button type="button" class="button is-primary" disabled={text.trim().is_empty()} onclick={on_read}>{ app.t(start::READ) }</button>
                <button type="button" class="button" onclick={on_choose}>{ icon(Glyph::Text) }{ app.t(start::CHOOSE) }</button>
                <span class="soft">{ app.t(start::DROP_HINT) }</span>
                <input ref={file_input} class="sr-only" type="file" multiple=true tabindex="-1" aria-hidden="true" onchange={on_files} />
            </div>
        </div>
    }
}
