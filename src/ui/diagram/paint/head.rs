//! What stands alone: kubectl, the endpoint, the note on what was not pasted.

use yew::{Html, html};

use crate::layout::measure::{DETAIL, wrap};
use crate::layout::scene::{Caption, Drawn, Part};
use crate::text::Lang;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::paint::icon;
use crate::ui::diagram::paint::svg::{n, path, rect, text};

/// Paints the terminal.
pub fn client(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let name = part.captions.first().map(|it| words(it, lang)).unwrap_or_default();
    let middle = r.y + r.h / 2.0;
    html! {
        <>
            { rect("dg-client", r, 11.0) }
            { path("dg-prompt", format!("M{} {}l5 5-5 5", n(r.x + 20.0), n(middle - 5.0))) }
            { text("dg-client-name", r.x + 36.0, middle + 5.0, name) }
        </>
    }
}

/// Paints the address that kubectl uses.
pub fn endpoint(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let kind = part.captions.first();
    let address = part.captions.get(1).map(|it| words(it, lang));
    let middle = r.y + r.h / 2.0;
    let kind_y = if address.is_some() { r.y + 22.0 } else { middle + 4.5 };
    let sign = if kind == Some(&Caption::EndpointKind { balanced: true }) {
        "M0 -11v16M-8 5v-4q0-5 5-5h6q5 0 5 5v4M-2.6 2.4l2.6 2.9 2.6-2.9M-10.6 2.4l2.6 2.9 2.6-2.9M5.4 2.4l2.6 2.9 2.6-2.9"
    } else {
        "M0 -10v15M-4 1l4 5 4-5"
    };
    html! {
        <>
            { rect("dg-endpoint", r, 11.0) }
            if part.presence == Drawn::NotShown {
                { icon::state(part.health, part.presence, r.x + 24.0, middle) }
            } else {
                <g class="dg-sign" transform={format!("translate({} {})", n(r.x + 24.0), n(middle + 2.0))}>{ path("dg-sign-line", sign) }</g>
            }
            { text("dg-detail", r.x + 46.0, kind_y, kind.map(|it| words(it, lang)).unwrap_or_default()) }
            if let Some(address) = address {
                { text("dg-address", r.x + 46.0, r.y + 41.0, address) }
            }
        </>
    }
}

/// Paints what the paste leaves open.
pub fn note(part: &Part, lang: Lang) -> Html {
    let r = part.rect;
    let lines = part.captions.iter().flat_map(|it| wrap(&words(it, lang), (r.w - 56.0) / DETAIL));
    html! {
        <>
            { rect("dg-note", r, 11.0) }
            { icon::state(part.health, part.presence, r.x + 20.0, r.y + 19.0) }
            { for lines.enumerate().map(|(i, line)| text("dg-detail", r.x + 40.0, r.y + 23.0 + 18.0 * i as f32, line)) }
        </>
    }
}
