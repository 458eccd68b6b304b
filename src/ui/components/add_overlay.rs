//! Adding more output to the session.

use yew::prelude::*;

use crate::ui::components::input_area::InputArea;
use crate::ui::components::modal::Modal;
use crate::ui::components::start::CommandList;
use crate::ui::context::use_app;
use crate::ui::strings::{page, start};

/// The layer.
#[component]
pub fn AddOverlay() -> Html {
    let app = use_app();
    html! {
        <Modal title={app.t(page::ADD)}>
            <InputArea />
            <h3>{ app.t(start::COMMANDS) }</h3>
            <CommandList />
        </Modal>
    }
}
