//! The architecture view: kubectl → endpoint → API servers → etcd and its quorum, the nodes with what they carry,
//! and what runs somewhere. Pure and deterministic: one report, one picture. Knows no words and no colours.

pub mod cards;
pub mod columns;
pub mod flow;
pub mod gather;
pub mod grid;
pub mod nodes;
pub mod placement;
pub mod plan;
pub mod routes;
pub mod workload;

use crate::layout::architecture::columns::{BETWEEN, GAUGE_H, PAD, Row};
use crate::layout::architecture::plan::{Column, Entry, Plan};
use crate::layout::canvas::{Canvas, MARGIN};
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::measure::{DETAIL, TITLE, caption_ems};
use crate::layout::scene::{Caption, Drawn, Health, Scene, Shape};
use crate::model::part::{PartId, Section};
use crate::report::Report;

const HEAD_H: f32 = 56.0;
const KUBECTL_W: f32 = 124.0;
const HEAD_GAP: f32 = 64.0;
/// Where the lines from the endpoint fan out.
const BUS: f32 = 68.0;
const ROW_GAP: f32 = 28.0;

/// Draws the architecture of the cluster.
pub fn layout(report: &Report) -> Scene {
    let plan = gather::plan(report);
    let mut canvas = Canvas::default();
    let Some(entry) = &plan.entry else { return canvas.finish() };

    let per_row = per_row(&plan);
    let column_w = columns::width(plan.control_plane.iter().chain(&plan.workers));
    let columns_w = per_row as f32 * (column_w + BETWEEN) - BETWEEN;
    let endpoint_w = endpoint_width(entry);
    let mut content_w = columns_w.max(KUBECTL_W + HEAD_GAP + endpoint_w);
    if per_row == 0 || !plan.tiles.is_empty() {
        content_w = content_w.max(980.0).max(tiles_width(plan.tiles.len()));
    }
    let endpoint = head(&mut canvas, entry, content_w, endpoint_w);

    let x = MARGIN + ((content_w - columns_w) / 2.0).max(0.0);
    let bus_top = MARGIN + HEAD_H;
    let decide = rows(&mut canvas, &plan.control_plane, per_row, (x, bus_top + BUS, column_w), plan.quorum.is_some());
    let single = decide.len() == 1;
    let mut y = decide.last().map_or(bus_top + ROW_GAP, |row| row.bottom + ROW_GAP);
    if let Some((card, quorum)) = plan.quorum.as_ref().filter(|_| !decide.is_empty()) {
        let shape = Shape::Gauge { members: quorum.members, alive: quorum.alive, needed: quorum.needed };
        let top = if single { decide.first().map_or(y, |row| row.gauge_y) } else { y };
        let w = plan.control_plane.len().min(per_row) as f32 * (column_w + BETWEEN) - BETWEEN - 2.0 * PAD;
        // Stems from several rows come down to the right of each column: the last one's needs room too.
        let w = if single { w } else { w + PAD + BETWEEN };
        let gauge = canvas.add(None, Rect { x: x + PAD, y: top, w, h: GAUGE_H }, shape, card);
        if !single {
            y = top + GAUGE_H + ROW_GAP;
        }
        let drawn: Vec<Vec<&columns::Drawn>> = decide.iter().map(|row| row.columns.iter().collect()).collect();
        routes::members(&mut canvas, gauge, &drawn, single);
    }
    edges(&mut canvas, &plan, endpoint, &decide, (bus_top, bus_top + BUS));

    let work = rows(&mut canvas, &plan.workers, per_row, (x, y, column_w), false);
    y = work.last().map_or(y, |row| row.bottom + ROW_GAP);
    if !plan.tiles.is_empty() {
        y = grid::draw(&mut canvas, None, &plan.tiles, Rect { x: MARGIN, y, w: content_w, h: 0.0 }, tile_width(&plan.tiles)) + ROW_GAP;
    }
    foot(&mut canvas, &plan, y, content_w);
    canvas.finish()
}

/// Columns abreast: a small control plane in one row, so that its quorum is one line.
fn per_row(plan: &Plan) -> usize {
    match (plan.control_plane.len(), plan.workers.len()) {
        (0, workers) if workers <= 4 => workers,
        (0 | 6.., _) => 4,
        (members, workers) => members.max(workers.min(3)),
    }
}

fn endpoint_width(entry: &Entry) -> f32 {
    let texts = entry.endpoint.captions.iter().map(|it| caption_ems(it) * TITLE);
    (texts.fold(0.0, f32::max) + 60.0).max(240.0).ceil()
}

/// kubectl and the endpoint; the endpoint in the middle where there is room.
fn head(canvas: &mut Canvas, entry: &Entry, content_w: f32, endpoint_w: f32) -> usize {
    let pair = KUBECTL_W + HEAD_GAP + endpoint_w;
    let middle = (content_w - endpoint_w) / 2.0;
    let endpoint_x = MARGIN + if middle >= KUBECTL_W + HEAD_GAP { middle } else { (content_w - pair) / 2.0 + KUBECTL_W + HEAD_GAP };
    let kubectl_rect = Rect { x: endpoint_x - HEAD_GAP - KUBECTL_W, y: MARGIN, w: KUBECTL_W, h: HEAD_H };
    let endpoint_rect = Rect { x: endpoint_x, y: MARGIN, w: endpoint_w, h: HEAD_H };
    let kubectl = canvas.add(None, kubectl_rect, Shape::Client, &entry.kubectl);
    let endpoint = canvas.add(None, endpoint_rect, Shape::Endpoint, &entry.endpoint);
    if let (Some(from), Some(to)) = (canvas.part(kubectl), canvas.part(endpoint)) {
        let edge = routes::straight(from, to, entry.endpoint.health, None);
        canvas.connect(edge);
    }
    endpoint
}

/// Columns in rows of `per_row`.
fn rows(canvas: &mut Canvas, all: &[Column], per_row: usize, (x, y, w): (f32, f32, f32), gauge: bool) -> Vec<Row> {
    let single = all.len() <= per_row;
    let mut top = y;
    let mut rows = Vec::new();
    for chunk in all.chunks(per_row.max(1)) {
        let row = columns::draw(canvas, chunk, x, top, w, gauge && single);
        top = row.bottom + ROW_GAP;
        rows.push(row);
    }
    rows
}

fn edges(canvas: &mut Canvas, plan: &Plan, endpoint: usize, decide: &[Row], bus: (f32, f32)) {
    let drawn: Vec<Vec<&columns::Drawn>> = decide.iter().map(|row| row.columns.iter().collect()).collect();
    let only = plan.entry.as_ref().and_then(|it| it.only.clone());
    let groups: Vec<(usize, String)> =
        plan.control_plane.iter().zip(drawn.iter().flatten()).filter_map(|(it, at)| Some((at.api_server?, it.name.clone()))).collect();
    let behind: Vec<PartId> = groups
        .iter()
        .filter(|(_, name)| only.as_ref().is_none_or(|it| it == name))
        .filter_map(|(at, _)| canvas.part(*at).map(|it| it.id.clone()))
        .collect();
    routes::fan_out(canvas, endpoint, &drawn, bus, |card| behind.contains(&card.id));
    for at in drawn.into_iter().flatten().filter(|_| plan.stacked) {
        let (Some(api), Some(etcd)) = (at.api_server.and_then(|it| canvas.part(it)), at.etcd.and_then(|it| canvas.part(it))) else {
            continue;
        };
        if [api.presence, etcd.presence].contains(&Drawn::NotShown) {
            continue;
        }
        let refused = etcd.presence == Drawn::Absent && api.health == Health::Broken;
        let health = match (etcd.presence == Drawn::Absent, etcd.health) {
            (true, _) | (_, Health::Broken) => Health::Broken,
            (_, Health::Look) => Health::Ok,
            (_, health) => health,
        };
        let label = if refused { Some(Caption::Refused) } else { plan.etcd_address.clone().map(Caption::Verbatim) };
        let edge = routes::straight(api, etcd, health, label);
        canvas.connect(edge);
    }
}

/// Services and the note on what was not pasted.
fn foot(canvas: &mut Canvas, plan: &Plan, y: f32, w: f32) {
    let mut y = y;
    if !plan.services.is_empty() {
        let id = PartId::Section { of: String::new(), section: Section::ClusterServices };
        let health = Health::Ok;
        let title = Card { health, ..Card::new(id, vec![Caption::Section(Section::ClusterServices), Caption::NodeNotShown]) };
        let group = canvas.add(None, Rect { x: MARGIN, y, w, h: 0.0 }, Shape::Group, &title);
        let area = Rect { x: MARGIN + PAD, y: y + 36.0, w: w - 2.0 * PAD, h: 0.0 };
        let wanted = plan.services.iter().map(flow::two_line_width).fold(170.0, f32::max).min(area.w);
        let bottom = grid::draw(canvas, Some(group), &plan.services, area, wanted.min(320.0)) + PAD;
        canvas.stretch(group, bottom);
        y = bottom + ROW_GAP / 2.0;
    }
    if let Some(card) = &plan.notes {
        let lines: f32 = card.captions.iter().map(|it| (caption_ems(it) * DETAIL / (w - 56.0)).ceil()).sum();
        let h = 20.0 + 18.0 * lines;
        canvas.add(None, Rect { x: MARGIN, y, w, h }, Shape::Note, card);
    }
}

fn tile_width(tiles: &[Card]) -> f32 {
    if tiles.len() > 60 { 168.0 } else { tiles.iter().map(flow::two_line_width).fold(168.0, f32::max).min(300.0) }
}

/// A width that keeps many tiles about as wide as a screen is.
fn tiles_width(count: usize) -> f32 {
    ((count as f32 * 176.0 * 62.0 * 1.7).sqrt()).ceil()
}
