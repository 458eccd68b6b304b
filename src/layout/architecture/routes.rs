//! Edges: orthogonal, along the gaps between columns, with ends on the borders of the parts.

use crate::layout::architecture::columns::{BETWEEN, Drawn};
use crate::layout::canvas::Canvas;
use crate::layout::geometry::{Point, Rect};
use crate::layout::scene::{self, Caption, Edge, Health, Part};
use crate::order;

/// Straight from one part to another, side by side or one above the other.
pub fn straight(from: &Part, to: &Part, health: Health, label: Option<Caption>) -> Edge {
    let (a, b) = (from.rect, to.rect);
    let points = if a.right() <= b.x {
        vec![Point { x: a.right(), y: b.center().y }, Point { x: b.x, y: b.center().y }]
    } else {
        vec![Point { x: a.center().x, y: a.bottom() }, Point { x: a.center().x, y: b.y }]
    };
    Edge { from: from.id.clone(), to: to.id.clone(), points, health, label, purpose: None }
}

/// From the endpoint to the API servers: one bundle that fans out above the columns and comes down in the gaps, each line into its card's left side.
pub fn fan_out(canvas: &mut Canvas, endpoint: usize, rows: &[Vec<&Drawn>], bus: (f32, f32), wanted: impl Fn(&Part) -> bool) {
    let Some(from) = canvas.part(endpoint).cloned() else { return };
    let mut targets: Vec<(f32, Part)> = Vec::new();
    for (row, columns) in rows.iter().enumerate() {
        for drawn in columns {
            let (Some(group), Some(card)) = (canvas.part(drawn.group), drawn.api_server.and_then(|it| canvas.part(it))) else { continue };
            if card.presence != scene::Drawn::NotShown && wanted(card) {
                targets.push((group.rect.x - 12.0 - 5.0 * row as f32, card.clone()));
            }
        }
    }
    order::sort_by(&mut targets, |a, b| a.0.total_cmp(&b.0));
    let count = targets.len();
    let step = (from.rect.w / (count as f32 + 1.0)).min(16.0);
    let first = from.rect.center().x - step * (count.saturating_sub(1)) as f32 / 2.0;
    let lane = (bus.1 - bus.0) / (count as f32 + 1.0);
    let exits: Vec<f32> = (0..count).map(|i| first + step * i as f32).collect();
    let lefts = targets.iter().zip(&exits).filter(|((x, _), exit)| x < exit).count();
    for (i, ((x, card), exit)) in targets.iter().zip(&exits).enumerate() {
        // Left-going lines lie the higher the further left they start, right-going ones the reverse: so no two cross.
        let level = if i < lefts { i } else { count - 1 - i };
        let y = bus.0 + lane * (level as f32 + 1.0);
        let into = card.rect.center().y;
        let corners = [(*exit, from.rect.bottom()), (*exit, y), (*x, y), (*x, into), (card.rect.x, into)];
        canvas.connect(Edge {
            from: from.id.clone(),
            to: card.id.clone(),
            points: corners.into_iter().map(|(x, y)| Point { x, y }).collect(),
            health: if card.health == Health::Look { Health::Ok } else { card.health },
            label: None,
            purpose: None,
        });
    }
}

/// From each etcd to the gauge: straight down in the row just above it, else out to the right and down in the gap.
pub fn members(canvas: &mut Canvas, gauge: usize, rows: &[Vec<&Drawn>], last_is_direct: bool) {
    let Some(ring) = canvas.part(gauge).cloned() else { return };
    for (row, columns) in rows.iter().enumerate() {
        for drawn in columns {
            let (Some(group), Some(etcd)) =
                (canvas.part(drawn.group).map(|it| it.rect), drawn.etcd.and_then(|it| canvas.part(it)).cloned())
            else {
                continue;
            };
            let points = if last_is_direct { down(etcd.rect, ring.rect) } else { around(etcd.rect, group, ring.rect, row) };
            let health = if etcd.health == Health::Look { Health::Ok } else { etcd.health };
            canvas.connect(Edge { from: etcd.id, to: ring.id.clone(), points, health, label: None, purpose: None });
        }
    }
}

fn down(etcd: Rect, ring: Rect) -> Vec<Point> {
    let x = etcd.center().x;
    vec![Point { x, y: etcd.bottom() }, Point { x, y: ring.y }]
}

fn around(etcd: Rect, group: Rect, ring: Rect, row: usize) -> Vec<Point> {
    let y = etcd.center().y;
    let x = group.right() + (BETWEEN / 2.0 - 11.0) + 4.0 * row as f32;
    vec![Point { x: etcd.right(), y }, Point { x, y }, Point { x, y: ring.y }]
}
