//! What the newest outputs made of what was said before them: confirmed, explained, refuted, over; with both proofs.

use yew::prelude::*;

use crate::diagnose::follow_up::{Answer, Outcome};
use crate::ui::components::evidence::evidence_line;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::answers;

/// So many are shown at once.
const SHOWN: usize = 4;

/// The card; nothing where nothing was answered.
pub fn answers_card(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let all = &analysis.brief.answers;
    if all.is_empty() {
        return Html::default();
    }
    let (first, rest) = all.split_at(SHOWN.min(all.len()));
    html! {
        <section class="answers" aria-label={app.t(answers::HEADING)} role="status">
            <h3>{ app.t(answers::HEADING) }</h3>
            { for first.iter().map(|it| answer(app, it)) }
            if !rest.is_empty() {
                <details><summary>{ app.p(&answers::more(&rest.len())) }</summary>{ for rest.iter().map(|it| answer(app, it)) }</details>
            }
        </section>
    }
}

fn answer(app: &App, it: &Answer) -> Html {
    let (class, glyph, word) = match it.outcome {
        Outcome::Confirmed => ("is-broken", Glyph::Broken, answers::CONFIRMED),
        Outcome::Explained => ("is-look", Glyph::Look, answers::EXPLAINED),
        Outcome::Refuted => ("is-ok", Glyph::Close, answers::REFUTED),
        Outcome::Over => ("is-ok", Glyph::Ok, answers::OVER),
    };
    html! {
        <div class="answer">
            <p><span class={classes!("answer-word", class)}>{ icon(glyph) }{ app.t(word) }</span>{ " " }{ prose(&app.p(&it.was)) }</p>
            if let Some(now) = &it.now { <p class="answer-now">{ "→ " }{ prose(&app.p(now)) }</p> }
            <p class="soft">{ app.t(answers::BEFORE) }</p>
            { evidence_line(app, &it.before, false) }
            <p class="soft">{ app.t(answers::AFTER) }</p>
            { evidence_line(app, &it.after, true) }
        </div>
    }
}
