//! Lines of the user's own text that prove something; a click shows them where they stand.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::ui::context::use_app;
use crate::ui::effects::fetch_lines::use_lines;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{incidents, sources};

/// Properties of [`EvidenceLine`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EvidenceLineProps {
    /// What it shows.
    pub evidence: Evidence,
    /// Whether what it shows is said below the line.
    #[prop_or(true)]
    pub with_note: bool,
}

/// One line with its number.
#[component]
pub fn EvidenceLine(props: &EvidenceLineProps) -> Html {
    let app = use_app();
    let span = props.evidence.span;
    let lines = app.state.analysis.as_ref().and_then(|analysis| analysis.lines_of(span));
    let (first, _) = lines.unwrap_or((1, 1));
    use_lines(span.source.0, first, first + 1);
    let text = app
        .state
        .lines
        .get(span.source.0, first)
        .map_or_else(|| AttrValue::from(app.t(sources::LOADING)), |text| AttrValue::from(text.trim().to_owned()));
    let note = app.p(&props.evidence.note);
    html! {
        <div class="evidence">
            <button type="button" class="evidence-line" onclick={app.on(Msg::Show(span))} title={&note}>
                <span class="sr-only">{ app.t(sources::LINE) }</span>
                <span class="evidence-number">{ first }</span>
                <code>{ text }</code>
            </button>
            if props.with_note && !note.is_empty() { <p class="evidence-note">{ note }</p> }
        </div>
    }
}

/// Properties of [`EvidenceList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EvidenceListProps {
    /// The strongest first.
    pub evidence: Vec<Evidence>,
    /// How many are shown at once; the others unfold.
    #[prop_or(6)]
    pub shown: usize,
    /// Whether what each shows is said below it.
    #[prop_or(true)]
    pub with_notes: bool,
}

/// Some lines, and the others behind a fold.
#[component]
pub fn EvidenceList(props: &EvidenceListProps) -> Html {
    let app = use_app();
    let line = |evidence: &Evidence| html! { <li><EvidenceLine evidence={evidence.clone()} with_note={props.with_notes} /></li> };
    let (shown, rest) = props.evidence.split_at(props.shown.min(props.evidence.len()));
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
