//! The drawer with the user's own text: sources on one side, the chosen one's lines on the other.

use yew::prelude::*;

use crate::ui::components::correction::correction_lists;
use crate::ui::components::source_card::{source_card, source_row};
use crate::ui::components::text_viewer::TextViewer;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::{page, sources};

/// Of more sources than this only the chosen one is shown with its blocks.
const CARDS: usize = 8;
/// So many sources are listed.
const MOST: usize = 1_000;

/// The drawer; nothing while it is closed.
pub fn drawer(app: &App) -> Html {
    let (Some(place), Some(analysis)) = (app.state.drawer, app.state.analysis.clone()) else { return Html::default() };
    let source = usize::try_from(place.source).ok().and_then(|index| analysis.brief.sources.get(index));
    let all = &analysis.brief.sources;
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
                <div class="drawer-sources">
                    { correction_lists(app) }
                    { for analysis.brief.sources.iter().enumerate().take(MOST).map(|(at, it)| {
                        if all.len() <= CARDS || usize::try_from(place.source) == Ok(at) { source_card(app, at) } else { source_row(app, at, it) }
                    }) }
                    if all.len() > MOST { <p class="soft">{ app.p(&sources::more_files(all.len() - MOST)) }</p> }
                </div>
                if let Some(source) = source { <TextViewer key={place.source} app={app.clone()} {place} lines={source.lines} /> }
            </div>
        </section>
    }
}
