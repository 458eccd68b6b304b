//! The rows of a namespace → an area of three columns: ways in, Services, the pods behind them.

use crate::layout::architecture::flow::{HIGH, title_width, two_line_width};
use crate::layout::canvas::Canvas;
use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::measure::cut;
use crate::layout::scene::{Caption, Edge, Health, Part, Shape};
use crate::layout::spaces::{Area, HEAD, PAD, Space, opened};
use crate::layout::traffic::gather::{Paths, Row, Way};

const GAP: f32 = 12.0;
/// Between columns: the lines run there, with their ports.
const LANE: f32 = 112.0;
/// Letters of a port that are written beside a line.
const PORT_CHARS: usize = 9;

/// Widths of the columns, the same in all areas of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    way: f32,
    service: f32,
    pods: f32,
}

impl Widths {
    /// As the widest cards need them.
    pub fn of<'a>(all: impl Iterator<Item = &'a Paths<'a>> + Clone) -> Self {
        let rows = || all.clone().flat_map(|it| &it.rows);
        let widest = |widths: &mut dyn Iterator<Item = f32>| widths.fold(190.0, f32::max).min(370.0).ceil();
        Self {
            way: widest(&mut all.clone().flat_map(|it| &it.ways).map(|it| title_width(&it.card).max(240.0))),
            service: widest(&mut rows().map(|it| title_width(&it.service).max(two_line_width(&it.service).min(280.0)))),
            pods: widest(&mut rows().filter_map(|it| it.behind.as_ref()).map(|it| title_width(&it.0.card).max(230.0))),
        }
    }
}

/// Draws a namespace.
pub fn area(space: &Space, paths: Paths<'_>, widths: Widths) -> Area {
    let left = if paths.ways.is_empty() { PAD } else { PAD + widths.way + LANE };
    let right = left + widths.service + LANE;
    let any = paths.rows.iter().any(|it| it.behind.is_some());
    let mut y = HEAD;
    let mut tops = Vec::new();
    for row in &paths.rows {
        tops.push(y);
        y += row.behind.as_ref().map_or(HIGH, |it| it.0.height(widths.pods).max(HIGH)) + GAP;
    }
    // A way in stands beside the first Service to which it leads, or below the one before it.
    let mut next = HEAD;
    let mut at = Vec::new();
    for way in &paths.ways {
        let first = paths.rows.iter().position(|row| way.to.iter().any(|it| it.service == row.service.id));
        let top = first.and_then(|it| tops.get(it)).copied().unwrap_or(next).max(next);
        at.push(top);
        next = top + HIGH + GAP;
    }
    let w = if any { right + widths.pods } else { left + widths.service };
    let (mut area, group) = opened(space, Vec::new(), Size { w: w - PAD, h: y.max(next) - HEAD - GAP });
    let canvas = &mut area.canvas;
    let ways: Vec<usize> = paths
        .ways
        .iter()
        .zip(&at)
        .map(|(way, y)| canvas.add(Some(group), Rect { x: PAD, y: *y, w: widths.way, h: HIGH }, Shape::Card, &way.card))
        .collect();
    let mut services = Vec::new();
    for (row, top) in paths.rows.into_iter().zip(tops) {
        services.push(draw(canvas, group, row, Point { x: left, y: top }, widths));
    }
    for (place, (way, index)) in paths.ways.iter().zip(ways).enumerate() {
        leads(canvas, way, index, &services, place);
    }
    area
}

fn draw(canvas: &mut Canvas, group: usize, row: Row<'_>, at: Point, widths: Widths) -> usize {
    let rect = Rect { x: at.x, y: at.y, w: widths.service, h: HIGH };
    let service = canvas.add(Some(group), rect, Shape::Card, &row.service);
    if let Some((pods, port, health)) = row.behind {
        let rect = Rect { x: rect.right() + LANE, y: at.y, w: widths.pods, h: pods.height(widths.pods).max(HIGH) };
        let index = pods.draw(canvas, group, rect);
        if let (Some(from), Some(to)) = (canvas.part(service), canvas.part(index)) {
            let y = at.y + HIGH / 2.0;
            let points = vec![Point { x: from.rect.right(), y }, Point { x: to.rect.x, y }];
            let edge = edge(from, to, points, health, port.as_deref(), None);
            canvas.connect(edge);
        }
    }
    service
}

/// From a way in to its Services, each line in a lane of its way's own.
fn leads(canvas: &mut Canvas, way: &Way, index: usize, services: &[usize], place: usize) {
    for (i, link) in way.to.iter().enumerate() {
        let to = services.iter().filter_map(|it| canvas.part(*it)).find(|it| it.id == link.service);
        let (Some(from), Some(to)) = (canvas.part(index), to) else { continue };
        if way.to.iter().take(i).any(|it| it.service == link.service) {
            continue;
        }
        let (out, into) = (from.rect.center().y, to.rect.center().y);
        let x = from.rect.right() + 14.0 + (place % 5) as f32 * 7.0;
        let mut points = vec![Point { x: from.rect.right(), y: out }];
        if (out - into).abs() > 0.01 {
            points.extend([Point { x, y: out }, Point { x, y: into }]);
        }
        points.push(Point { x: to.rect.x, y: into });
        let edge = edge(from, to, points, link.health, link.port.as_deref(), link.purpose.as_deref());
        canvas.connect(edge);
    }
}

fn edge(from: &Part, to: &Part, points: Vec<Point>, health: Health, port: Option<&str>, purpose: Option<&str>) -> Edge {
    Edge {
        from: from.id.clone(),
        to: to.id.clone(),
        points,
        health,
        label: port.map(|it| Caption::Verbatim(format!(":{}", cut(it, PORT_CHARS)))),
        purpose: purpose.or(port).map(|it| Caption::Verbatim(it.to_owned())),
    }
}
