//! A box with a name and squares, and the bars beside them.

use std::fmt::Write as _;

use yew::{Html, html};

use crate::layout::geometry::Rect;
use crate::layout::measure::{cut, mono_ems};
use crate::layout::scene::{Cells, Health, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::paint::svg::{path, rect, text, text_to};
use crate::ui::diagram::paint::{health_class, icon};

const NAME: f32 = 11.5;

/// Paints a tile.
pub fn tile(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let mut captions = part.captions.iter().map(|it| words(it, lang));
    let name = captions.next().unwrap_or_default();
    let right = captions.next().unwrap_or_default();
    let room = (r.w - 34.0) / NAME - mono_ems(&right);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters that fit into a tile")]
    let letters = (room / 0.61).max(3.0) as usize;
    html! {
        <>
            { rect("dg-box", r, 7.0) }
            { icon::state(part.health, part.presence, r.x + 13.0, r.y + 13.0) }
            { text("dg-tile-name dg-mono", r.x + 24.0, r.y + 17.0, cut(&name, letters)) }
            if !right.is_empty() { { text_to("dg-detail", r.right() - 8.0, r.y + 17.0, right) } }
            { for captions.enumerate().map(|(i, line)| text("dg-detail", r.x + 8.0, r.y + 33.0 + 15.0 * i as f32, line)) }
            { for part.cells.iter().map(cells) }
        </>
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
fn outline(d: &mut String, at: Rect, rank: Health) {
    let (x, y, w) = (at.x, at.y, at.w);
    let n = tenths;
    // Writing to a String cannot fail.
    let _ = match rank {
        Health::Ok => write!(d, "M{} {}h{w}v{w}h-{w}z", n(x), n(y), w = n(w)),
        Health::Unknown => write!(d, "M{} {}h{w}v{w}h-{w}zm{i} {i}v{s}h{s}v-{s}z", n(x), n(y), w = n(w), i = n(w * 0.25), s = n(w * 0.5)),
        Health::Look => write!(d, "M{} {}l{h} {w}h-{w}z", n(x + w / 2.0), n(y), h = n(w / 2.0), w = n(w)),
        Health::Broken => write!(d, "M{} {}l{h} {h}-{h} {h}-{h}-{h}z", n(x + w / 2.0), n(y - w * 0.08), h = n(w * 0.58)),
    };
}

/// Paints a bar that is filled so far, with its words above.
pub fn meter(part: &Part, permille: u32, lang: Lang) -> Html {
    let r = part.rect;
    let filled = Rect { w: r.w * (permille.min(1000) as f32 / 1000.0), ..r };
    let said = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    html! {
        <>
            { rect("dg-meter-ground", r, r.h / 2.0) }
            { rect("dg-meter-bar", filled, r.h / 2.0) }
            <title>{ said }</title>
        </>
    }
}
