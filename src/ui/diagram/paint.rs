//! Parts and edges of a scene → SVG. Colours come from the style sheet alone, by class.

pub mod card;
pub mod edge;
pub mod gauge;
pub mod group;
pub mod head;
pub mod icon;
pub mod svg;
pub mod tile;
pub mod timeline;

use yew::Html;

use crate::layout::scene::{Drawn, Health, Part, Scene, Shape};
use crate::text::Lang;

/// What is inside a part's element.
pub fn content(scene: &Scene, part: &Part, lang: Lang) -> Html {
    match part.shape {
        Shape::Group => group::group(part, lang),
        Shape::Section => group::section(part, lang),
        Shape::Card => card::card(part, lang),
        Shape::Client => head::client(part, lang),
        Shape::Endpoint => head::endpoint(part, lang),
        Shape::Gauge { members, alive, needed } => gauge::gauge(scene, part, (members, alive, needed), lang),
        Shape::Note => head::note(part, lang),
        Shape::Tile => tile::tile(part, lang),
        Shape::Meter { permille } => tile::meter(part, permille, lang),
        Shape::Lane => timeline::lane(part, lang),
        Shape::Mark => timeline::mark(part),
        Shape::Tick => timeline::tick(part, lang),
    }
}

/// The class that colours a rank.
pub fn health_class(health: Health) -> &'static str {
    match health {
        Health::Ok => "is-ok",
        Health::Unknown => "is-unknown",
        Health::Look => "is-look",
        Health::Broken => "is-broken",
    }
}

/// The class that outlines what was not simply seen.
pub fn presence_class(presence: Drawn) -> &'static str {
    match presence {
        Drawn::Seen => "",
        Drawn::Inferred => "is-inferred",
        Drawn::Absent => "is-absent",
        Drawn::NotShown => "is-not-shown",
    }
}
