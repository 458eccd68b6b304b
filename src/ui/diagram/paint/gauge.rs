//! The etcd ring: a loop that every member hangs on, its majority, and what may still fail.

use yew::{Html, html};

use crate::layout::geometry::{Point, Rect};
use crate::layout::measure::{ems, quorum_ems};
use crate::layout::scene::{Health, Part, Scene};
use crate::model::part::PartId;
use crate::order;
use crate::text;
use crate::text::Lang;
use crate::ui::diagram::captions;
use crate::ui::diagram::paint::svg::{circle, n, path, rect, text, text_at};

const SEGMENT: f32 = 48.0;
const SEGMENT_GAP: f32 = 5.0;

/// Paints the ring of `(members, alive, needed)`.
pub fn gauge(scene: &Scene, part: &Part, counts: (u32, u32, u32), lang: Lang) -> Html {
    let r = part.rect;
    let mut members: Vec<(Point, bool)> = scene
        .edges
        .iter()
        .filter(|it| it.to == PartId::Quorum)
        .filter_map(|it| Some((*it.points.last()?, it.health != Health::Broken)))
        .collect();
    order::sort_by(&mut members, |a, b| a.0.x.total_cmp(&b.0.x));
    let (alive, needed) = part.captions.first().map(captions::quorum).unwrap_or_default();
    let bar = bar_width(counts.0);
    let has_bar = r.w >= bar + quorum_ems() * 13.0 + 100.0;
    let (alive, needed) = (alive.get(lang).to_owned(), needed.get(lang).to_owned());
    html! {
        <>
            { rect("dg-ring-body", r, r.h / 2.0) }
            { for ring(r, &members) }
            { text("dg-quorum", r.x + 30.0, r.y + 29.0, alive) }
            { text("dg-quorum-more", r.x + 30.0, r.y + 46.0, needed) }
            if has_bar {
                { majority(Point { x: r.right() - 34.0 - bar, y: r.y + 16.0 }, counts, lang) }
            }
            { for members.iter().map(|(at, lives)| if is_tight(&members) { circle(if *lives { "dg-bead" } else { "dg-bead is-gone" }, at.x, at.y, 2.0) } else { bead(*at, *lives) }) }
        </>
    }
}

/// The loop: whole between two living members and around the back, broken beside one that is gone.
fn ring(r: Rect, members: &[(Point, bool)]) -> Vec<Html> {
    let class = |lives: bool| if lives { "dg-ring" } else { "dg-ring is-gone" };
    let Some((first, last)) = members.first().zip(members.last()) else { return Vec::new() };
    let mut arcs: Vec<Html> = members
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(path(class(a.1 && b.1), format!("M{} {}H{}", n(a.0.x), n(r.y), n(b.0.x)))),
            _ => None,
        })
        .collect();
    let radius = n(r.h / 2.0);
    let (left, right, middle) = (n(r.x + r.h / 2.0), n(r.right() - r.h / 2.0), n(r.center().x));
    let half = |from: &Point, turn: &str, sweep: u8| {
        format!("M{} {}H{turn}A{radius} {radius} 0 0 {sweep} {turn} {}H{middle}", n(from.x), n(r.y), n(r.bottom()))
    };
    arcs.push(path(class(first.1), half(&first.0, &left, 0)));
    arcs.push(path(class(last.1), half(&last.0, &right, 1)));
    arcs
}

/// Whether members hang too close to each other for signs: those of several rows come down side by side.
fn is_tight(members: &[(Point, bool)]) -> bool {
    members.windows(2).any(|pair| matches!(pair, [a, b] if b.0.x - a.0.x < 16.0))
}

fn bead(at: Point, lives: bool) -> Html {
    if lives {
        html! { <>{ circle("dg-bead", at.x, at.y, 7.5) }{ path("dg-bead-mark", format!("M{} {}l2.3 2.4 4.5-5", n(at.x - 3.4), n(at.y + 0.3))) }</> }
    } else {
        html! { <>{ circle("dg-bead is-gone", at.x, at.y, 7.5) }{ path("dg-bead-mark is-gone", format!("M{} {}l5.4 5.4m0-5.4l-5.4 5.4", n(at.x - 2.7), n(at.y - 2.7))) }</> }
    }
}

fn bar_width(members: u32) -> f32 {
    members as f32 * (SEGMENT + SEGMENT_GAP) - SEGMENT_GAP
}

/// One segment a member, the living first, and the line that they must reach.
fn majority(at: Point, (members, alive, needed): (u32, u32, u32), lang: Lang) -> Html {
    let segment = |i: u32| Rect { x: at.x + i as f32 * (SEGMENT + SEGMENT_GAP), y: at.y, w: SEGMENT, h: 14.0 };
    let line = segment(needed).x - SEGMENT_GAP / 2.0;
    let words = text!("majority", "多数").get(lang).to_owned();
    // Kept inside the bar where the line is at its end.
    let half = ems(&words) * 6.0;
    let label = line.min(at.x + bar_width(members) - half + 24.0);
    html! {
        <>
            { for (0..members).map(|i| rect(if i < alive { "dg-segment" } else { "dg-segment is-gone" }, segment(i), 4.0)) }
            { path("dg-majority", format!("M{} {}v24", n(line), n(at.y - 5.0))) }
            { text_at("dg-majority-word", label, at.y + 32.0, words) }
        </>
    }
}
