//! The result: findings, picture, details, and the drawer with the text.

use yew::prelude::*;

use crate::layout::request::Picture;
use crate::model::part::PartId;
use crate::ui::components::command::command_line;
use crate::ui::components::details::details;
use crate::ui::components::drawer::drawer;
use crate::ui::components::export_menu::export_menu;
use crate::ui::components::findings::findings;
use crate::ui::components::lesson::lesson;
use crate::ui::components::search::{grouping, search};
use crate::ui::components::table::table;
use crate::ui::context::App;
use crate::ui::diagram::{ViewProps, diagram};
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::analysis::Analysis;
use crate::ui::state::msg::Msg;
use crate::ui::state::view::View;
use crate::ui::strings::{notices, page};

/// The screen.
pub fn result_screen(app: &App) -> Html {
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let text = if app.state.drawer.is_some() { Msg::CloseDrawer } else { Msg::Open(0, None) };
    html! {
        <div key="result" class={classes!("result", (app.state.view == View::Lesson).then_some("lesson-view"))}>
            { match app.state.view {
                View::Lesson => lesson(app),
                _ => findings(app),
            } }
            <main class="stage" id="main" tabindex="-1">
                <h1 class="sr-only">{ app.t(page::RESULT) }</h1>
                <div class="stage-bar">
                    <nav class="tabs" aria-label={app.t(page::VIEWS)}>{ for View::ALL.map(|view| tab(app, view)) }</nav>
                    { export_menu(app) }
                    <button type="button" class="button is-quiet" aria-expanded={app.state.drawer.is_some().to_string()} onclick={app.on(text)}>
                        { icon(Glyph::Text) }{ app.t(page::YOUR_TEXT) }
                    </button>
                </div>
                if app.state.view != View::Table { <div class="stage-tools">{ grouping(app) }{ search(app) }</div> }
                <div class="stage-view">{ stage(app, &analysis) }</div>
                { drawer(app) }
            </main>
            { details(app) }
        </div>
    }
}

fn tab(app: &App, view: View) -> Html {
    let text = match view {
        View::Architecture => page::ARCHITECTURE,
        View::Nodes => page::NODES,
        View::Traffic => page::TRAFFIC,
        View::Workloads => page::WORKLOADS,
        View::Timeline => page::TIMELINE,
        View::Table => page::TABLE,
        View::Lesson => page::LESSON,
    };
    let current = (app.state.view == view).then_some("page");
    html! { <button type="button" id={format!("tab-{}", view.word())} aria-current={current} onclick={app.on(Msg::View(view))}>{ app.t(text) }</button> }
}

fn stage(app: &App, analysis: &Analysis) -> Html {
    if analysis.brief.empty {
        return html! {
            <div class="no-picture">
                <h2>{ app.t(notices::NO_PICTURE) }</h2>
                <p>{ app.t(notices::NO_PICTURE_WHY) }</p>
                { command_line(app, "kubectl get nodes -o wide") }
                { command_line(app, "kubectl get pods -A -o wide") }
            </div>
        };
    }
    if app.state.view == View::Table {
        return table(app);
    }
    let Some(scene) = app.state.scene() else { return html! { <p class="no-picture soft">{ app.t(notices::DRAWING) }</p> } };
    if scene.parts.is_empty() {
        let dated = app.state.view == View::Timeline;
        return html! {
            <div class="no-picture">
                <p>{ app.t(if dated { notices::NOTHING_DATED } else { notices::NOTHING_TO_DRAW }) }</p>
                if dated { { command_line(app, "kubectl get events -A --sort-by=.lastTimestamp") } }
            </div>
        };
    }
    diagram(ViewProps {
        scene,
        lang: app.lang(),
        selected: app.state.selected.clone(),
        objects: app.state.objects_of_selected(),
        look: app.state.look,
        on_look: app.on_with(Msg::Look),
        emphasis: app.state.emphasis(),
        theme: app.state.theme,
        on_select: pick(app),
    })
}

/// A second pick of an area that folds folds or unfolds it.
fn pick(app: &App) -> Callback<Option<PartId>> {
    let (selected, folds) = (app.state.selected.clone(), app.state.view.picture() != Some(Picture::Architecture));
    app.on_with(move |part| match part {
        Some(group @ PartId::Group { .. }) if folds && selected.as_ref() == Some(&group) => Msg::Toggle(group),
        part => Msg::Select(part),
    })
}
