//! The page: the bar, the screen that fits the state, and what lies on top.

use yew::prelude::*;

use crate::ui::components::add_overlay::add_overlay;
use crate::ui::components::busy::busy;
use crate::ui::components::clusters::clusters;
use crate::ui::components::fault_notice::fault_notice;
use crate::ui::components::keys_overlay::keys_overlay;
use crate::ui::components::refusal::refusal;
use crate::ui::components::result::result_screen;
use crate::ui::components::start::start;
use crate::ui::components::top_bar::top_bar;
use crate::ui::components::unusable::unusable;
use crate::ui::context::App;
use crate::ui::effects::focus::focus;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::state::{Overlay, Run};
use crate::ui::strings::{page, start};

/// The page.
pub fn page(app: &App) -> Html {
    let screen = match &app.state.analysis {
        _ if app.state.inputs.is_empty() => start(app),
        Some(analysis) if analysis.brief.understood() => result_screen(app),
        Some(_) => unusable(app),
        None => html! { <main key="waiting" class="waiting" id="main" tabindex="-1"></main> },
    };
    html! {
        <div class="page">
            // Not a link: the address belongs to what is shown.
            <button type="button" class="skip" onclick={Callback::from(|_: MouseEvent| focus("main"))}>{ app.t(page::SKIP) }</button>
            { top_bar(app) }
            <div class="notices">
                { refusal(app) }
                { fault_notice(app) }
                if app.state.run == Run::Busy { { busy(app) } }
            </div>
            { clusters(app) }
            { screen }
            { match app.state.overlay {
                Some(Overlay::Keys) => keys_overlay(app),
                Some(Overlay::Add) => add_overlay(app),
                None => Html::default(),
            } }
            if !app.state.removed.is_empty() {
                <div class="toast" role="status">
                    { app.t(page::REMOVED) }
                    <button type="button" class="button is-quiet" onclick={app.on(Msg::Undo)}>{ app.t(page::UNDO) }</button>
                </div>
            }
            if app.state.dropping {
                <div class="drop-state" aria-hidden="true">
                    <div>{ icon(Glyph::Drop) }<p>{ app.t(start::DROP_NOW) }</p><p class="soft">{ app.t(start::DROP_STAYS) }</p></div>
                </div>
            }
        </div>
    }
}
