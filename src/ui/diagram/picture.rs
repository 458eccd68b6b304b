//! The drawn scene. Knows nothing of the camera, so that moving it draws nothing anew.

use yew::prelude::*;

use crate::layout::geometry::Rect;
use crate::layout::scene::{Edge, Part, Shape};
use crate::text::Lang;
use crate::ui::diagram::emphasis::Emphasis;
use crate::ui::diagram::labels::label;
use crate::ui::diagram::locate::Located;
use crate::ui::diagram::paint;
use crate::ui::diagram::paint::svg::{grown, rect};
use crate::ui::diagram::path::lines;
use crate::ui::diagram::sheet::Sheet;
use crate::ui::route::part_word;

/// What to draw and what to lift out.
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// The picture.
    pub scene: Sheet,
    /// The reader's language.
    pub lang: Lang,
    /// The part, or the square in it, whose details are shown.
    pub selected: Option<Located>,
    /// What is lifted out.
    pub emphasis: Emphasis,
    /// The part at which the keyboard stands.
    pub active: usize,
    /// Called with a part that is clicked, and the click.
    pub on_pick: Callback<(usize, MouseEvent)>,
    /// Called with a part that takes the focus.
    pub on_focus: Callback<usize>,
}

/// The id of a part's element.
pub fn element_id(index: usize) -> String {
    format!("diagram-part-{index}")
}

/// Edges and parts as SVG.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let hovered = use_state(|| None::<usize>);
    let scene = &props.scene;
    let lifted = props.emphasis.lifted(scene);
    // What is pointed at shows its path; a click pins it.
    let path = hovered.or(props.selected.map(|it| it.part)).map_or_else(Vec::new, |part| lines(scene, part));
    let edge_class = |at: usize, edge: &Edge| {
        if path.contains(&at) {
            "is-near"
        } else if lifted.is_empty() || props.emphasis.belongs(edge) {
            ""
        } else {
            "is-dim"
        }
    };
    let draw = |i: usize, part: &Part| {
        let dim = lifted.get(i) == Some(&false);
        let located = props.selected.filter(|it| it.part == i);
        let selected = located.is_some();
        let class = classes!(
            "dg-part",
            shape_class(part.shape),
            paint::health_class(part.health),
            paint::presence_class(part.presence),
            dim.then_some("is-dim"),
            (!dim && props.emphasis.lifts(&part.id)).then_some("is-lifted"),
            selected.then_some("is-selected"),
        );
        let inner = paint::content(scene, part, props.lang);
        let key = part_word(&part.id);
        if !part.focusable {
            return html! { <g {key} {class} aria-hidden="true">{ inner }</g> };
        }
        let words = label(scene, part, props.lang);
        let (on_pick, on_focus) = (props.on_pick.clone(), props.on_focus.clone());
        let (enter, leave) = (hovered.clone(), hovered.clone());
        html! {
            <g {key} {class} id={element_id(i)} role="button" aria-label={words.clone()} aria-pressed={if selected { "true" } else { "false" }}
                tabindex={if props.active == i { "0" } else { "-1" }}
                onclick={Callback::from(move |event: MouseEvent| { event.stop_propagation(); on_pick.emit((i, event)); })}
                onfocus={Callback::from(move |_: FocusEvent| on_focus.emit(i))}
                onpointerenter={Callback::from(move |_: PointerEvent| enter.set(Some(i)))}
                onpointerleave={Callback::from(move |_: PointerEvent| leave.set(None))}>
                <title>{ words }</title>
                { inner }
                { ring(part, located) }
            </g>
        }
    };
    let groups = scene.parts.iter().enumerate().filter(|(_, it)| is_ground(it.shape));
    let cards = scene.parts.iter().enumerate().filter(|(_, it)| !is_ground(it.shape));
    html! {
        <>
            { for groups.map(|(i, part)| draw(i, part)) }
            <g key="edges" aria-hidden="true">{ for scene.edges.iter().enumerate().map(|(i, it)| paint::edge::edge(it, edge_class(i, it), props.lang)) }</g>
            { for cards.map(|(i, part)| draw(i, part)) }
        </>
    }
}

/// Selected: a ring that stays; focus: one that the style sheet shows.
fn ring(part: &Part, selected: Option<Located>) -> Html {
    // Small tiles stand close to each other.
    let (radius, by) = match part.shape {
        Shape::Gauge { .. } => (part.rect.h / 2.0 + 4.0, 4.0),
        Shape::Tile if part.rect.w < 115.0 => (3.0, 1.5),
        _ => (13.0, 4.0),
    };
    let at: Rect = grown(part.rect, by);
    let cell = selected.and_then(|it| it.cell).zip(part.cells.as_ref()).map(|(cell, cells)| grown(cells.rect(cell), 2.0));
    html! {
        <>
            if selected.is_some() {
                { rect("dg-selected", cell.unwrap_or(at), if cell.is_some() { 2.0 } else { radius }) }
            }
            { rect("dg-focus", at, radius) }
        </>
    }
}

/// Areas lie below the edges, everything else above.
pub fn is_ground(shape: Shape) -> bool {
    matches!(shape, Shape::Group | Shape::Section | Shape::Lane | Shape::Tick)
}

/// The class of a form.
pub fn shape_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Group => "dg-group",
        Shape::Section => "dg-section",
        Shape::Card => "dg-card",
        Shape::Client => "dg-is-client",
        Shape::Endpoint => "dg-is-endpoint",
        Shape::Gauge { .. } => "dg-gauge",
        Shape::Note => "dg-is-note",
        Shape::Tile => "dg-tile",
        Shape::Meter { .. } => "dg-meter",
        Shape::Lane => "dg-lane",
        Shape::Mark => "dg-mark",
        Shape::Tick => "dg-tick",
    }
}
