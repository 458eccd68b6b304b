//! Setting a finding aside with a reason, and the list of what was set aside.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::diagnose::dismissal::Dismissal;
use crate::diagnose::finding::Finding;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::severity_mark;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::dismissal;

/// The button, or once it was pressed the form that asks why. `index` is the finding's place in the report.
pub fn dismiss(app: &App, index: usize, finding: &Finding) -> Html {
    if app.state.dismissing != Some(index) {
        return html! {
            <button type="button" class="link-button" onclick={app.on(Msg::Dismissing(Some(index)))}>
                { icon(Glyph::Close) }{ app.t(dismissal::DISMISS) }
            </button>
        };
    }
    let dismiss = {
        let (rule, subject) = (finding.rule.clone(), Some(finding.subject.clone()));
        app.on_with(move |reason| Msg::Dismiss(Dismissal { rule: rule.clone(), subject: subject.clone(), reason }))
    };
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let field = form.and_then(|form| form.query_selector("input").ok().flatten()).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let reason = field.map(|it| it.value());
        dismiss.emit(reason.unwrap_or_default().trim().to_owned());
    });
    html! {
        <form class="dismiss" {onsubmit}>
            <label>{ app.t(dismissal::WHY) }<input name="reason" maxlength="200" autocomplete="off" placeholder={app.t(dismissal::EXAMPLE)} /></label>
            <p class="soft">{ app.t(dismissal::MEANS) }</p>
            <button type="submit" class="button">{ app.t(dismissal::DISMISS) }</button>
            <button type="button" class="button is-quiet" onclick={app.on(Msg::Dismissing(None))}>{ app.t(dismissal::CANCEL) }</button>
        </form>
    }
}

/// What was set aside, with the reasons; nothing where nothing was.
pub fn dismissed(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let dismissals = &app.state.wish.dismissals;
    if dismissals.is_empty() {
        return Html::default();
    }
    let found = &analysis.brief.diagnosis.dismissed;
    let entry = |(place, by): (usize, &Dismissal)| {
        let finding = found.iter().find(|it| it.by == *by).map(|it| &it.finding);
        html! {
            <li>
                if let Some(finding) = finding {
                    <p>{ severity_mark(app, finding.severity) }{ prose(&app.p(&finding.title)) }</p>
                } else {
                    <p class="soft">{ &by.rule }{ ": " }{ app.t(dismissal::GONE) }</p>
                }
                if !by.reason.is_empty() { <p class="soft">{ &by.reason }</p> }
                <button type="button" class="link-button" onclick={app.on(Msg::Restore(place))}>{ app.t(dismissal::RESTORE) }</button>
            </li>
        }
    };
    html! {
        <details class="gaps dismissed" open=true>
            <summary><h3>{ app.t(dismissal::DISMISSED) }<span class="count">{ dismissals.len() }</span></h3></summary>
            <ul class="plain-list">{ for dismissals.iter().enumerate().map(entry) }</ul>
        </details>
    }
}
