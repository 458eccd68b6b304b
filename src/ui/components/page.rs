//! The page: the bar, the screen that fits the state, and what lies on top.

use wasm_bindgen::JsCast;
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
            <button type="button" class="skip" onclick={Callback::from(|_: MouseEvent| focus_main())}>{ app.t(page::SKIP) }</button>
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

/// Moves the focus past the bar. Not a link: the address belongs to what is shown.
fn focus_main() {
    let main = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("main"));
    if let Some(main) = main.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = main.focus();
    }
}
