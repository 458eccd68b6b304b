//! When nothing of the input is kubectl output: what it was seen as, line by line, and what to run instead.

use yew::prelude::*;

use crate::ui::components::drawer::Drawer;
use crate::ui::components::input_area::InputArea;
use crate::ui::components::source_card::SourceCard;
use crate::ui::components::start::CommandList;
use crate::ui::context::use_app;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::strings::notices;

/// The screen.
#[component]
pub fn Unusable() -> Html {
    let app = use_app();
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    html! {
        <main class="unusable" id="main" tabindex="-1">
            <div class="notice is-look" role="status">
                <h1><Icon glyph={Glyph::Look} />{ app.t(notices::UNUSABLE) }</h1>
                <p>{ app.t(notices::UNUSABLE_WHY) }</p>
            </div>
            <div class="unusable-pair">
                <section>
                    <h2>{ app.t(notices::SEEN) }</h2>
                    { for (0..analysis.report.sources.len()).map(|index| html! { <SourceCard key={index} {index} /> }) }
                </section>
                <section>
                    <h2>{ app.t(notices::INSTEAD) }</h2>
                    <CommandList />
                    <InputArea />
                </section>
            </div>
            <Drawer />
        </main>
    }
}
