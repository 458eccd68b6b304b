//! A finding on its own, folded to its title.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::ui::components::command::steps;
use crate::ui::components::dismissal::dismiss;
use crate::ui::components::evidence::evidence_list;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::{confidence_tag, severity_mark};
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::Column;
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// Title; unfolded: why, what to do, evidence, commands. `index` is its place in the report.
pub fn finding_note(app: &App, column: Column, index: usize) -> Html {
    let Some(analysis) = &app.state.analysis else { return Html::default() };
    let Some(finding) = analysis.finding(index) else { return Html::default() };
    let evidence: Vec<Evidence> = finding.evidence.iter().cloned().collect();
    let open = app.state.unfolded.contains(&(column, index));
    let part = analysis.telling(finding).filter(|(part, _)| Some(part) != app.state.selected.as_ref());
    html! {
        <div key={index} class={classes!("note", open.then_some("is-open"))}>
            <button type="button" class="note-heading" onclick={app.on(Msg::Fold(column, index))} aria-expanded={open.to_string()}>
                { severity_mark(app, finding.severity) }
                <span>{ prose(&app.p(&finding.title)) }</span>
            </button>
            if open {
                <div class="note-body">
                    <p>{ prose(&app.p(&finding.why)) }{ " " }{ confidence_tag(app, finding.confidence) }</p>
                    { evidence_list(app, &evidence, 3, true) }
                    <h4>{ app.t(incidents::FIX) }</h4>
                    <p>{ prose(&app.p(&finding.fix)) }</p>
                    if !finding.next.is_empty() { { steps(app, &finding.next) } }
                    if column == Column::Findings { { dismiss(app, index, finding) } }
                    if let Some((part, drawn)) = part {
                        <button type="button" class="link-button" onclick={app.on(Msg::Select(Some(part)))}>
                            { icon(Glyph::Target) }{ app.t(incidents::show(drawn)) }
                        </button>
                    }
                </div>
            }
        </div>
    }
}
