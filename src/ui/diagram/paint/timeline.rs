//! Lanes along an axis of time, what happened on them, and the ticks across.

use yew::{Html, html};

use crate::layout::measure::{SHOWN_CHARS, cut};
use crate::layout::scene::{Health, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::paint::svg::{n, path, rect, text, text_at};

/// Paints a lane with its name.
pub fn lane(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let mut captions = part.captions.iter().map(|it| words(it, lang));
    let name = captions.next().unwrap_or_default();
    let detail = captions.next().unwrap_or_default();
    html! {
        <>
            { rect("dg-lane-ground", r, 6.0) }
            { text("dg-title dg-mono", r.x + 10.0, r.y + 17.0, cut(&name, SHOWN_CHARS)) }
            if !detail.is_empty() { { text("dg-detail", r.x + 10.0, r.y + 32.0, cut(&detail, SHOWN_CHARS + 6)) } }
        </>
    }
}

/// Paints something that happened: a point, or a span where it lasted. Ranks differ in form as well as in colour.
pub fn mark(part: &Part) -> Html {
    let r = part.rect;
    let middle = r.center();
    let (x, y, h) = (n(middle.x), n(middle.y), r.h / 2.0);
    match part.health {
        _ if r.w > r.h * 1.5 => rect("dg-mark-form", r, h),
        Health::Broken => path("dg-mark-form", format!("M{x} {}l{s} {s}-{s} {s}-{s}-{s}z", n(middle.y - h), s = n(h))),
        Health::Look => path("dg-mark-form", format!("M{x} {}l{h} {d}h-{d}z", n(middle.y - h), h = n(h), d = n(r.h))),
        Health::Ok | Health::Unknown => html! { <circle class="dg-mark-form" cx={x} cy={y} r={n(h * 0.8)} /> },
    }
}

/// Paints a line across with its word.
pub fn tick(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let said = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    let middle = r.center().x;
    html! {
        <>
            { path("dg-tick-line", format!("M{x} {}V{}", n(r.y + 16.0), n(r.bottom()), x = n(middle))) }
            { text_at("dg-detail", middle, r.y + 11.0, said) }
        </>
    }
}
