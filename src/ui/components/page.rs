//! The page: the bar, the screen that fits the state, and what lies on top.

use yew::prelude::*;

use crate::ui::components::add_overlay::AddOverlay;
use crate::ui::components::busy::Busy;
use crate::ui::components::fault_notice::FaultNotice;
use crate::ui::components::keys_overlay::KeysOverlay;
use crate::ui::components::refusal::Refusal;
use crate::ui::components::result::ResultScreen;
use crate::ui::components::start::Start;
use crate::ui::components::top_bar::TopBar;
use crate::ui::components::unusable::Unusable;
use crate::ui::context::use_app;
use crate::ui::effects::focus::focus;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::msg::Msg;
use crate::ui::state::{Overlay, Run};
use crate::ui::strings::{page, start};

/// The page.
#[component]
pub fn Page() -> Html {
    let app = use_app();
    let screen = match &app.state.analysis {
        _ if app.state.inputs.is_empty() => html! { <Start /> },
        Some(analysis) if analysis.report.understood() => html! { <ResultScreen /> },
        Some(_) => html! { <Unusable /> },
        None => html! { <main class="waiting" id="main" tabindex="-1"></main> },
    };
    html! {
        <div class="page">
            // Not a link: the address belongs to what is shown.
            <button type="button" class="skip" onclick={Callback::from(|_: MouseEvent| focus("main"))}>{ app.t(page::SKIP) }</button>
            <TopBar />
            <div class="notices">
                <Refusal />
                <FaultNotice />
                if app.state.run == Run::Busy { <Busy /> }
            </div>
            { screen }
            { match app.state.overlay {
                Some(Overlay::Keys) => html! { <KeysOverlay /> },
                Some(Overlay::Add) => html! { <AddOverlay /> },
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
                    <div><Icon glyph={Glyph::Drop} /><p>{ app.t(start::DROP_NOW) }</p><p class="soft">{ app.t(start::DROP_STAYS) }</p></div>
                </div>
            }
        </div>
    }
}
