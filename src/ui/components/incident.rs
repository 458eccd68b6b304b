//! One incident: the cause, what follows from it, what still works, and what to run next.

use yew::prelude::*;

use crate::diagnose::finding::{Evidence, Finding};
use crate::text::Phrase;
use crate::ui::components::command::Steps;
use crate::ui::components::evidence::EvidenceList;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::{ConfidenceTag, SeverityMark, severity_class};
use crate::ui::context::{App, use_app};
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// Properties of [`IncidentCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct IncidentCardProps {
    /// Its place in the report.
    pub index: usize,
}

/// A card; open when it is the one that is walked through.
#[component]
pub fn IncidentCard(props: &IncidentCardProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    let open = app.state.incident == Some(props.index);
    use_effect_with(open && app.state.tracing, {
        let node = node.clone();
        move |chosen| {
            if let Some(heading) = node.cast::<web_sys::Element>().filter(|_| *chosen) {
                scroll_near(&heading);
            }
        }
    });
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let Some(incident) = analysis.report.diagnosis.incidents.get(props.index) else { return Html::default() };
    let root = analysis.finding(incident.root);
    let chain = std::iter::once((incident.root, None)).chain(incident.effects.iter().map(|effect| (effect.finding, Some(&effect.because))));
    let links = chain.filter_map(|(index, because)| Some(link(&app, analysis.finding(index)?, because, &incident.headline)));
    let toggle = app.on(Msg::Incident((!open).then_some(props.index)));
    html! {
        <article class={classes!("incident", severity_class(incident.severity), open.then_some("is-open"))}>
            <h3 ref={node} class="incident-heading">
                <button type="button" onclick={toggle} aria-expanded={open.to_string()}>
                    <SeverityMark severity={incident.severity} />
                    <span class="incident-title">{ app.p(&incident.headline) }</span>
                </button>
            </h3>
            <p class="incident-meta">{ app.p(&incidents::chain(incident.effects.len())) }{ " · " }<ConfidenceTag confidence={incident.confidence} /></p>
            if open {
                <ol class="chain">{ for links }</ol>
                <dl class="verdicts">
                    { verdict(&app, "is-ok", Glyph::Ok, incidents::WORKS.get(app.lang()), &incident.still_works) }
                    { verdict(&app, "is-broken", Glyph::Look, incidents::RISK.get(app.lang()), &incident.at_risk) }
                </dl>
                if !incident.settle.is_empty() {
                    <h4>{ app.t(incidents::NEXT) }</h4>
                    <Steps steps={incident.settle.clone()} />
                }
                if let Some(root) = root {
                    <h4>{ app.t(incidents::FIX) }</h4>
                    <p>{ prose(&app.p(&root.fix)) }</p>
                }
                if !incident.alternatives.is_empty() {
                    <h4>{ app.t(incidents::ALTERNATIVES) }</h4>
                    <ul class="plain-list">{ for incident.alternatives.iter().map(|it| html! { <li>{ prose(&app.p(it)) }</li> }) }</ul>
                }
            }
        </article>
    }
}

fn link(app: &App, finding: &Finding, because: Option<&Phrase>, headline: &Phrase) -> Html {
    let evidence: Vec<Evidence> = finding.evidence.iter().cloned().collect();
    let part = app.state.analysis.as_ref().and_then(|analysis| analysis.part_of_finding(finding));
    let selected = part.is_some() && part == app.state.selected;
    let (label, class) = if because.is_some() { (incidents::EFFECT, "chain-effect") } else { (incidents::CAUSE, "chain-cause") };
    html! {
        <li class={classes!("chain-link", class, severity_class(finding.severity))}>
            <SeverityMark severity={finding.severity} />
            <div>
                <p class="chain-title">
                    <span class="chain-label">{ app.t(label) }</span>
                    // The root most often is the headline: once is enough.
                    if finding.title != *headline { { " " }{ prose(&app.p(&finding.title)) } }
                </p>
                <p class="chain-why">{ prose(&app.p(because.unwrap_or(&finding.why))) }</p>
                <EvidenceList {evidence} shown={1} with_notes={false} />
                if let Some(part) = part {
                    <button type="button" class="link-button" onclick={app.on(Msg::Select(Some(part)))} aria-pressed={selected.to_string()}>
                        <Icon glyph={Glyph::Target} />{ app.t(incidents::SHOW_PART) }
                    </button>
                }
            </div>
        </li>
    }
}

fn verdict(app: &App, class: &'static str, glyph: Glyph, label: &'static str, phrases: &[Phrase]) -> Html {
    if phrases.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt class={class}><Icon {glyph} />{ label }</dt>
            { for phrases.iter().map(|phrase| html! { <dd>{ prose(&app.p(phrase)) }</dd> }) }
        </>
    }
}

/// Into view, by as little as it takes: a heading that is in view stays where it is.
fn scroll_near(heading: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    heading.scroll_into_view_with_scroll_into_view_options(&options);
}
