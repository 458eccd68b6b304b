//! A finding on its own, folded to its title.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::ui::components::command::Steps;
use crate::ui::components::evidence::EvidenceList;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::{ConfidenceTag, SeverityMark};
use crate::ui::context::use_app;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// Properties of [`FindingNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FindingNoteProps {
    /// Its place in the report.
    pub index: usize,
}

/// Title; unfolded: why, what to do, evidence, commands.
#[component]
pub fn FindingNote(props: &FindingNoteProps) -> Html {
    let app = use_app();
    let open = use_state_eq(|| false);
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let Some(finding) = analysis.finding(props.index) else { return Html::default() };
    let evidence: Vec<Evidence> = finding.evidence.iter().cloned().collect();
    let part = analysis.part_of_finding(finding).filter(|part| Some(part) != app.state.selected.as_ref());
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    html! {
        <div class={classes!("note", open.then_some("is-open"))}>
            <button type="button" class="note-heading" onclick={toggle} aria-expanded={open.to_string()}>
                <SeverityMark severity={finding.severity} />
                <span>{ prose(&app.p(&finding.title)) }</span>
            </button>
            if *open {
                <div class="note-body">
                    <p>{ prose(&app.p(&finding.why)) }{ " " }<ConfidenceTag confidence={finding.confidence} /></p>
                    <EvidenceList {evidence} shown={3} />
                    <h4>{ app.t(incidents::FIX) }</h4>
                    <p>{ prose(&app.p(&finding.fix)) }</p>
                    if !finding.next.is_empty() { <Steps steps={finding.next.clone()} /> }
                    if let Some(part) = part {
                        <button type="button" class="link-button" onclick={app.on(Msg::Select(Some(part)))}>
                            <Icon glyph={Glyph::Target} />{ app.t(incidents::SHOW_PART) }
                        </button>
                    }
                </div>
            }
        </div>
    }
}
