//! The promise that nothing leaves the page, and how to check it.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::start;

/// The panel.
pub fn privacy(app: &App) -> Html {
    html! {
        <section class="start-panel" aria-labelledby="privacy">
            <h2 id="privacy">{ icon(Glyph::Lock) }{ app.t(start::PRIVATE) }</h2>
            <p class="soft">{ app.t(start::PRIVATE_WHY) }</p>
            <h3>{ app.t(start::PRIVATE_CHECK) }</h3>
            <ul class="plain-list">
                <li>{ app.t(start::CHECK_SOURCE) }</li>
                <li>{ app.t(start::CHECK_NETWORK) }</li>
                <li>{ app.t(start::CHECK_OFFLINE) }</li>
            </ul>
        </section>
    }
}
