//! The drawer with the user's own text: sources on one side, the chosen one's lines on the other.

use yew::prelude::*;

use crate::ui::components::source_card::SourceCard;
use crate::ui::components::text_viewer::TextViewer;
use crate::ui::context::use_app;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::{page, sources};

/// The drawer; nothing while it is closed.
#[component]
pub fn Drawer() -> Html {
    let app = use_app();
    let (Some(place), Some(analysis)) = (app.state.drawer, app.state.analysis.clone()) else { return Html::default() };
    let source = usize::try_from(place.source).ok().and_then(|index| analysis.report.sources.get(index));
    html! {
        <section class="drawer" aria-label={app.t(sources::DRAWER)}>
            <header class="drawer-header">
                <h2><Icon glyph={Glyph::Text} />{ app.t(sources::DRAWER) }</h2>
                if let Some(source) = source { <span class="drawer-name">{ &source.name }</span> }
                <button type="button" class="icon-button" onclick={app.on(Msg::CloseDrawer)} aria-label={app.t(page::CLOSE)} title={app.t(page::CLOSE)}>
                    <Icon glyph={Glyph::Close} />
                </button>
            </header>
            <div class="drawer-body">
                <div class="drawer-sources">{ for (0..analysis.report.sources.len()).map(|index| html! { <SourceCard key={index} {index} /> }) }</div>
                if let Some(source) = source { <TextViewer key={place.source} {place} lines={source.lines} /> }
            </div>
        </section>
    }
}
