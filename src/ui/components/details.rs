//! The right column: everything about the selected part.

use yew::prelude::*;

use crate::explain::article::Article;
use crate::explain::explanation::Explanation;
use crate::text::{Phrase, Text};
use crate::ui::components::command::steps;
use crate::ui::components::evidence::evidence_list;
use crate::ui::components::finding_note::finding_note;
use crate::ui::components::flags::flags;
use crate::ui::components::overview::overview;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::state::{Column, Run};
use crate::ui::strings::{details, notices, page};

/// The column; with nothing selected, the facts of the cluster.
pub fn details(app: &App) -> Html {
    let untold = app.state.run != Run::Idle && app.state.wanted().part.is_some();
    let explanation = app.state.told.explanation.as_ref().filter(|_| !untold);
    let open = untold || explanation.is_some();
    html! {
        <aside class={classes!("column", "details", open.then_some("is-open"))} aria-label={app.t(details::COLUMN)}>
            if open {
                <button type="button" class="icon-button details-close" onclick={app.on(Msg::Select(None))} aria-label={app.t(page::CLOSE)} title={app.t(page::CLOSE)}>
                    { icon(Glyph::Close) }
                </button>
            }
            { match explanation {
                Some(explanation) => explained(app, explanation),
                None if untold => html! { <p class="soft">{ app.t(notices::UNTOLD) }</p> },
                None => overview(app),
            } }
        </aside>
    }
}

fn explained(app: &App, explanation: &Explanation) -> Html {
    html! {
        <div class="explanation" key={crate::ui::route::part_word(&explanation.part)}>
            <h2>{ app.p(&explanation.title) }</h2>
            <p class="details-subtitle">{ app.p(&explanation.subtitle) }</p>
            if let Some(it) = explanation.article { { article(app, it) } }
            { sentences(app, details::HERE, &explanation.state) }
            { sentences(app, details::WHAT_IF, &explanation.what_if) }
            if !explanation.findings.is_empty() {
                <h3>{ app.t(details::FINDINGS) }</h3>
                { for explanation.findings.iter().map(|index| finding_note(app, Column::Details, *index)) }
            }
            if !explanation.evidence.is_empty() {
                <h3>{ app.t(details::PROOF) }</h3>
                { evidence_list(app, &explanation.evidence, 6, true) }
            }
            if !explanation.next.is_empty() {
                <h3>{ app.t(details::NEXT) }</h3>
                { steps(app, &explanation.next) }
            }
            if let Some(it) = explanation.article { { upkeep(app, it) } }
            if !explanation.flags.is_empty() { { flags(app, &explanation.flags) } }
        </div>
    }
}

fn article(app: &App, article: &Article) -> Html {
    html! {
        <section class="article">
            <h3>{ app.t(article.name) }<span class="article-picture">{ app.t(article.picture) }</span></h3>
            <p>{ prose(app.t(article.what)) }</p>
        </section>
    }
}

/// How one sees that it is well, and what happens when it is gone.
fn upkeep(app: &App, article: &Article) -> Html {
    let parts = [(details::CHECK, article.check), (details::WITHOUT, article.without)];
    html! {
        { for parts.iter().filter(|(_, text)| !app.t(*text).is_empty()).map(|(heading, text)| html! {
            <><h3>{ app.t(*heading) }</h3><p>{ prose(app.t(*text)) }</p></>
        }) }
    }
}

fn sentences(app: &App, heading: Text, sentences: &[Phrase]) -> Html {
    if sentences.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ app.t(heading) }</h3>
            { for sentences.iter().map(|sentence| html! { <p>{ prose(&app.p(sentence)) }</p> }) }
        </>
    }
}
