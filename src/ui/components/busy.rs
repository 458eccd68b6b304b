//! While the worker reads: what, how much, and a way out.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::input::{LARGE, human_size};
use crate::ui::state::msg::Msg;
use crate::ui::strings::notices;

/// The notice. It fades in, so that a short reading does not flash.
pub fn busy(app: &App) -> Html {
    let bytes: u64 = app.state.inputs.iter().map(|input| input.bytes).sum();
    html! {
        <div class="busy" role="status">
            <div class="busy-bar" aria-hidden="true"></div>
            <p><strong>{ app.t(notices::READING) }</strong>{ " " }{ app.p(&notices::reading(app.state.inputs.len(), &human_size(bytes))) }</p>
            if bytes >= LARGE { <p class="soft">{ app.t(notices::LARGE) }</p> }
            <button type="button" class="button" onclick={app.on(Msg::Cancel)}>{ app.t(notices::CANCEL) }</button>
        </div>
    }
}
