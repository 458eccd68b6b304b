//! When nothing of the input is kubectl output: what it was seen as, line by line, and what to run instead.

use yew::prelude::*;

use crate::ui::components::correction::correction_lists;
use crate::ui::components::drawer::drawer;
use crate::ui::components::input_area::InputArea;
use crate::ui::components::source_card::source_card;
use crate::ui::components::start::command_list;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::{notices, sources};

/// So many inputs are shown.
const MOST: usize = 12;

/// The screen.
pub fn unusable(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    html! {
        <main key="unusable" class="unusable" id="main" tabindex="-1">
            <div class="notice is-look" role="status">
                <h1>{ icon(Glyph::Look) }{ app.t(notices::UNUSABLE) }</h1>
                <p>{ app.t(notices::UNUSABLE_WHY) }</p>
            </div>
            <div class="unusable-pair">
                <section>
                    <h2>{ app.t(notices::SEEN) }</h2>
                    { correction_lists(app) }
                    { for (0..analysis.brief.sources.len().min(MOST)).map(|index| source_card(app, index)) }
                    if analysis.brief.sources.len() > MOST { <p class="soft">{ app.p(&sources::more_files(analysis.brief.sources.len() - MOST)) }</p> }
                </section>
                <section>
                    <h2>{ app.t(notices::INSTEAD) }</h2>
                    { command_list(app) }
                    <InputArea app={app.clone()} />
                </section>
            </div>
            { drawer(app) }
        </main>
    }
}
