//! Where the text shows several clusters: said so, and one of them chosen.

use yew::prelude::*;

use crate::text::Phrase;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::notices;

/// The bar; nothing where there is one cluster.
pub fn clusters(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.as_ref().filter(|it| it.brief.clusters.len() > 1) else { return Html::default() };
    let button = |(at, name): (usize, &Phrase)| {
        let shown = at == analysis.brief.shown;
        html! { <button type="button" aria-pressed={shown.to_string()} onclick={app.on(Msg::Cluster(at))}>{ app.p(name) }</button> }
    };
    html! {
        <div class="clusters" role="group" aria-label={app.t(notices::CLUSTERS)}>
            <span>{ icon(Glyph::Look) }{ app.p(&notices::clusters(&analysis.brief.clusters.len())) }</span>
            { for analysis.brief.clusters.iter().enumerate().map(button) }
        </div>
    }
}
