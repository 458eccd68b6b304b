//! With nothing selected: the facts of the cluster, each with where it stands.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::model::cluster::{Cluster, Inference};
use crate::model::component::Certainty;
use crate::model::node::Node;
use crate::model::products;
use crate::span::{Seen, Span};
use crate::text::{Phrase, Text};
use crate::ui::components::evidence::evidence_line;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::strings::details;

struct Fact {
    label: Text,
    value: AttrValue,
    inferred: bool,
    span: Option<Span>,
    sign: Phrase,
}

/// The panel.
pub fn overview(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let facts = facts(app, &analysis.report.cluster);
    html! {
        <>
            <h2>{ app.t(details::CLUSTER) }</h2>
            <p class="soft">{ app.t(details::CHOOSE) }</p>
            <dl class="facts">{ for facts.into_iter().map(|fact| fact_entry(app, fact)) }</dl>
        </>
    }
}

fn fact_entry(app: &App, fact: Fact) -> Html {
    html! {
        <div class="fact">
            <dt>{ app.t(fact.label) }</dt>
            <dd>
                <span class="fact-value">{ fact.value }</span>
                if fact.inferred { { " " }<span class="tag">{ app.t(details::INFERRED) }</span> }
                if fact.inferred && !fact.sign.get(app.lang()).is_empty() { <p class="soft">{ prose(&app.p(&fact.sign)) }</p> }
                if let Some(span) = fact.span { { evidence_line(app, &Evidence { span, note: fact.sign }, false) } }
            </dd>
        </div>
    }
}

fn facts(app: &App, cluster: &Cluster) -> Vec<Fact> {
    let plain = |label, value: AttrValue, span| Fact { label, value, inferred: false, span, sign: Phrase::default() };
    let mut facts = Vec::new();
    if !cluster.nodes.is_empty() {
        let control_plane = cluster.nodes.values().filter(|node| node.is_control_plane()).count();
        let span = cluster.nodes.values().find_map(|node: &Node| node.sightings.first().copied());
        facts.push(plain(details::NODES, app.p(&details::nodes(control_plane, cluster.nodes.len() - control_plane)), span));
    }
    if !cluster.pods.is_empty() {
        facts.push(plain(details::PODS, AttrValue::from(cluster.pods.len().to_string()), None));
    }
    if let Some(Seen { value, span }) = &cluster.version {
        facts.push(plain(details::VERSION, AttrValue::from(value.clone()), Some(*span)));
    }
    if let Some(endpoint) = cluster.endpoints.first() {
        facts.push(plain(details::ENDPOINT, AttrValue::from(endpoint.value.url.clone()), Some(endpoint.span)));
    }
    let conclusions = [(details::CNI, &cluster.cni), (details::RUNTIME, &cluster.runtime), (details::DISTRIBUTION, &cluster.distribution)];
    facts.extend(conclusions.into_iter().filter_map(|(label, inference)| Some(conclusion(label, inference.as_ref()?))));
    if let Some(now) = &cluster.now {
        facts.push(plain(details::NOW, app.p(&details::at_least(&now.value.utc())), Some(now.span)));
    }
    facts
}

fn conclusion(label: Text, inference: &Inference) -> Fact {
    Fact {
        label,
        value: AttrValue::from(products::name(&inference.value).to_owned()),
        inferred: inference.certainty != Certainty::Certain,
        span: inference.evidence.first().copied(),
        sign: inference.sign.clone(),
    }
}
