//! Lines of the user's own text that prove something; a click shows them where they stand.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::ui::context::App;
use crate::ui::effects::fetch_lines::want_lines;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{incidents, sources};

/// One line with its number, and what it shows below it where `with_note`.
pub fn evidence_line(app: &App, evidence: &Evidence, with_note: bool) -> Html {
    let span = evidence.span;
    let lines = app.state.analysis.as_ref().and_then(|analysis| analysis.lines_of(span));
    let (first, _) = lines.unwrap_or((1, 1));
    want_lines(app, span.source.0, first, first + 1);
    let text = app
        .state
        .lines
        .get(span.source.0, first)
        .map_or_else(|| AttrValue::from(app.t(sources::LOADING)), |text| AttrValue::from(text.trim().to_owned()));
    let note = app.p(&evidence.note);
    html! {
        <div class="evidence">
            <button type="button" class="evidence-line" onclick={app.on(Msg::Show(span))} title={&note}>
                <span class="sr-only">{ app.t(sources::LINE) }</span>
                <span class="evidence-number">{ first }</span>
                <code>{ text }</code>
            </button>
            if with_note && !note.is_empty() { <p class="evidence-note">{ note }</p> }
        </div>
    }
}

/// The first `shown` lines, and the others behind a fold; `with_notes` says below each what it shows.
pub fn evidence_list(app: &App, evidence: &[Evidence], shown: usize, with_notes: bool) -> Html {
    let line = |evidence: &Evidence| html! { <li>{ evidence_line(app, evidence, with_notes) }</li> };
    let (shown, rest) = evidence.split_at(shown.min(evidence.len()));
    html! {
        <>
            <ul class="evidence-list">{ for shown.iter().map(line) }</ul>
            if !rest.is_empty() {
                <details class="evidence-rest">
                    <summary>{ app.p(&incidents::more_lines(rest.len())) }</summary>
                    <ul class="evidence-list">{ for rest.iter().map(line) }</ul>
                </details>
            }
        </>
    }
}
