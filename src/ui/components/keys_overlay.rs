//! The list of keys.

use yew::prelude::*;

use crate::ui::components::modal::Modal;
use crate::ui::context::use_app;
use crate::ui::strings::keys;

/// The layer.
#[component]
pub fn KeysOverlay() -> Html {
    let app = use_app();
    html! {
        <Modal title={app.t(keys::HEADING)}>
            <dl class="keys">
                { for keys::KEYS.iter().map(|(key, what)| html! {
                    <div><dt>{ for key.split("  ").map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ app.t(*what) }</dd></div>
                }) }
            </dl>
        </Modal>
    }
}
