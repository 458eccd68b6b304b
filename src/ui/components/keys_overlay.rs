//! The list of keys.

use yew::prelude::*;

use crate::ui::components::modal::modal;
use crate::ui::context::App;
use crate::ui::strings::keys;

/// The layer.
pub fn keys_overlay(app: &App) -> Html {
    let content = html! {
        <dl class="keys">
            { for keys::KEYS.iter().map(|(key, what)| html! {
                <div><dt>{ for key.split("  ").map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ app.t(*what) }</dd></div>
            }) }
        </dl>
    };
    modal(app, "keys", keys::HEADING, content)
}
