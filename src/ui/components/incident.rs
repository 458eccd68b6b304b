//! One incident: the cause, what follows from it, what still works, and what to run next.

use yew::prelude::*;

use crate::diagnose::finding::{Evidence, Finding};
use crate::text::Phrase;
use crate::ui::components::command::steps;
use crate::ui::components::evidence::evidence_list;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::{confidence_tag, severity_class, severity_mark};
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// The id of an incident's heading.
pub fn heading_id(index: usize) -> String {
    format!("incident-{index}")
}

/// The card of the incident at that place in the report; open when it is the one that is walked through.
pub fn incident_card(app: &App, index: usize) -> Html {
    let open = app.state.incident == Some(index);
    let Some(analysis) = &app.state.analysis else { return Html::default() };
    let Some(incident) = analysis.brief.diagnosis.incidents.get(index) else { return Html::default() };
    let root = analysis.finding(incident.root);
    let chain = std::iter::once((incident.root, None)).chain(incident.effects.iter().map(|effect| (effect.finding, Some(&effect.because))));
    let links = chain.filter_map(|(index, because)| Some(link(app, analysis.finding(index)?, because, &incident.headline)));
    let toggle = app.on(Msg::Incident((!open).then_some(index)));
    html! {
        <article key={index} class={classes!("incident", severity_class(incident.severity), open.then_some("is-open"))}>
            <h3 id={heading_id(index)} class="incident-heading">
                <button type="button" onclick={toggle} aria-expanded={open.to_string()}>
                    { severity_mark(app, incident.severity) }
                    <span class="incident-title">{ app.p(&incident.headline) }</span>
                </button>
            </h3>
            <p class="incident-meta">{ app.p(&incidents::chain(incident.effects.len())) }{ " · " }{ confidence_tag(app, incident.confidence) }</p>
            if open {
                <ol class="chain">{ for links }</ol>
                <dl class="verdicts">
                    { verdict(app, "is-ok", Glyph::Ok, incidents::WORKS.get(app.lang()), &incident.still_works) }
                    { verdict(app, "is-broken", Glyph::Look, incidents::RISK.get(app.lang()), &incident.at_risk) }
                </dl>
                if !incident.settle.is_empty() {
                    <h4>{ app.t(incidents::NEXT) }</h4>
                    { steps(app, &incident.settle) }
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
    let part = app.state.analysis.as_ref().and_then(|analysis| analysis.telling(finding));
    let selected = part.as_ref().is_some_and(|(part, _)| Some(part) == app.state.selected.as_ref());
    let (label, class) = if because.is_some() { (incidents::EFFECT, "chain-effect") } else { (incidents::CAUSE, "chain-cause") };
    html! {
        <li class={classes!("chain-link", class, severity_class(finding.severity))}>
            { severity_mark(app, finding.severity) }
            <div>
                <p class="chain-title">
                    <span class="chain-label">{ app.t(label) }</span>
                    // The root most often is the headline: once is enough.
                    if finding.title != *headline { { " " }{ prose(&app.p(&finding.title)) } }
                </p>
                <p class="chain-why">{ prose(&app.p(because.unwrap_or(&finding.why))) }</p>
                { evidence_list(app, &evidence, 1, false) }
                if let Some((part, drawn)) = part {
                    <button type="button" class="link-button" onclick={app.on(Msg::Select(Some(part)))} aria-pressed={selected.to_string()}>
                        { icon(Glyph::Target) }{ app.t(incidents::show(drawn)) }
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
            <dt class={class}>{ icon(glyph) }{ label }</dt>
            { for phrases.iter().map(|phrase| html! { <dd>{ prose(&app.p(phrase)) }</dd> }) }
        </>
    }
}
