//! Adding more output to the session.

use yew::prelude::*;

use crate::ui::components::input_area::InputArea;
use crate::ui::components::modal::modal;
use crate::ui::components::start::command_list;
use crate::ui::context::App;
use crate::ui::strings::{page, start};

/// The layer.
pub fn add_overlay(app: &App) -> Html {
    let content = html! {
        <>
            <InputArea app={app.clone()} />
            <h3>{ app.t(start::COMMANDS) }</h3>
            { command_list(app) }
        </>
    };
    modal(app, "add", page::ADD, content)
}
