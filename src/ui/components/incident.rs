//! One incident: the cause, what follows from it, what still works, and what to run next.

use yew::prelude::*;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::{Confidence, Evidence, Finding};
use crate::diagnose::incident::Effect;
use crate::text::Phrase;
use crate::ui::components::command::steps;
use crate::ui::components::dismissal::dismiss;
use crate::ui::components::evidence::evidence_list;
use crate::ui::components::prose::prose;
use crate::ui::components::severity::{confidence_tag, severity_class, severity_mark};
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::Overlay;
use crate::ui::state::msg::Msg;
use crate::ui::strings::incidents;

/// Effects alike that are shown before the others fold.
const ALIKE: usize = 2;

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
    let effect = |effect: &Effect| Some(link(app, analysis.finding(effect.finding)?, Some(&effect.because), &incident.headline));
    let effects = alike(&analysis.brief.diagnosis, &incident.effects).into_iter().map(|group| {
        let (shown, rest) = group.split_at(if group.len() > ALIKE + 1 { ALIKE } else { group.len() });
        html! {
            <>
                { for shown.iter().filter_map(&effect) }
                if !rest.is_empty() {
                    <li class="chain-rest"><details>
                        <summary>{ app.p(&incidents::more_effects(rest.len())) }</summary>
                        <ol class="chain">{ for rest.iter().filter_map(&effect) }</ol>
                    </details></li>
                }
            </>
        }
    });
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
                <ol class="chain">
                    { for root.map(|it| link(app, it, None, &incident.headline)) }
                    { for effects }
                </ol>
                <dl class="verdicts">
                    { verdict(app, "is-look", Glyph::Look, incidents::HIT.get(app.lang()), &incident.hit) }
                    { verdict(app, "is-ok", Glyph::Ok, incidents::WORKS.get(app.lang()), &incident.still_works) }
                    { verdict(app, "is-broken", Glyph::Look, incidents::RISK.get(app.lang()), &incident.at_risk) }
                </dl>
                if !incident.settle.is_empty() {
                    <h4>{ app.t(if incident.confidence < Confidence::Certain { incidents::SETTLE } else { incidents::NEXT }) }</h4>
                    { steps(app, &incident.settle) }
                    <button type="button" class="link-button" onclick={app.on(Msg::Overlay(Some(Overlay::Add)))}>
                        { icon(Glyph::Add) }{ app.t(incidents::PASTE_IT) }
                    </button>
                }
                if let Some(root) = root {
                    <h4>{ app.t(incidents::FIX) }</h4>
                    <p>{ prose(&app.p(&root.fix)) }</p>
                }
                if !incident.alternatives.is_empty() {
                    <h4>{ app.t(incidents::ALTERNATIVES) }</h4>
                    <ul class="plain-list">{ for incident.alternatives.iter().map(|it| html! { <li>{ prose(&app.p(it)) }</li> }) }</ul>
                }
                if let Some(root) = root { { dismiss(app, incident.root, root) } }
            }
        </article>
    }
}

/// Effects of one cause that the same rule found, together, in their order.
fn alike<'a>(diagnosis: &Diagnosis, effects: &'a [Effect]) -> Vec<&'a [Effect]> {
    let rule = |it: &Effect| diagnosis.findings.get(it.finding).map(|finding| &finding.rule);
    effects.chunk_by(|a, b| a.cause == b.cause && rule(a) == rule(b)).collect()
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
