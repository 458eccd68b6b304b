//! What this text could not have shown, with the commands that would.

use yew::prelude::*;

use crate::ui::components::command::command_line;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::incidents;

/// The gaps, folded; nothing where there are none.
pub fn gaps(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let gaps = &analysis.brief.diagnosis.not_judged;
    if gaps.is_empty() {
        return Html::default();
    }
    html! {
        <details class="gaps">
            <summary><h3>{ icon(Glyph::Unknown) }{ app.t(incidents::GAPS) }<span class="count">{ gaps.len() }</span></h3></summary>
            <p class="soft">{ app.t(incidents::GAPS_WHY) }</p>
            <ul class="plain-list">
                { for gaps.iter().map(|gap| html! {
                    <li>
                        <p>{ prose(&app.p(&gap.what)) }</p>
                        { command_line(app, &gap.step.command) }
                    </li>
                }) }
            </ul>
        </details>
    }
}
