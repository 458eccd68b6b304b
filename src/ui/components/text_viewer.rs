//! The lines of one source. Only those in sight are drawn and fetched, whatever the size of the text.

use std::ops::Range;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::effects::fetch_lines::want_lines;
use crate::ui::state::Place;
use crate::ui::strings::sources;

/// Height of a line, as in `sources.css`.
const ROW: i32 = 20;
/// Lines drawn above and below the sight.
const SPARE: u32 = 20;
/// Browsers cannot scroll further than some tens of millions of pixels: more lines than this are shown in pages.
const PAGE: u32 = 500_000;

/// From so many lines on, a marked passage is long.
const LONG: u32 = 6;

/// Properties of [`TextViewer`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextViewerProps {
    /// The state and its surroundings.
    pub app: App,
    /// What is to be shown.
    pub place: Place,
    /// Lines of the source.
    pub lines: u32,
}

/// The scrolling text.
#[component]
pub fn TextViewer(props: &TextViewerProps) -> Html {
    let app = &props.app;
    let node = use_node_ref();
    // The page, and the rows of it that are in sight.
    let sight = use_state_eq(|| (0_u32, 0..60_u32));
    let Place { source, lines: marked, asked } = props.place;
    use_effect_with((asked, source, marked), {
        let (node, sight) = (node.clone(), sight.clone());
        move |_| {
            let first = marked.map_or(0, |(first, _)| first.saturating_sub(1));
            let Some(element) = node.cast::<HtmlElement>() else { return };
            let middle = element.client_height() / 3;
            element.set_scroll_top(i32::try_from(first % PAGE).unwrap_or(0) * ROW - middle);
            sight.set((first / PAGE, in_sight(&element)));
        }
    });
    let on_scroll = {
        let (node, sight) = (node.clone(), sight.clone());
        Callback::from(move |_: Event| {
            if let Some(element) = node.cast::<HtmlElement>() {
                sight.set((sight.0, in_sight(&element)));
            }
        })
    };
    let turn = |to: u32| {
        let (node, sight) = (node.clone(), sight.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = node.cast::<HtmlElement>() {
                element.set_scroll_top(0);
                sight.set((to, in_sight(&element)));
            }
        })
    };
    let (page, ref seen) = *sight;
    let start = page * PAGE;
    let rows = props.lines.saturating_sub(start).min(PAGE);
    let (from, to) = (seen.start.min(rows), seen.end.min(rows));
    want_lines(app, source, start + from + 1, start + to + 1);
    let mark = |line: u32| mark_class(marked, line);
    let row = |line: u32| {
        let text = app.state.lines.get(source, line).map(|text| AttrValue::from(text.to_string()));
        html! {
            <div key={line} class={classes!("text-row", mark(line))}>
                <span class="text-number">{ line }</span><span>{ text }</span>
            </div>
        }
    };
    html! {
        <div class="text-viewer">
            if page > 0 { <button type="button" class="button" onclick={turn(page - 1)}>{ app.t(sources::EARLIER) }</button> }
            <div ref={node.clone()} class="text-scroll" tabindex="0" role="region" aria-label={app.t(sources::LINES)} onscroll={on_scroll}>
                <div class="text-sheet" style={format!("height: {}px", i64::from(rows) * i64::from(ROW))}>
                    <div class="text-rows" style={format!("top: {}px", i64::from(from) * i64::from(ROW))}>{ for (start + from + 1..=start + to).map(row) }</div>
                </div>
            </div>
            if start + rows < props.lines { <button type="button" class="button" onclick={turn(page + 1)}>{ app.t(sources::LATER) }</button> }
        </div>
    }
}

/// A short passage is marked line by line; of a long one its first line, and a bar beside the others.
fn mark_class(marked: Option<(u32, u32)>, line: u32) -> Option<&'static str> {
    let (first, last) = marked?;
    if !(first..=last).contains(&line) {
        return None;
    }
    Some(if line == first || last - first < LONG { "is-marked" } else { "is-ranged" })
}

/// The rows in sight and some more, in steps, so that a little scrolling draws nothing anew.
fn in_sight(element: &HtmlElement) -> Range<u32> {
    let row = |pixels: i32| u32::try_from(pixels / ROW).unwrap_or(0);
    let top = row(element.scroll_top());
    let from = top.saturating_sub(SPARE) / SPARE * SPARE;
    let to = (top + row(element.client_height()) + 2 * SPARE) / SPARE * SPARE;
    from..to
}
