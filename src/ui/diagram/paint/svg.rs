//! The few SVG elements that everything is made of.

use yew::{AttrValue, Html, html};

use crate::layout::geometry::Rect;
use crate::ui::diagram::decimal::tenths;

/// A coordinate as an attribute.
pub fn n(value: f32) -> AttrValue {
    AttrValue::from(tenths(value))
}

/// A rounded rectangle.
pub fn rect(class: &'static str, at: Rect, radius: f32) -> Html {
    html! { <rect {class} x={n(at.x)} y={n(at.y)} width={n(at.w)} height={n(at.h)} rx={n(radius)} /> }
}

/// A rectangle grown on all sides.
pub fn grown(at: Rect, by: f32) -> Rect {
    Rect { x: at.x - by, y: at.y - by, w: at.w + 2.0 * by, h: at.h + 2.0 * by }
}

/// A line of text on its baseline, from `x` to the right. The space at the end is not drawn: it parts the words for those who read the whole card as one text.
pub fn text(class: &'static str, x: f32, y: f32, words: String) -> Html {
    html! { <text {class} x={n(x)} y={n(y)}>{ words }{ " " }</text> }
}

/// A line of text that ends at `x`.
pub fn text_to(class: &'static str, x: f32, y: f32, words: String) -> Html {
    html! { <text {class} x={n(x)} y={n(y)} text-anchor="end">{ words }{ " " }</text> }
}

/// A line of text around `x`.
pub fn text_at(class: &'static str, x: f32, y: f32, words: String) -> Html {
    html! { <text {class} x={n(x)} y={n(y)} text-anchor="middle">{ words }</text> }
}

/// A path.
pub fn path(class: &'static str, d: impl Into<AttrValue>) -> Html {
    html! { <path {class} d={d.into()} /> }
}

/// A circle.
pub fn circle(class: &'static str, x: f32, y: f32, r: f32) -> Html {
    html! { <circle {class} cx={n(x)} cy={n(y)} r={n(r)} /> }
}

/// What an absent part is filled with; the style sheet names it.
pub fn hatch() -> Html {
    html! {
        <defs>
            <pattern id="dg-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="dg-hatch-ground" d="M0 0h7v7h-7z" />
                <path class="dg-hatch" d="M0 0v7" />
            </pattern>
        </defs>
    }
}
