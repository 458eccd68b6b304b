//! A component's card: sign, name, and what its row tells.

use yew::{Html, html};

use crate::layout::architecture::flow::LOW;
use crate::layout::measure::{DETAIL, SHOWN_CHARS, caption_ems, cut, ems, fitted};
use crate::layout::scene::{Caption, Drawn, Part};
use crate::text::Lang;
use crate::text::thousands;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::paint::icon;
use crate::ui::diagram::paint::svg::{rect, text, text_to};
use crate::ui::diagram::paint::tile::cells;

/// Paints a card.
pub fn card(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let details: Vec<&Caption> = part.captions.iter().skip(1).filter(|it| **it != Caption::PlacedByCounting).collect();
    let low = r.h <= LOW + 0.5;
    let title = part.captions.first().map(|it| cut(&words(it, lang), SHOWN_CHARS)).unwrap_or_default();
    let middle = r.y + r.h / 2.0;
    // Squares stand below the words.
    let centred = part.cells.is_none() && (low || details.is_empty());
    let title_y = if centred { middle + 4.5 } else { r.y + 23.0 };
    let icon_y = if centred { middle } else { r.y + 18.5 };
    let room = (r.w - 44.0) / DETAIL;
    html! {
        <>
            { rect("dg-box", r, 9.0) }
            { icon::state(part.health, part.presence, r.x + 18.0, icon_y) }
            { text(title_class(part), r.x + 33.0, title_y, title) }
            if part.presence == Drawn::Inferred {
                { icon::inferred(r.right() - 14.0, icon_y) }
            }
            if low {
                { beside(&details, r.right() - 12.0, middle, lang) }
            } else if !details.is_empty() {
                { text("dg-detail", r.x + 33.0, r.y + 42.0, fitted(&details.iter().map(|it| words(it, lang)).collect::<Vec<_>>().join(" · "), room)) }
            }
            { for part.cells.iter().map(cells) }
        </>
    }
}

/// A name of the user's own keeps the face of the terminal.
fn title_class(part: &Part) -> &'static str {
    match part.captions.first() {
        Some(Caption::Name(_)) => "dg-title dg-mono",
        _ => "dg-title",
    }
}

/// Details at the right end of a low card; restarts as a sign and a number.
fn beside(details: &[&Caption], x: f32, y: f32, lang: Lang) -> Html {
    match details {
        [only @ Caption::Restarts(count, _)] => html! {
            <>
                { icon::restarts(x - caption_ems(only).min(ems(&thousands(*count))) * DETAIL - 12.0, y) }
                { text_to("dg-detail", x, y + 4.0, thousands(*count)) }
            </>
        },
        [] => Html::default(),
        _ => text_to("dg-detail", x, y + 4.0, details.iter().map(|it| words(it, lang)).collect::<Vec<_>>().join(" · ")),
    }
}
