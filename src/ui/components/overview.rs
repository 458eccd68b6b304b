//! With nothing selected: the facts of the cluster, each with where it stands.

use yew::prelude::*;

use crate::diagnose::finding::Evidence;
use crate::explain::overview::Fact;
use crate::ui::components::evidence::evidence_line;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::strings::details;

/// The panel.
pub fn overview(app: &App) -> Html {
    let Some(analysis) = &app.state.analysis else { return Html::default() };
    html! {
        <>
            <h2>{ app.t(details::CLUSTER) }</h2>
            <p class="soft">{ app.t(details::CHOOSE) }</p>
            <dl class="facts">{ for analysis.brief.facts.iter().map(|fact| fact_entry(app, fact)) }</dl>
        </>
    }
}

fn fact_entry(app: &App, fact: &Fact) -> Html {
    html! {
        <div class="fact">
            <dt>{ app.p(&fact.label) }</dt>
            <dd>
                <span class="fact-value">{ app.p(&fact.value) }</span>
                if fact.inferred { { " " }<span class="tag">{ app.t(details::INFERRED) }</span> }
                if fact.inferred && !fact.sign.get(app.lang()).is_empty() { <p class="soft">{ prose(&app.p(&fact.sign)) }</p> }
                if let Some(span) = fact.span { { evidence_line(app, &Evidence { span, note: fact.sign.clone() }, false) } }
            </dd>
        </div>
    }
}
