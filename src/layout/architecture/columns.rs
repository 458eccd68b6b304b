//! A row of nodes drawn in full, their components on common lines. Knows coordinates; draws no edges.

use crate::layout::architecture::flow::{self, GAP, HIGH};
use crate::layout::architecture::plan::Column;
use crate::layout::canvas::Canvas;
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::measure::{NODE_NAME, caption_ems, details_width};
use crate::layout::scene::{Caption, Shape};
use crate::model::component::Role;
use crate::model::part::Section;

/// Space between columns, wide enough for the edges that run there.
pub const BETWEEN: f32 = 36.0;
/// Space inside a node's border.
pub const PAD: f32 = 14.0;
/// From an API server down to its etcd.
const DROP: f32 = 46.0;
const HEADING: f32 = 58.0;
const TITLE_H: f32 = 24.0;
const ABOVE_SECTION: f32 = 14.0;
/// Room between etcd and what follows, for the gauge with its stems.
const GAUGE_ROOM: f32 = 24.0 + GAUGE_H + 18.0;
/// Height of the quorum gauge.
pub const GAUGE_H: f32 = 58.0;

/// Indices of what edges attach to, for one column.
#[derive(Default)]
pub struct Drawn {
    pub group: usize,
    pub api_server: Option<usize>,
    pub etcd: Option<usize>,
}

/// One row of columns.
#[derive(Default)]
pub struct Row {
    pub columns: Vec<Drawn>,
    pub bottom: f32,
    /// Where a gauge fits between etcd and the rest, if room was asked for.
    pub gauge_y: f32,
}

/// Width that the widest of these columns needs.
pub fn width<'a>(columns: impl Iterator<Item = &'a Column>) -> f32 {
    columns.map(needed).fold(300.0, f32::max).min(430.0).ceil()
}

fn needed(column: &Column) -> f32 {
    let heading = |it: &Caption| caption_ems(it);
    let mut captions = column.node.captions.iter();
    let name = captions.next().map_or(0.0, heading) * NODE_NAME;
    let first = 40.0 + name + column.node.captions.get(1).map_or(0.0, |it| caption_ems(it) * 13.0);
    let second = 26.0 + details_width(column.node.captions.get(2..).unwrap_or_default());
    let cards = column.control_plane.iter().map(|(_, it)| it).chain(&column.every_node).chain(&column.workloads);
    let widest = cards.map(flow::two_line_width).fold(0.0, f32::max);
    let others = column.control_plane.iter().filter(|(role, _)| !is_stacked(*role)).map(|(_, it)| flow::one_line_width(it));
    2.0 * PAD + first.max(second).max(widest).max(others.filter(|it| *it < 330.0).fold(0.0, f32::max))
}

fn is_stacked(role: Role) -> bool {
    matches!(role, Role::ApiServer | Role::Etcd)
}

/// Draws columns side by side from `x`, `y`.
pub fn draw(canvas: &mut Canvas, columns: &[Column], x: f32, y: f32, w: f32, gauge: bool) -> Row {
    let inner = w - 2.0 * PAD;
    let mut row = Row::default();
    for (i, column) in columns.iter().enumerate() {
        let rect = Rect { x: x + i as f32 * (w + BETWEEN), y, w, h: HEADING };
        let group = canvas.add(None, rect, Shape::Group, &column.node);
        row.columns.push(Drawn { group, ..Drawn::default() });
    }
    let mut top = y + HEADING;
    if columns.iter().any(|it| !it.control_plane.is_empty()) {
        top = control_plane(canvas, columns, &mut row, top, inner, gauge);
    }
    for (section, cards) in [
        (Section::EveryNode, columns.iter().map(|it| &it.every_node).collect::<Vec<_>>()),
        (Section::Workloads, columns.iter().map(|it| &it.workloads).collect()),
    ] {
        if cards.iter().any(|it| !it.is_empty()) {
            top = flowing(canvas, columns, &row, section, &cards, top + ABOVE_SECTION, inner);
        }
    }
    row.bottom = top + PAD;
    for drawn in &row.columns {
        canvas.stretch(drawn.group, row.bottom);
    }
    row
}

/// API server over etcd over the rest, each on one line across all columns.
fn control_plane(canvas: &mut Canvas, columns: &[Column], row: &mut Row, y: f32, inner: f32, gauge: bool) -> f32 {
    let find = |column: &Column, role: Role| column.control_plane.iter().find(|(it, _)| *it == role).map(|(_, card)| card.clone());
    let any = |role: Role| columns.iter().any(|it| find(it, role).is_some());
    let rest_h = |role: Role| columns.iter().filter_map(|it| find(it, role)).map(|it| flow::height(&it, inner)).fold(0.0, f32::max);
    let api_y = y + TITLE_H;
    let etcd_y = if any(Role::ApiServer) { api_y + HIGH + DROP } else { api_y };
    let after = if any(Role::Etcd) { etcd_y + HIGH } else { etcd_y - DROP };
    row.gauge_y = after + 24.0;
    let mut slots = vec![(Role::ApiServer, api_y, HIGH), (Role::Etcd, etcd_y, HIGH)];
    let mut next = after + if gauge { GAUGE_ROOM } else { GAP };
    for role in [Role::Scheduler, Role::ControllerManager].into_iter().filter(|role| any(*role)) {
        slots.push((role, next, rest_h(role)));
        next += rest_h(role) + GAP;
    }
    let bottom = next - GAP;
    for (column, drawn) in columns.iter().zip(&mut row.columns) {
        let Some(group) = canvas.part(drawn.group).map(|it| it.rect) else { continue };
        if column.control_plane.is_empty() {
            continue;
        }
        let area = Rect { x: group.x + PAD, y, w: inner, h: bottom - y };
        canvas.stretch(drawn.group, bottom);
        let parent = canvas.section(drawn.group, area, &column.name, Section::ControlPlane, None);
        for (role, top, h) in &slots {
            let Some(card) = find(column, *role) else { continue };
            let index = canvas.add(Some(parent), Rect { y: *top, h: *h, ..area }, Shape::Card, &card);
            match role {
                Role::ApiServer => drawn.api_server = Some(index),
                Role::Etcd => drawn.etcd = Some(index),
                _ => {}
            }
        }
    }
    bottom
}

/// A titled section that flows, the same for each column; returns the lowest end.
fn flowing(canvas: &mut Canvas, columns: &[Column], row: &Row, section: Section, cards: &[&Vec<Card>], y: f32, inner: f32) -> f32 {
    let mut bottom = y;
    for ((column, drawn), cards) in columns.iter().zip(&row.columns).zip(cards) {
        let Some(group) = canvas.part(drawn.group).map(|it| it.rect) else { continue };
        if cards.is_empty() {
            continue;
        }
        let x = group.x + PAD;
        let (rects, end) = flow::rows(cards, x, y + TITLE_H, inner);
        let remark = cards.iter().any(|it| it.captions.contains(&Caption::PlacedByCounting)).then_some(Caption::PlacedByCounting);
        let parent = canvas.section(drawn.group, Rect { x, y, w: inner, h: end - y }, &column.name, section, remark);
        for (card, rect) in cards.iter().zip(rects) {
            canvas.add(Some(parent), rect, Shape::Card, card);
        }
        bottom = bottom.max(end);
    }
    bottom
}
