//! [`Scene`] → a draw.io document: the scene's own geometry, every part a shape that can be moved. Labels are plain text there
//! (no style says `html=1`), so that nothing in a name is markup.

use crate::layout::geometry::{Point, Rect};
use crate::layout::scene::{Edge, Health, Part, Scene, Shape};
use crate::share::outline::{Look, Outline, Words, lines, look};
use crate::share::xml::xml;
use crate::text::Lang;

/// Squares that are drawn one by one; with more, their number must do.
const MOST_CELLS: usize = 2_000;

/// The document.
pub fn drawio(scene: &Scene, words: Words<'_>, lang: Lang) -> String {
    let outline = Outline::of(scene);
    let squares: usize = scene.parts.iter().filter_map(|it| it.cells.as_ref()).map(|it| it.of.len()).sum();
    let mut out = "<mxfile host=\"Porthole\"><diagram name=\"Porthole\"><mxGraphModel grid=\"0\" page=\"0\"><root>\n\
        <mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>\n"
        .to_owned();
    for (at, part) in outline.parts.iter().enumerate().filter_map(|(at, part)| Some((at, (*part)?))) {
        let around = part.parent.and_then(|parent| Some((parent, scene.parts.get(parent)?)));
        let (parent, origin) = around.map_or(("1".to_owned(), Point::default()), |(at, it)| (format!("p{at}"), corner(it.rect)));
        let label: Vec<String> = lines(part, words, lang).iter().map(|it| xml(it)).collect();
        let style = style(part, outline.holds(at) || part.cells.is_some());
        vertex(&mut out, &format!("p{at}"), &parent, &label.join("&#10;"), &style, part.rect, origin);
        for (i, (_, health)) in part.cells.iter().flat_map(|it| &it.of).enumerate().filter(|_| squares <= MOST_CELLS) {
            let Some(rect) = part.cells.as_ref().map(|it| it.rect(i)) else { continue };
            let style = format!("fillColor={0};strokeColor={0};", rank(*health));
            vertex(&mut out, &format!("p{at}c{i}"), &format!("p{at}"), "", &style, rect, corner(part.rect));
        }
    }
    for (at, edge) in scene.edges.iter().enumerate() {
        line(&mut out, at, edge, scene, words);
    }
    out + "</root></mxGraphModel></diagram></mxfile>\n"
}

/// A box; its place is told from the corner of the box around it.
fn vertex(out: &mut String, id: &str, parent: &str, label: &str, style: &str, at: Rect, origin: Point) {
    let (x, y, w, h) = (whole(at.x) - whole(origin.x), whole(at.y) - whole(origin.y), whole(at.w), whole(at.h));
    *out += &format!(
        "<mxCell id=\"{id}\" value=\"{label}\" style=\"{style}\" vertex=\"1\" parent=\"{parent}\">\
         <mxGeometry x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" as=\"geometry\"/></mxCell>\n"
    );
}

fn line(out: &mut String, at: usize, edge: &Edge, scene: &Scene, words: Words<'_>) {
    let find = |id| scene.parts.iter().enumerate().find(|(_, it)| it.id == id);
    let (Some((from, source)), Some((to, target))) = (find(edge.from.clone()), find(edge.to.clone())) else { return };
    let [first, between @ .., last] = edge.points.as_slice() else { return };
    let label = edge.label.as_ref().map(|it| xml(&words(it))).unwrap_or_default();
    let dashed = if matches!(edge.health, Health::Ok | Health::Look) { "" } else { "dashed=1;" };
    let style = format!(
        "rounded=1;endArrow=block;endFill=1;strokeWidth=2;fontSize=11;strokeColor={0};fontColor={0};{dashed}{1}{2}",
        rank(edge.health),
        docked("exit", *first, source.rect),
        docked("entry", *last, target.rect),
    );
    let points = between.iter().fold(String::new(), |all, it| all + &format!("<mxPoint x=\"{}\" y=\"{}\"/>", whole(it.x), whole(it.y)));
    *out += &format!(
        "<mxCell id=\"e{at}\" value=\"{label}\" style=\"{style}\" edge=\"1\" parent=\"1\" source=\"p{from}\" target=\"p{to}\">\
         <mxGeometry relative=\"1\" as=\"geometry\"><Array as=\"points\">{points}</Array></mxGeometry></mxCell>\n"
    );
}

/// Where on the border of a box a line ends, as parts of its width and height.
fn docked(end: &str, at: Point, rect: Rect) -> String {
    let part = |offset: f32, of: f32| {
        let thousandths = whole(offset / of.max(1.0) * 1000.0).clamp(0, 1000);
        format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
    };
    format!("{end}X={};{end}Y={};{end}Perimeter=0;", part(at.x - rect.x, rect.w), part(at.y - rect.y, rect.h))
}

fn style(part: &Part, holds: bool) -> String {
    let (fill, stroke, ink, dash) = match (part.shape, look(part)) {
        (Shape::Client, _) => ("#14213d", "#14213d", "#eef3fc", ""),
        (Shape::Section, _) => ("none", "none", "#4d5b76", ""),
        (_, Look::Broken) if !holds => ("#fff0eb", "#b3300f", "#b3300f", ""),
        (_, Look::Look) if !holds => ("#fff8e8", "#945200", "#14213d", ""),
        (_, Look::Absent) => ("#fff0eb", "#b3300f", "#b3300f", "dashed=1;"),
        (_, Look::Unknown) => ("#f3f5f9", "#56637c", "#56637c", "dashed=1;dashPattern=1 3;"),
        (_, Look::Broken) => ("#eef2f9", "#b3300f", "#14213d", ""),
        (_, Look::Look) => ("#eef2f9", "#dda73f", "#14213d", ""),
        (_, Look::Ok) if holds => ("#eef2f9", "#d5deeb", "#14213d", ""),
        (_, Look::Ok) => ("#ffffff", "#c3cfe0", "#14213d", ""),
    };
    let form = match part.shape {
        Shape::Gauge { .. } | Shape::Mark => "arcSize=50;",
        _ => "arcSize=12;",
    };
    let label = if holds { "container=1;collapsible=0;verticalAlign=top;align=left;spacingLeft=8;fontStyle=1;" } else { "" };
    format!("rounded=1;whiteSpace=wrap;fontSize=11;{form}fillColor={fill};strokeColor={stroke};fontColor={ink};{dash}{label}")
}

fn rank(health: Health) -> &'static str {
    match health {
        Health::Ok => "#00704f",
        Health::Unknown => "#56637c",
        Health::Look => "#945200",
        Health::Broken => "#b3300f",
    }
}

fn corner(rect: Rect) -> Point {
    Point { x: rect.x, y: rect.y }
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates of a picture")]
fn whole(value: f32) -> i32 {
    value.round() as i32
}
