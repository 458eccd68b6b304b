//! Everything as rows that can be sorted and filtered: the way for those who hear the page, and for clusters that no picture holds.
//! Only the rows in sight are fetched and drawn.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::kind::Kind;
use crate::layout::scene::Health;
use crate::rows::{Row, Rows};
use crate::ui::context::App;
use crate::ui::diagram::labels;
use crate::ui::icons::{Glyph, icon};
use crate::ui::state::msg::Msg;
use crate::ui::state::table::TableMsg;
use crate::ui::strings::{notices, table as words};

/// Height of a row, as in `table.css`.
const ROW: i32 = 30;
/// Rows drawn above and below the sight.
const SPARE: u32 = 20;
/// Browsers cannot scroll further than some tens of millions of pixels.
const MOST: u32 = 500_000;
/// Width of the state and of the worst finding, in letters.
const STATE: u32 = 17;
const FINDING: u32 = 60;

/// Properties of [`Table`].
#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    /// The state and its surroundings.
    pub app: App,
}

/// The table.
pub fn table(app: &App) -> Html {
    html! { <Table app={app.clone()} /> }
}

/// The table, which knows how far it is scrolled.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let app = &props.app;
    let node = use_node_ref();
    let state = &app.state.table;
    let request = state.request();
    // Other rows begin at their top.
    use_effect_with((request.kind.clone(), request.sort, request.descending, request.filter.clone()), {
        let (node, app) = (node.clone(), app.clone());
        move |_| {
            if let Some(element) = node.cast::<HtmlElement>() {
                element.set_scroll_top(0);
                look(&app, &element);
            }
        }
    });
    use_effect_with(state.active, {
        let node = node.clone();
        move |active| {
            if let Some(element) = node.cast::<HtmlElement>() {
                show(&element, *active);
            }
        }
    });
    let on_scroll = {
        let (node, app) = (node.clone(), app.clone());
        Callback::from(move |_: Event| {
            if let Some(element) = node.cast::<HtmlElement>() {
                look(&app, &element);
            }
        })
    };
    let Some((of, rows)) = app.state.told.rows.as_ref() else {
        return html! { <p class="no-picture soft">{ app.t(notices::DRAWING) }</p> };
    };
    // Until rows of the new order come, those of the old one stay.
    let fresh = of.is_like(&request);
    let total = rows.total.min(MOST);
    let on_key = {
        let (app, rows, page) = (app.clone(), rows.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            let page =
                page.cast::<HtmlElement>().map_or(1, |it| u32::try_from(it.client_height() / ROW).unwrap_or(1).saturating_sub(2).max(1));
            key(&app, &rows, page, total, &event);
        })
    };
    let width: u32 = rows.columns.iter().map(|it| it.width + 3).sum::<u32>() + STATE + FINDING;
    let columns = u32::try_from(rows.columns.len()).unwrap_or(0);
    let height = |rows: u32| i64::from(rows) * i64::from(ROW);
    let below = total.saturating_sub(rows.from.saturating_add(u32::try_from(rows.rows.len()).unwrap_or(0)));
    let space = |rows: u32| {
        html! { if rows > 0 { <tr class="table-space" aria-hidden="true"><td colspan={(columns + 2).to_string()} style={format!("height: {}px", height(rows))}></td></tr> } }
    };
    html! {
        <div class="table-view">
            { bar(app, rows) }
            <div ref={node} class={classes!("table-scroll", (!fresh).then_some("is-old"))} onscroll={on_scroll}>
                <table role="grid" class="table" tabindex="0" aria-label={app.t(words::NAME)} aria-rowcount={(total + 1).to_string()}
                    aria-activedescendant={(total > 0).then(|| row_id(state.active))} onkeydown={on_key} style={format!("width: {width}ch")}>
                    <colgroup>
                        <col style={format!("width: {STATE}ch")} />
                        { for rows.columns.iter().map(|it| html! { <col style={format!("width: {}ch", it.width + 3)} /> }) }
                        <col style={format!("width: {FINDING}ch")} />
                    </colgroup>
                    <thead>
                        <tr aria-rowindex="1">
                            { heading(app, 0, app.t(words::STATE)) }
                            { for rows.columns.iter().zip(1..).map(|(it, at)| heading(app, at, &it.title)) }
                            { heading(app, columns + 1, app.t(words::FINDING)) }
                        </tr>
                    </thead>
                    <tbody>
                        { space(rows.from.min(total)) }
                        { for rows.rows.iter().zip(rows.from..total).map(|(it, at)| row(app, it, at)) }
                        { space(below) }
                    </tbody>
                </table>
                if total == 0 { <p class="table-nothing">{ app.t(words::NOTHING) }</p> }
            </div>
        </div>
    }
}

fn bar(app: &App, rows: &Rows) -> Html {
    let all = rows.kinds.iter().find(|(kind, _)| Some(kind) == rows.kind.as_ref()).map_or(0, |(_, count)| *count);
    // A select has a `value` as an input has.
    let value = |event: &Event| event.target().map(|it| it.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default();
    let on_kind = app.on_with(move |event: Event| Msg::Table(TableMsg::Kind(Kind::parse(&value(&event)))));
    let on_filter = app.on_with(move |event: InputEvent| Msg::Table(TableMsg::Filter(value(&event))));
    html! {
        <div class="table-bar">
            <label>
                <span>{ app.t(words::KIND) }</span>
                <select id="table-kind" onchange={on_kind}>
                    { for rows.kinds.iter().map(|(kind, count)| {
                        let selected = rows.kind.as_ref() == Some(kind);
                        html! { <option value={kind.plural().to_owned()} {selected}>{ format!("{} ({count})", kind.plural()) }</option> }
                    }) }
                </select>
            </label>
            <label class="table-filter">
                <span>{ app.t(words::FILTER) }</span>
                <input id="table-filter" type="search" value={app.state.table.filter.clone()} placeholder={app.t(words::FILTER_HINT)} spellcheck="false" autocomplete="off"
                    oninput={on_filter} />
            </label>
            <p class="soft" role="status">{ app.p(&words::shown(rows.total, all)) }</p>
        </div>
    }
}

fn heading(app: &App, column: u32, title: &str) -> Html {
    let table = &app.state.table;
    let order = match (table.sort == column, table.descending) {
        (false, _) => None,
        (true, false) => Some("ascending"),
        (true, true) => Some("descending"),
    };
    html! {
        <th scope="col" aria-sort={order}>
            <button type="button" onclick={app.on(Msg::Table(TableMsg::Sort(column)))}>{ title }<span class="table-order" aria-hidden="true"></span></button>
        </th>
    }
}

fn row_id(at: u32) -> String {
    format!("table-row-{at}")
}

fn row(app: &App, row: &Row, at: u32) -> Html {
    let selected = app.state.selected.as_ref() == Some(&row.part);
    let class = classes!(
        row.health.map(|it| match it {
            Health::Broken => "is-broken",
            Health::Look => "is-look",
            Health::Ok | Health::Unknown => "",
        }),
        (app.state.table.active == at).then_some("is-active"),
    );
    let onclick = {
        let (app, part) = (app.clone(), row.part.clone());
        Callback::from(move |_: MouseEvent| choose(&app, at, &part))
    };
    let finding = app.p(&row.finding);
    html! {
        <tr key={at} id={row_id(at)} {class} aria-rowindex={(at + 2).to_string()} aria-selected={if selected { "true" } else { "false" }} {onclick}>
            <td class="table-state">{ state(app, row.health) }</td>
            { for row.cells.iter().map(|it| html! { <td title={it.clone()}>{ it }</td> }) }
            <td class="table-finding" title={&finding}>{ finding }</td>
        </tr>
    }
}

/// Icon and word together.
fn state(app: &App, health: Option<Health>) -> Html {
    let Some(health) = health else { return html! { <span class="soft">{ app.t(words::NO_FINDING) }</span> } };
    let glyph = match health {
        Health::Ok => Glyph::Ok,
        Health::Unknown => Glyph::Unknown,
        Health::Look => Glyph::Look,
        Health::Broken => Glyph::Broken,
    };
    html! { <>{ icon(glyph) }{ app.t(labels::health(health)) }</> }
}

fn choose(app: &App, at: u32, part: &crate::model::part::PartId) {
    app.send(Msg::Table(TableMsg::Active(at)));
    app.send(Msg::Select(Some(part.clone())));
}

/// Arrows, Home, End and pages move; Enter and the space bar choose.
fn key(app: &App, rows: &Rows, page: u32, total: u32, event: &KeyboardEvent) {
    // A heading has its own Enter.
    let own = event.target_dyn_into::<HtmlElement>().is_some_and(|it| it.tag_name() == "TABLE");
    if !own || total == 0 || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let at = app.state.table.active;
    let last = total - 1;
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at + page,
        "PageUp" => at.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => {
            event.prevent_default();
            if let Some(row) = at.checked_sub(rows.from).and_then(|at| rows.rows.get(at as usize)) {
                choose(app, at, &row.part);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    app.send(Msg::Table(TableMsg::Active(to.min(last))));
}

/// Tells which rows are in sight, in steps, so that a little scrolling asks for nothing anew.
fn look(app: &App, element: &HtmlElement) {
    let row = |pixels: i32| u32::try_from(pixels / ROW).unwrap_or(0);
    let top = row(element.scroll_top());
    let from = top.saturating_sub(SPARE) / SPARE * SPARE;
    let to = (top + row(element.client_height()) + 2 * SPARE) / SPARE * SPARE;
    if app.state.table.sight != (from, to) {
        app.send(Msg::Table(TableMsg::Sight(from, to)));
    }
}

/// Scrolls by as little as it takes to show a row below the headings.
fn show(element: &HtmlElement, row: u32) {
    let top = i32::try_from(row.min(MOST)).unwrap_or(0) * ROW;
    let (from, height) = (element.scroll_top(), element.client_height() - ROW);
    if height > ROW && top < from {
        element.set_scroll_top(top);
    } else if height > ROW && top + ROW > from + height {
        element.set_scroll_top(top + ROW - height);
    }
}
