//! The drawer with the user's own text: sources on one side, the chosen one's lines on the other.

use yew::prelude::*;

use crate::ui::components::source_card::source_card;
use crate::ui::components::text_viewer::TextViewer;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::{page, sources};

/// The drawer; nothing while it is closed.
pub fn drawer(app: &App) -> Html {
    let (Some(place), Some(analysis)) = (app.state.drawer, app.state.analysis.clone()) else { return Html::default() };
    let source = usize::try_from(place.source).ok().and_then(|index| analysis.brief.sources.get(index));
    html! {
        <section class="drawer" aria-label={app.t(sources::DRAWER)}>
            <header class="drawer-header">
                <h2>{ icon(Glyph::Text) }{ app.t(sources::DRAWER) }</h2>
                if let Some(source) = source { <span class="drawer-name">{ &source.name }</span> }
                <button type="button" class="icon-button" onclick={app.on(Msg::CloseDrawer)} aria-label={app.t(page::CLOSE)} title={app.t(page::CLOSE)}>
                    { icon(Glyph::Close) }
                </button>
            </header>
            <div class="drawer-body">
                <div class="drawer-sources">{ for (0..analysis.brief.sources.len()).map(|index| source_card(app, index)) }</div>
                if let Some(source) = source { <TextViewer key={place.source} app={app.clone()} {place} lines={source.lines} /> }
            </div>
        </section>
    }
}
