//! Signs of state: each rank has its own outline, so that none depends on colour.

use yew::{Html, html};

use crate::layout::scene::{Drawn, Health};
use crate::ui::diagram::paint::svg::{n, path};

/// The sign of a part's state, 16 units wide, around `x`, `y`.
pub fn state(health: Health, presence: Drawn, x: f32, y: f32) -> Html {
    let (class, outline, mark) = match (presence, health) {
        (Drawn::NotShown, _) | (_, Health::Unknown) => {
            ("dg-icon dg-icon-unknown", CIRCLE, "M-2.3 -1.8a2.4 2.4 0 1 1 3.4 2.2c-.8 .4-1.1 .8-1.1 1.6M0 4.1v.2")
        }
        (_, Health::Ok) => ("dg-icon dg-icon-ok", CIRCLE, "M-3.4 .3l2.3 2.4 4.5-5"),
        (_, Health::Look) => ("dg-icon dg-icon-look", "M0 -7.6L8.2 6.6H-8.2z", "M0 -2.6v4.2M0 4v.2"),
        (_, Health::Broken) => {
            ("dg-icon dg-icon-broken", "M-3.2 -7.6h6.4l4.4 4.4v6.4l-4.4 4.4h-6.4l-4.4 -4.4v-6.4z", "M-2.7 -2.7l5.4 5.4M2.7 -2.7l-5.4 5.4")
        }
    };
    html! {
        <g {class} transform={format!("translate({} {})", n(x), n(y))}>
            { path("dg-icon-shape", outline) }
            { path("dg-icon-mark", mark) }
        </g>
    }
}

const CIRCLE: &str = "M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0z";

/// The sign of what is inferred: two waves, 10 units wide, around `x`, `y`.
pub fn inferred(x: f32, y: f32) -> Html {
    path("dg-inferred", format!("M{} {}q2.5 -3 5 0t5 0m-10 4q2.5 -3 5 0t5 0", n(x - 5.0), n(y - 2.0)))
}

/// The sign of a restart: an arrow that turns back on itself; 12 units wide.
pub fn restarts(x: f32, y: f32) -> Html {
    html! {
        <g class="dg-icon-restarts" transform={format!("translate({} {})", n(x), n(y))}>
            { path("dg-icon-turn", "M3.9 -2.2a4.5 4.5 0 1 0 .6 2.6") }
            { path("dg-icon-turn", "M4.4 -4.9v3h-3") }
        </g>
    }
}
