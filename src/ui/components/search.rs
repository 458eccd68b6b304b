//! Looking for something in every picture: what does not match is dimmed.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::layout::request::{Grouping, Picture};
use crate::ui::context::App;
use crate::ui::state::msg::Msg;
use crate::ui::strings::search;

/// The id of the field: `/` leads there.
pub const FIELD: &str = "find";

/// The field, with how many objects were found.
pub fn search(app: &App) -> Html {
    let value =
        |event: &Event| event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()).map(|it| it.value()).unwrap_or_default();
    let oninput = app.on_with(move |event: InputEvent| Msg::Find(value(&event)));
    let count = app.state.found().map(|found| app.p(&search::found(&found.len())));
    html! {
        <search class="find">
            <input id={FIELD} type="search" placeholder={app.t(search::FIND)} aria-label={app.t(search::FIND)} title={app.t(search::HOW)}
                value={app.state.find.clone()} {oninput} autocomplete="off" spellcheck="false" />
            <span class="soft" role="status">{ count }</span>
        </search>
    }
}

/// By what the nodes are grouped, beside their picture.
pub fn grouping(app: &App) -> Html {
    if app.state.view.picture() != Some(Picture::Nodes) {
        return Html::default();
    }
    let button = |grouping: Grouping| {
        let chosen = app.state.grouping == grouping;
        html! {
            <button type="button" aria-pressed={chosen.to_string()} onclick={app.on(Msg::Group(grouping))}>{ app.t(search::grouping(grouping)) }</button>
        }
    };
    html! {
        <div class="grouping" role="group" aria-label={app.t(search::GROUP)}><span class="soft">{ app.t(search::GROUP) }</span>{ for Grouping::ALL.map(button) }</div>
    }
}
