//! Lanes along an axis of time, what happened on them, and the ticks across.

use yew::{Html, html};

use crate::layout::geometry::Rect;
use crate::layout::measure::{SHOWN_CHARS, cut};
use crate::layout::scene::{Caption, Drawn, Health, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::paint::icon;
use crate::ui::diagram::paint::svg::{circle, n, path, rect, text, text_at, text_to};

/// Paints a lane with its name.
pub fn lane(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let mut captions = part.captions.iter().map(|it| words(it, lang));
    let name = captions.next().unwrap_or_default();
    let detail = captions.next().unwrap_or_default();
    html! {
        <>
            { rect("dg-lane-ground", r, 6.0) }
            { icon::state(part.health, part.presence, r.x + 16.0, r.y + 20.0) }
            { text("dg-lane-name dg-mono", r.x + 31.0, r.y + 17.0, cut(&name, SHOWN_CHARS)) }
            { text("dg-detail", r.x + 31.0, r.y + 32.0, cut(&detail, SHOWN_CHARS + 6)) }
        </>
    }
}

/// Paints something that happened: a point, or a span where it lasted, with the sign at its end. Ranks differ in form as well as in colour.
pub fn mark(part: &Part) -> Html {
    let r = part.rect;
    let y = r.center().y;
    let x = r.right() - r.h / 2.0;
    let bar = Rect { y: y - 4.0, h: 8.0, x: r.x + r.h / 4.0, w: r.w - r.h / 2.0 };
    html! {
        <>
            if r.w > r.h { { rect("dg-mark-form", bar, 4.0) } }
            if part.health == Health::Ok { { circle("dg-mark-dot", x, y, 5.0) } } else { { icon::state(part.health, Drawn::Seen, x, y) } }
        </>
    }
}

/// Paints a line across with its words: below them on the axis, beside them where it is a first sign.
pub fn tick(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let mut said = part.captions.iter().map(|it| words(it, lang));
    let first = said.next().unwrap_or_default();
    if let Some(Caption::FirstSign { before, .. }) = part.captions.first() {
        let x = if *before { r.right() } else { r.x };
        let (write, at) = if *before { (text_to as fn(_, _, _, _) -> _, x - 6.0) } else { (text as fn(_, _, _, _) -> _, x + 6.0) };
        return html! {
            <>
                { path("dg-sign-of", format!("M{} {}V{}", n(x), n(r.y + 2.0), n(r.bottom()))) }
                { write("dg-sign-word", at, r.y + 13.0, first) }
            </>
        };
    }
    let middle = r.center().x;
    html! {
        <>
            { path("dg-tick-line", format!("M{} {}V{}", n(middle), n(r.y + 32.0), n(r.bottom()))) }
            { text_at("dg-detail", middle, r.y + 12.0, first) }
            { for said.map(|it| text_at("dg-tick-clock dg-mono", middle, r.y + 26.0, it)) }
        </>
    }
}
