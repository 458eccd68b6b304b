//! Lines between parts: rounded corners, an arrow at the end, a cross where one is broken.

use yew::{Html, classes, html};

use crate::layout::geometry::{Point, Rect};
use crate::layout::measure::{DETAIL, caption_ems};
use crate::layout::scene::{Caption, Edge, Health};
use crate::model::part::PartId;
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::paint::health_class;
use crate::ui::diagram::paint::svg::{n, path, rect, text, text_to};

const CORNER: f32 = 10.0;

/// Paints a line; `emphasis` is a class for one that is pointed at or dimmed.
pub fn edge(edge: &Edge, emphasis: &'static str, lang: Lang) -> Html {
    let joins_ring = edge.to == PartId::Quorum;
    let end = edge.points.last().copied().unwrap_or_default();
    html! {
        <g class={classes!("dg-edge", health_class(edge.health), emphasis)}>
            { path("dg-edge-line", route(&edge.points)) }
            if !joins_ring {
                { path("dg-edge-arrow", arrow(&edge.points, end)) }
            }
            if edge.health == Health::Broken && !joins_ring {
                { cross(middle(&edge.points)) }
            }
            if let Some(label) = &edge.label {
                { match edge.points.as_slice() {
                    // A line that goes across has its words above its end.
                    [from, .., before, _] if (from.y - before.y).abs() > 0.1 && (before.y - end.y).abs() < 0.1 => ending(label, end, lang),
                    [from, _] if (from.y - end.y).abs() < 0.1 => ending(label, end, lang),
                    points => worded(label, middle(points), lang),
                } }
            }
        </g>
    }
}

/// The corners as a path with round turns, up to just before the arrow's tip.
fn route(points: &[Point]) -> String {
    let step = |(i, at): (usize, &Point)| {
        let before = i.checked_sub(1).and_then(|j| points.get(j));
        match (before, points.get(i + 1)) {
            (None, _) => format!("M{} {}", n(at.x), n(at.y)),
            (Some(_), None) => format!("L{} {}", n(at.x), n(at.y)),
            (Some(a), Some(b)) => {
                let (from, to) = (toward(*at, *a), toward(*at, *b));
                format!("L{} {}Q{} {} {} {}", n(from.x), n(from.y), n(at.x), n(at.y), n(to.x), n(to.y))
            }
        }
    };
    points.iter().enumerate().map(step).collect()
}

/// The point where a turn begins: `CORNER` from `at`, or half way.
fn toward(at: Point, other: Point) -> Point {
    let length = ((other.x - at.x).abs() + (other.y - at.y).abs()).max(0.01);
    let part = CORNER.min(length / 2.0) / length;
    Point { x: at.x + (other.x - at.x) * part, y: at.y + (other.y - at.y) * part }
}

fn arrow(points: &[Point], end: Point) -> String {
    let from = points.iter().rev().nth(1).copied().unwrap_or_default();
    let (dx, dy) = ((end.x - from.x).signum(), (end.y - from.y).signum());
    if (end.x - from.x).abs() > (end.y - from.y).abs() {
        format!("M{} {}l{} -5v10z", n(end.x), n(end.y), n(-9.0 * dx))
    } else {
        format!("M{} {}l-5 {}h10z", n(end.x), n(end.y), n(-9.0 * dy))
    }
}

/// The middle of the longest upright stretch, else of the first.
fn middle(points: &[Point]) -> Point {
    let upright = |pair: &&[Point]| matches!(pair, [a, b] if (a.x - b.x).abs() < 0.1);
    let length = |pair: &&[Point]| if let [a, b] = pair { (b.y - a.y).abs() } else { 0.0 };
    let stretch = points.windows(2).filter(upright).max_by(|a, b| length(a).total_cmp(&length(b))).or_else(|| points.windows(2).next());
    match stretch {
        Some([a, b]) => Point { x: f32::midpoint(a.x, b.x), y: f32::midpoint(a.y, b.y) },
        _ => Point::default(),
    }
}

fn cross(at: Point) -> Html {
    html! {
        <>
            { path("dg-cross-ground", format!("M{} {}m-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z", n(at.x), n(at.y))) }
            { path("dg-cross", format!("M{} {}l9 9m0-9l-9 9", n(at.x - 4.5), n(at.y - 4.5))) }
        </>
    }
}

fn ending(label: &Caption, end: Point, lang: Lang) -> Html {
    text_to("dg-edge-word dg-mono", end.x - 13.0, end.y - 6.0, words(label, lang))
}

fn worded(label: &Caption, at: Point, lang: Lang) -> Html {
    let words = words(label, lang);
    let class = if matches!(label, Caption::Verbatim(_)) { "dg-edge-word dg-mono" } else { "dg-edge-word" };
    let w = caption_ems(label) * DETAIL;
    html! {
        <>
            { rect("dg-edge-ground", Rect { x: at.x + 10.0, y: at.y - 9.0, w: w + 8.0, h: 18.0 }, 5.0) }
            { text(class, at.x + 14.0, at.y + 4.0, words) }
        </>
    }
}
