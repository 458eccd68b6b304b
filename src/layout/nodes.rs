//! Every node a tile with its pods as squares, grouped, in an order that stays: two pastes compare by eye.
//! Three levels of detail, by how many nodes there are. Pure; knows no words and no colours.

pub mod capacity;
pub mod gather;
pub mod groups;
pub mod level;
pub mod names;
pub mod place;
pub mod tile;

use crate::layout::architecture::gather::notes;
use crate::layout::canvas::{Canvas, MARGIN};
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::measure::{DETAIL, caption_ems};
use crate::layout::nodes::level::{BETWEEN, Level};
use crate::layout::nodes::place::Grid;
use crate::layout::request::LayoutRequest;
use crate::layout::scene::{Caption, Drawn, Health, Scene, Shape};
use crate::model::part::PartId;
use crate::report::Report;

/// Draws it.
pub fn layout(report: &Report, request: &LayoutRequest) -> Scene {
    let mut plan = gather::plan(report, request);
    let mut canvas = Canvas::default();
    let level = Level::of(plan.nodes());
    let names = names::Names::of(&plan, &level);
    let grid = Grid::of(&plan, level, names.width);
    let mut y = groups::draw(&mut canvas, &mut plan, &grid, &names);
    for tile in &mut plan.elsewhere {
        y = groups::elsewhere(&mut canvas, tile, &grid, y);
    }
    let mut note = notes(report).map_or_else(Vec::new, |it| it.captions);
    if plan.nodes() > 0 && level.is_rich() && plan.groups.iter().flat_map(|it| &it.tiles).all(|it| it.meters.is_empty()) {
        note.push(Caption::CapacityNotShown);
    }
    if !note.is_empty() {
        let w = grid.width.max(320.0);
        let lines: f32 = note.iter().map(|it| (caption_ems(it) * DETAIL / (w - 56.0)).ceil()).sum();
        let card = Card { presence: Drawn::NotShown, health: Health::Unknown, ..Card::new(PartId::NotShown, note) };
        canvas.add(None, Rect { x: MARGIN, y: y + BETWEEN, w, h: 20.0 + 18.0 * lines }, Shape::Note, &card);
    }
    canvas.finish()
}
