//! When reading ended without a result: what happened, what to do, and a report to copy.

use yew::prelude::*;

use crate::ui::components::command::command_line;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::Run;
use crate::ui::state::msg::Msg;
use crate::ui::strings::notices;
use crate::ui::worker::fault::{FaultKind, redacted_report};

/// The notice; nothing where all is well.
pub fn fault_notice(app: &App) -> Html {
    let again = html! { <button type="button" class="button is-primary" onclick={app.on(Msg::Again)}>{ app.t(notices::AGAIN) }</button> };
    match &app.state.run {
        Run::Idle | Run::Busy => Html::default(),
        Run::Cancelled => html! { <div class="notice" role="status"><p>{ app.t(notices::CANCELLED) }</p>{ again }</div> },
        Run::Failed(fault) => {
            let (title, why) = match fault.kind {
                FaultKind::Panic => (notices::PANIC, notices::PANIC_WHY),
                FaultKind::Death => (notices::DEATH, notices::DEATH_WHY),
                FaultKind::Unreadable => (notices::UNREADABLE, notices::UNREADABLE_WHY),
            };
            let sizes: Vec<u64> = app.state.inputs.iter().map(|input| input.bytes).collect();
            html! {
                <div class="notice is-broken" role="alert">
                    <h2>{ icon(Glyph::Broken) }{ app.t(title) }</h2>
                    <p>{ app.t(why) }</p>
                    <p class="soft">{ app.t(notices::REPORT) }</p>
                    { command_line(app, &redacted_report(fault, &sizes)) }
                    { again }
                </div>
            }
        }
    }
}
