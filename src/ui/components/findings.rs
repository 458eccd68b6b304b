//! The left column: incidents, then notes, then what could not be judged.

use yew::prelude::*;

use crate::report::SourceReport;
use crate::share::words::looked_at;
use crate::ui::components::answers::answers_card;
use crate::ui::components::dismissal::dismissed;
use crate::ui::components::finding_note::finding_note;
use crate::ui::components::gaps::gaps;
use crate::ui::components::incident::incident_card;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::Column;
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// The column.
pub fn findings(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let diagnosis = &analysis.brief.diagnosis;
    let told: Vec<usize> = diagnosis
        .incidents
        .iter()
        .flat_map(|incident| std::iter::once(incident.root).chain(incident.effects.iter().map(|it| it.finding)))
        .collect();
    let (posture, notes): (Vec<usize>, Vec<usize>) =
        (0..diagnosis.findings.len()).filter(|index| !told.contains(index)).partition(|index| diagnosis.posture.contains(index));
    let none = if diagnosis.dismissed.is_empty() { incidents::NONE } else { incidents::NONE_ELSE };
    html! {
        <section key="findings" class="column findings" aria-label={app.t(incidents::COLUMN)}>
            <h2 class="column-heading">{ app.p(&incidents::counts(diagnosis.incidents.len(), notes.len())) }</h2>
            if diagnosis.incidents.is_empty() {
                <div class="all-well">
                    { icon(Glyph::Ok) }
                    <div><p class="all-well-title">{ app.t(none) }</p><p class="soft">{ app.t(incidents::NONE_WHY) }</p></div>
                </div>
            }
            { answers_card(app) }
            { unread(app, &analysis.brief.sources) }
            { for (0..diagnosis.incidents.len()).map(|index| incident_card(app, index)) }
            if !notes.is_empty() {
                <h3 class="notes-heading">{ app.t(incidents::NOTES) }</h3>
                { for notes.iter().map(|index| finding_note(app, Column::Findings, *index)) }
            }
            { gaps(app) }
            if !posture.is_empty() {
                <details class="gaps">
                    <summary><h3>{ icon(Glyph::Lock) }{ app.t(incidents::POSTURE) }<span class="count">{ posture.len() }</span></h3></summary>
                    <p class="soft">{ app.t(incidents::POSTURE_WHY) }</p>
                    { for posture.iter().map(|index| finding_note(app, Column::Findings, *index)) }
                </details>
            }
            { dismissed(app) }
            <p class="soft column-foot">{ app.p(&looked_at(diagnosis.rules_run, &diagnosis.looked_at)) }</p>
        </section>
    }
}

/// Says that some of the text was not understood, and leads there.
fn unread(app: &App, sources: &[SourceReport]) -> Html {
    let issues = sources
        .iter()
        .zip(0..)
        .flat_map(|(source, index)| source.blocks.iter().flat_map(move |block| block.issues.iter().map(move |issue| (index, issue.line))));
    let mut issues = issues.peekable();
    let Some(&(source, line)) = issues.peek() else { return Html::default() };
    html! {
        <button type="button" class="unread" onclick={app.on(Msg::Open(source, Some((line, line))))}>
            { icon(Glyph::Look) }<span>{ app.p(&incidents::unread(issues.count())) }</span>
        </button>
    }
}
