//! The drawn scene. Knows nothing of the camera, so that moving it draws nothing anew.

use yew::prelude::*;

use crate::layout::geometry::Rect;
use crate::layout::scene::{Edge, Health, Part, Scene, Shape};
use crate::model::part::PartId;
use crate::text::Lang;
use crate::ui::diagram::labels::label;
use crate::ui::diagram::paint;
use crate::ui::diagram::paint::svg::{grown, rect};
use crate::ui::diagram::sheet::Sheet;
use crate::ui::route::part_word;

/// What to draw and what to lift out.
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// The picture.
    pub scene: Sheet,
    /// The reader's language.
    pub lang: Lang,
    /// The part whose details are shown.
    pub selected: Option<PartId>,
    /// The parts of the incident that is read; empty for none.
    pub highlighted: Vec<PartId>,
    /// The part at which the keyboard stands.
    pub active: usize,
    /// Called with a part that is clicked.
    pub on_pick: Callback<usize>,
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
    let lifted = lifted(scene, &props.highlighted);
    let hovered_id = hovered.and_then(|i| scene.parts.get(i)).map(|it| it.id.clone());
    let edge_class = |edge: &Edge| {
        if hovered_id.as_ref().is_some_and(|it| *it == edge.from || *it == edge.to) {
            "is-near"
        } else if lifted.is_empty() || belongs(edge, &props.highlighted) {
            ""
        } else {
            "is-dim"
        }
    };
    let draw = |i: usize, part: &Part| {
        let dim = lifted.get(i) == Some(&false);
        let selected = props.selected.as_ref() == Some(&part.id);
        let class = classes!(
            "dg-part",
            shape_class(part.shape),
            paint::health_class(part.health),
            paint::presence_class(part.presence),
            dim.then_some("is-dim"),
            (!dim && lifts(&props.highlighted, &part.id)).then_some("is-lifted"),
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
                onclick={Callback::from(move |event: MouseEvent| { event.stop_propagation(); on_pick.emit(i); })}
                onfocus={Callback::from(move |_: FocusEvent| on_focus.emit(i))}
                onpointerenter={Callback::from(move |_: PointerEvent| enter.set(Some(i)))}
                onpointerleave={Callback::from(move |_: PointerEvent| leave.set(None))}>
                <title>{ words }</title>
                { inner }
                { ring(part, selected) }
            </g>
        }
    };
    let groups = scene.parts.iter().enumerate().filter(|(_, it)| is_ground(it.shape));
    let cards = scene.parts.iter().enumerate().filter(|(_, it)| !is_ground(it.shape));
    html! {
        <>
            { for groups.map(|(i, part)| draw(i, part)) }
            <g key="edges" aria-hidden="true">{ for scene.edges.iter().map(|it| paint::edge::edge(it, edge_class(it), props.lang)) }</g>
            { for cards.map(|(i, part)| draw(i, part)) }
        </>
    }
}

/// Selected: a ring that stays; focus: one that the style sheet shows.
fn ring(part: &Part, selected: bool) -> Html {
    let radius = if matches!(part.shape, Shape::Gauge { .. }) { part.rect.h / 2.0 + 4.0 } else { 13.0 };
    let at: Rect = grown(part.rect, 4.0);
    html! {
        <>
            if selected {
                { rect("dg-selected", at, radius) }
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

fn lifts(highlighted: &[PartId], id: &PartId) -> bool {
    highlighted.contains(id)
}

/// Whether a line is part of what is highlighted: between two such parts, into their ring, or broken at one of them.
fn belongs(edge: &Edge, highlighted: &[PartId]) -> bool {
    let (from, to) = (lifts(highlighted, &edge.from), lifts(highlighted, &edge.to));
    from && (to || edge.to == PartId::Quorum) || (from || to) && edge.health == Health::Broken
}

/// By part: whether it is highlighted, or the ring that such a part hangs on, or around one; empty where nothing is highlighted or none of it is drawn.
fn lifted(scene: &Scene, highlighted: &[PartId]) -> Vec<bool> {
    let mut lifted = vec![false; scene.parts.len()];
    let mut any = false;
    let hangs = scene.edges.iter().any(|it| it.to == PartId::Quorum && lifts(highlighted, &it.from));
    for (i, _) in scene.parts.iter().enumerate().filter(|(_, part)| lifts(highlighted, &part.id) || (part.id == PartId::Quorum && hangs)) {
        let mut at = Some(i);
        while let Some(index) = at {
            any = true;
            if let Some(it) = lifted.get_mut(index) {
                *it = true;
            }
            at = scene.parts.get(index).and_then(|it| it.parent);
        }
    }
    if any { lifted } else { Vec::new() }
}
