//! A layer on top of the page. It takes the focus and gives it back.

use yew::prelude::*;

use crate::text::Text;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::page;

/// Its id, by which it takes the focus.
pub const ID: &str = "modal";

/// The layer; a click beside it or Esc closes it. `key` tells one layer from another.
pub fn modal(app: &App, key: &'static str, title: Text, content: Html) -> Html {
    let title = app.t(title);
    let close = app.on(Msg::Overlay(None));
    html! {
        <div {key} class="modal-shade" onclick={close.clone()}>
            <div id={ID} class="modal" role="dialog" aria-modal="true" aria-label={title} tabindex="-1"
                onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                <div class="modal-header">
                    <h2>{ title }</h2>
                    <button type="button" class="icon-button" onclick={close} aria-label={app.t(page::CLOSE)} title={app.t(page::CLOSE)}>{ icon(Glyph::Close) }</button>
                </div>
                { content }
            </div>
        </div>
    }
}
