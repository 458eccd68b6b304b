//! A box with a name and squares, and the bars in it.

use std::fmt::Write as _;

use yew::{Html, html};

use crate::layout::geometry::Rect;
use crate::layout::measure::METER_WORDS;
use crate::layout::nodes::level::Level;
use crate::layout::nodes::tile::{is_line, is_of_meter};
use crate::layout::scene::{Caption, Cells, Health, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::decimal::hundredths;
use crate::ui::diagram::paint::svg::{n, path, rect, text, text_to};
use crate::ui::diagram::paint::{health_class, icon};

/// Paints a tile, in the size that its squares tell.
pub fn tile(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let level = Level::of_pitch(part.cells.as_ref().map_or(7.0, |it| it.pitch));
    let name = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    let beside = part.captions.get(1).filter(|it| level.counts() && !is_line(it) && !is_of_meter(it)).map(|it| short(it, lang));
    let lines = part.captions.iter().filter(|it| is_line(it)).enumerate();
    let middle = r.y + level.head * if level.is_rich() { 0.56 } else { 0.52 };
    let baseline = middle + level.name * 0.35;
    html! {
        <>
            { rect("dg-box", r, (level.pad * 0.9).max(2.0)) }
            if level.counts() || part.health > Health::Ok {
                <g transform={format!("translate({} {}) scale({})", n(r.x + level.sign * 0.54), n(middle), hundredths(level.sign / 28.0))}>
                    { icon::state(part.health, part.presence, 0.0, 0.0) }
                </g>
            }
            { text(size_class(&level), r.x + level.sign, baseline, name) }
            if let Some(beside) = beside {
                { text_to(if is_short(part) { "dg-tile-beside is-short" } else { "dg-tile-beside" }, r.right() - level.pad, baseline, beside) }
            }
            { for lines.map(|(i, line)| text(line_class(line), r.x + level.pad, r.y + level.head + level.line * (i as f32 + 0.7), words(line, lang))) }
            { for part.cells.iter().map(cells) }
        </>
    }
}

/// Whether some of its pods are not ready.
fn is_short(part: &Part) -> bool {
    matches!(part.captions.get(1), Some(Caption::PodsReady(ready, all)) if ready < all)
}

/// How many are ready, without the words.
fn short(caption: &Caption, lang: Lang) -> String {
    match caption {
        Caption::PodsReady(ready, all) => format!("{ready}/{all}"),
        _ => words(caption, lang),
    }
}

fn line_class(caption: &Caption) -> &'static str {
    if matches!(caption, Caption::Trouble(_)) { "dg-tile-trouble" } else { "dg-tile-line" }
}

fn size_class(level: &Level) -> &'static str {
    match level.name {
        12.0.. => "dg-tile-name is-rich",
        10.0.. => "dg-tile-name",
        6.0.. => "dg-tile-name is-small",
        _ => "dg-tile-name is-tiny",
    }
}

/// Paints squares: one path a rank, so that a thousand squares are a handful of elements.
pub fn cells(cells: &Cells) -> Html {
    let ranks = [Health::Ok, Health::Unknown, Health::Look, Health::Broken];
    html! { { for ranks.into_iter().map(|rank| {
        let mut d = String::new();
        for (i, _) in cells.of.iter().enumerate().filter(|(_, (_, health))| *health == rank) {
            outline(&mut d, cells.rect(i), rank);
        }
        html! { if !d.is_empty() { <g class={format!("dg-cells {}", health_class(rank))}>{ path("dg-cell", d) }</g> } }
    }) } }
}

/// State by form as well as by colour: well is a square, what needs a look a triangle, broken a cross-cut diamond, unknown a ring.
fn outline(path: &mut String, at: Rect, rank: Health) {
    let w = at.w;
    // Writing to a String cannot fail.
    let _ = match rank {
        Health::Ok => write!(path, "M{} {}h{w}v{w}h-{w}z", n(at.x), n(at.y), w = n(w)),
        Health::Unknown => {
            write!(path, "M{} {}h{w}v{w}h-{w}zm{i} {i}v{s}h{s}v-{s}z", n(at.x), n(at.y), w = n(w), i = n(w * 0.25), s = n(w * 0.5))
        }
        Health::Look => write!(path, "M{} {}l{h} {w}h-{w}z", n(at.x + w / 2.0), n(at.y), h = n(w / 2.0), w = n(w)),
        Health::Broken => write!(path, "M{} {}l{h} {h}-{h} {h}-{h}-{h}z", n(at.x + w / 2.0), n(at.y - w * 0.08), h = n(w * 0.58)),
    };
}

/// Paints a bar that is filled so far, after its words. Beyond all there is, a line stands where that ends.
pub fn meter(part: &Part, permille: u32, lang: Lang) -> Html {
    let r = part.rect;
    let words = part.captions.first().map(|it| words(it, lang));
    let x = r.x + if words.is_some() { METER_WORDS } else { 0.0 };
    let ground = Rect { x, y: r.center().y - 4.0, w: r.right() - x, h: 8.0 };
    let filled = Rect { w: ground.w * (permille.min(1000) as f32 / 1000.0), ..ground };
    let end = ground.x + ground.w * 1000.0 / permille.max(1) as f32;
    html! {
        <>
            if let Some(words) = words {
                { text("dg-meter-words", r.x, r.center().y + 3.8, words) }
            }
            { rect("dg-meter-ground", ground, 3.0) }
            if permille > 0 {
                { rect("dg-meter-bar", filled, 3.0) }
            }
            if permille > 1000 {
                { path("dg-meter-end", format!("M{} {}v14", n(end), n(ground.y - 3.0))) }
            }
        </>
    }
}
