//! Inputs that were too large to take, with what to do instead.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::input::human_size;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{notices, page};

/// The notice; nothing where everything was taken.
pub fn refusal(app: &App) -> Html {
    if app.state.refused.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice is-look" role="alert">
            <h2>{ icon(Glyph::Look) }{ app.t(notices::TOO_LARGE) }</h2>
            <ul class="plain-list">
                { for app.state.refused.iter().map(|input| html! { <li>{ app.p(&notices::named_size(&input.name, &human_size(input.bytes))) }</li> }) }
            </ul>
            <p>{ app.t(notices::TOO_LARGE_WHY) }</p>
            <button type="button" class="button" onclick={app.on(Msg::DismissRefusals)}>{ app.t(page::CLOSE) }</button>
        </div>
    }
}
