//! Questions about this very cluster: asked, answered, marked with the reason and the lines.

use yew::prelude::*;

use crate::explain::lesson::question::Question;
use crate::ui::components::evidence::evidence_list;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::Run;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{lesson as words, notices, page};

/// The list of questions.
pub fn lesson(app: &App) -> Html {
    let told = app.state.told.questions.as_deref();
    let questions = told.unwrap_or_default();
    let intro = match told {
        None if app.state.run != Run::Idle => notices::UNTOLD,
        Some([]) => words::NONE,
        _ => words::INTRO,
    };
    let answered = questions.iter().filter_map(|question| Some((question, app.state.answer(&question.id)?)));
    let (answered, right) =
        answered.fold((0, 0), |(all, right), (question, choice)| (all + 1, right + usize::from(question.is_right(choice))));
    html! {
        <section key="lesson" class="column lesson" aria-label={app.t(page::LESSON)}>
            <div class="lesson-inner">
                <h2>{ app.t(words::HEADING) }</h2>
                <p class="soft">{ app.t(intro) }</p>
                if answered > 0 { <p class="lesson-score" role="status">{ app.p(&words::score(&right, &answered, &questions.len())) }</p> }
                { for questions.iter().enumerate().map(|(index, question)| question_card(app, index, question)) }
            </div>
        </section>
    }
}

fn question_card(app: &App, index: usize, question: &Question) -> Html {
    let chosen = app.state.answer(&question.id);
    let heading = format!("ask-{}", question.id);
    html! {
        <article class="question" key={question.id.clone()}>
            <h3 class="question-ask" id={heading.clone()}><span class="question-number">{ index + 1 }</span><span>{ prose(&app.p(&question.ask)) }</span></h3>
            <div class="choices" role="group" aria-labelledby={heading}>
                { for (0..question.choices.len()).map(|choice| choice_button(app, question, choice, chosen)) }
            </div>
            <div class="answer" aria-live="polite">
                if let Some(chosen) = chosen {
                    <p><strong>{ app.t(if question.is_right(chosen) { words::RIGHT } else { words::WRONG }) }</strong>{ " " }{ prose(&app.p(&question.because)) }</p>
                    { evidence_list(app, &question.evidence, 4, true) }
                }
            </div>
        </article>
    }
}

fn choice_button(app: &App, question: &Question, choice: usize, chosen: Option<usize>) -> Html {
    let Some(text) = question.choices.get(choice) else { return Html::default() };
    let mark = chosen.and_then(|chosen| match (question.is_right(choice), chosen == choice) {
        (true, _) => Some(("is-ok", Glyph::Ok, words::RIGHT_CHOICE)),
        (false, true) => Some(("is-broken", Glyph::Broken, words::YOUR_CHOICE)),
        (false, false) => None,
    });
    html! {
        <button type="button" class={classes!("choice", mark.map(|(class, ..)| class))} disabled={chosen.is_some()}
            onclick={app.on(Msg::Answer(question.id.clone(), choice))}>
            if let Some((_, glyph, _)) = mark { { icon(glyph) } }
            <span>{ prose(&app.p(text)) }</span>
            if let Some((.., word)) = mark { <span class="soft">{ app.t(word) }</span> }
        </button>
    }
}
