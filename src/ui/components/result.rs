//! The result: findings, picture, details, and the drawer with the text.

use yew::prelude::*;

use crate::ui::components::command::CommandLine;
use crate::ui::components::details::Details;
use crate::ui::components::drawer::Drawer;
use crate::ui::components::findings::Findings;
use crate::ui::components::lesson::Lesson;
use crate::ui::context::{App, use_app};
use crate::ui::diagram::Diagram;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::analysis::Analysis;
use crate::ui::state::msg::Msg;
use crate::ui::state::view::View;
use crate::ui::strings::{notices, page};

/// The screen.
#[component]
pub fn ResultScreen() -> Html {
    let app = use_app();
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let drawer = if app.state.drawer.is_some() { Msg::CloseDrawer } else { Msg::Open(0, None) };
    html! {
        <div class={classes!("result", (app.state.view == View::Lesson).then_some("lesson-view"))}>
            { match app.state.view {
                View::Architecture => html! { <Findings /> },
                View::Lesson => html! { <Lesson /> },
            } }
            <main class="stage" id="main" tabindex="-1">
                <h1 class="sr-only">{ app.t(page::RESULT) }</h1>
                <div class="stage-bar">
                    <nav class="tabs" aria-label={app.t(page::VIEWS)}>{ for View::ALL.map(|view| tab(&app, view)) }</nav>
                    <button type="button" class="button is-quiet" aria-expanded={app.state.drawer.is_some().to_string()} onclick={app.on(drawer)}>
                        <Icon glyph={Glyph::Text} />{ app.t(page::YOUR_TEXT) }
                    </button>
                </div>
                <div class="stage-view">{ picture(&app, &analysis) }</div>
                <Drawer />
            </main>
            <Details />
        </div>
    }
}

fn tab(app: &App, view: View) -> Html {
    let text = match view {
        View::Architecture => page::ARCHITECTURE,
        View::Lesson => page::LESSON,
    };
    let current = (app.state.view == view).then_some("page");
    html! { <button type="button" id={format!("tab-{}", view.word())} aria-current={current} onclick={app.on(Msg::View(view))}>{ app.t(text) }</button> }
}

fn picture(app: &App, analysis: &Analysis) -> Html {
    let cluster = &analysis.report.cluster;
    if cluster.nodes.is_empty() && cluster.pods.is_empty() {
        return html! {
            <div class="no-picture">
                <h2>{ app.t(notices::NO_PICTURE) }</h2>
                <p>{ app.t(notices::NO_PICTURE_WHY) }</p>
                <CommandLine command="kubectl get nodes -o wide" />
                <CommandLine command="kubectl get pods -A -o wide" />
            </div>
        };
    }
    html! {
        <Diagram scene={analysis.scene.clone()} lang={app.lang()} selected={app.state.selected.clone()}
            highlighted={app.state.highlighted()} on_select={app.on_with(Msg::Select)} />
    }
}
