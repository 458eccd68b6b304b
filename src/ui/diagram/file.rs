//! A scene → an SVG document that stands alone: the painters' own elements written out, whatever the page itself draws on.
//! Knows no camera and no DOM; style and view come from whoever has them.

use yew::virtual_dom::VNode;
use yew::{Html, classes, html};

use crate::layout::scene::Scene;
use crate::share::xml::xml;
use crate::text::Lang;
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::labels::label;
use crate::ui::diagram::paint;
use crate::ui::diagram::paint::svg::hatch;
use crate::ui::diagram::picture::{is_ground, shape_class};

/// The document. `view` is what it shows (x, y, width and height, parted by spaces; empty: everything), `style` the rules
/// for the classes of the painters.
pub fn svg(scene: &Scene, view: &str, style: &str, lang: Lang) -> String {
    let whole = format!("0 0 {} {}", tenths(scene.size.w), tenths(scene.size.h));
    let view = if view.is_empty() { &whole } else { view };
    let mut sides = view.split(' ').skip(2);
    let size = format!("width=\"{}\" height=\"{}\"", xml(sides.next().unwrap_or("1")), xml(sides.next().unwrap_or("1")));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\" {size} lang=\"{}\"><style>{}</style>",
        xml(view),
        lang.tag(),
        xml(style),
    );
    write(&mut out, &hatch());
    write(&mut out, &ground(view));
    out += "<g class=\"dg-canvas\">";
    let part = |out: &mut String, ground: bool| {
        for part in scene.parts.iter().filter(|it| is_ground(it.shape) == ground) {
            let class =
                classes!("dg-part", shape_class(part.shape), paint::health_class(part.health), paint::presence_class(part.presence));
            let said = part.focusable.then(|| label(scene, part, lang));
            write(out, &html! { <g {class}>if let Some(said) = said { <title>{ said }</title> }{ paint::content(scene, part, lang) }</g> });
        }
    };
    part(&mut out, true);
    for edge in &scene.edges {
        write(&mut out, &paint::edge::edge(edge, "", lang));
    }
    part(&mut out, false);
    out + "</g></svg>\n"
}

fn ground(view: &str) -> Html {
    let mut side = view.split(' ').map(str::to_owned);
    let mut next = || side.next().unwrap_or_default();
    let (x, y, width, height) = (next(), next(), next(), next());
    html! { <rect class="dg-sheet" {x} {y} {width} {height} /> }
}

/// Elements, attributes and text; the painters use nothing else.
fn write(out: &mut String, node: &VNode) {
    match node {
        VNode::VTag(tag) => {
            out.push('<');
            *out += tag.tag();
            for (name, value) in tag.attributes.iter() {
                *out += &format!(" {name}=\"{}\"", xml(value));
            }
            out.push('>');
            if let Some(children) = tag.children() {
                write(out, children);
            }
            *out += "</";
            *out += tag.tag();
            out.push('>');
        }
        VNode::VText(text) => *out += &xml(&text.text),
        VNode::VList(list) => list.iter().for_each(|it| write(out, it)),
        _ => {}
    }
}
