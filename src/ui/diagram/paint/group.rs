//! Areas: a node, the cluster services, and the titled rows inside them.

use yew::{Html, html};

use crate::layout::measure::{SHOWN_CHARS, cut, ems, mono_ems};
use crate::layout::nodes::level::heading_font;
use crate::layout::nodes::place::{SIGN, heavy};
use crate::layout::scene::{Caption, Cells, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::decimal::hundredths;
use crate::ui::diagram::paint::svg::{n, path, rect, text, text_to};
use crate::ui::diagram::paint::{icon, tile};

/// Paints an area with its heading.
pub fn group(part: &Part, lang: Lang) -> Html {
    if let Some(Caption::Fold(folded)) = part.captions.last() {
        return folding(part, *folded, lang);
    }
    let r = part.rect;
    if let Some(cells) = &part.cells {
        return of_many(part, cells, lang);
    }
    let Some(Caption::Name(name)) = part.captions.first() else { return titled(part, lang) };
    let status = part.captions.iter().find_map(|it| if let Caption::Verbatim(status) = it { Some(status.clone()) } else { None });
    let line = part.captions.iter().find(|it| matches!(it, Caption::NodeLine { .. })).map(|it| words(it, lang));
    html! {
        <>
            { rect("dg-area", r, 16.0) }
            { icon::state(part.health, part.presence, r.x + 22.0, r.y + 23.0) }
            { text("dg-node-name", r.x + 38.0, r.y + 28.0, cut(name, SHOWN_CHARS)) }
            if let Some(status) = status {
                { text_to("dg-node-status", r.right() - 14.0, r.y + 28.0, status) }
            }
            if let Some(line) = line {
                { text("dg-node-line", r.x + 14.0, r.y + 48.0, line) }
            }
        </>
    }
}

/// A heading with its remark on one line, and the squares where the area itself holds some.
fn of_many(part: &Part, cells: &Cells, lang: Lang) -> Html {
    let r = part.rect;
    let high = cells.at.y - r.y;
    let font = heading_font(high);
    let large = font > 20.0;
    let of_text = matches!(part.captions.first(), Some(Caption::Name(_)));
    let name_class = match (of_text, large) {
        (true, false) => "dg-many-name",
        (true, true) => "dg-many-name is-large",
        (false, false) => "dg-many-title",
        (false, true) => "dg-many-title is-large",
    };
    let remark_class = if large { "dg-many-remark is-large" } else { "dg-many-remark" };
    let name = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    let wide = if of_text { mono_ems(&name) } else { ems(&name) };
    let (x, baseline) = (r.x + font * SIGN, r.y + high / 2.0 + font * 0.35);
    html! {
        <>
            { rect("dg-area", r, 14.0) }
            <g transform={format!("translate({} {}) scale({})", n(r.x + font * 1.5), n(r.y + high / 2.0), hundredths(font / 15.0))}>
                { icon::state(part.health, part.presence, 0.0, 0.0) }
            </g>
            { text(name_class, x, baseline, name) }
            if let Some(remark) = part.captions.get(1) {
                { text(remark_class, x + wide * font * part.captions.first().map_or(1.0, heavy) + font * 0.8, baseline, words(remark, lang)) }
            }
            { tile::cells(cells) }
        </>
    }
}

/// An area that folds: a sign that says so, its name, and the line below it.
fn folding(part: &Part, folded: bool, lang: Lang) -> Html {
    let r = part.rect;
    let name = part.captions.first().map(|it| cut(&words(it, lang), SHOWN_CHARS)).unwrap_or_default();
    let line = part.captions.iter().skip(1).filter(|it| !matches!(it, Caption::Fold(_))).map(|it| words(it, lang));
    let (x, y) = (n(r.x + 16.0), r.y + 23.0);
    let sign = if folded { format!("M{x} {}l5 5-5 5", n(y - 5.0)) } else { format!("M{} {}l5 5 5-5", n(r.x + 13.0), n(y - 2.5)) };
    html! {
        <>
            { rect("dg-area", r, 14.0) }
            { path("dg-fold", sign) }
            { icon::state(part.health, part.presence, r.x + 40.0, y) }
            { text("dg-node-name", r.x + 56.0, r.y + 28.0, name) }
            { text("dg-node-line", r.x + 56.0, r.y + 46.0, line.collect::<Vec<_>>().join(" · ")) }
        </>
    }
}

fn titled(part: &Part, lang: Lang) -> Html {
    html! {
        <>
            { rect("dg-area", part.rect, 16.0) }
            { heading(part, part.rect.x + 14.0, part.rect.y + 23.0, lang) }
        </>
    }
}

/// Paints the title of a row.
pub fn section(part: &Part, lang: Lang) -> Html {
    heading(part, part.rect.x, part.rect.y + 15.0, lang)
}

fn heading(part: &Part, x: f32, y: f32, lang: Lang) -> Html {
    let title = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    let remark = part.captions.get(1).map(|it| words(it, lang));
    // Latin titles are set in spaced capitals: wider than their letters.
    let spread = if title.is_ascii() { 1.4 } else { 1.12 };
    let after = x + ems(&title) * 11.0 * spread + 12.0;
    html! {
        <>
            { text("dg-heading", x, y, title) }
            if let Some(remark) = remark {
                { text("dg-remark", after, y, remark) }
            }
        </>
    }
}
