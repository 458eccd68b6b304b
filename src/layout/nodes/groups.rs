//! A plan and its places → parts on the canvas.

use crate::layout::canvas::{Canvas, MARGIN};
use crate::layout::card::Card;
use crate::layout::geometry::{Point, Rect};
use crate::layout::nodes::gather::{Group, Plan};
use crate::layout::nodes::level::{BETWEEN, PAD};
use crate::layout::nodes::names::Names;
use crate::layout::nodes::place::{BAR, Grid, Row, Slot, abreast, columns, elsewhere_level};
use crate::layout::nodes::tile::Tile;
use crate::layout::scene::{Cells, Shape};
use crate::model::part::PartId;

/// Draws all groups; returns their lower end.
pub fn draw(canvas: &mut Canvas, plan: &mut Plan, grid: &Grid, names: &Names) -> f32 {
    for (group, slot) in plan.groups.iter_mut().zip(&grid.slots) {
        let rect = Rect { x: slot.rect.x + MARGIN, y: slot.rect.y + MARGIN, ..slot.rect };
        let index = canvas.add(None, rect, Shape::Group, &group.card);
        // Where its inside begins tells a painter how large the heading is.
        let at = Point { x: rect.x + PAD, y: rect.y + grid.level.heading().1 };
        canvas.fill(index, Cells { at, columns: 1, pitch: grid.level.pitch, of: Vec::new() });
        if group.folded {
            fold(canvas, index, rect, group);
        } else {
            tiles(canvas, index, rect, (group, slot), grid, names);
        }
    }
    MARGIN + grid.height
}

/// One line with a bar: how many of its nodes are ready.
fn fold(canvas: &mut Canvas, parent: usize, rect: Rect, group: &Group) {
    let (Some(permille), PartId::Group { by, name }) = (group.ready, &group.card.id) else { return };
    let id = PartId::Component { product: "ready".to_owned(), node: format!("{by}/{name}") };
    let card = Card { health: group.card.health, ..Card::new(id, Vec::new()) };
    let at = Rect { x: rect.right() - PAD - BAR, y: rect.center().y - 4.0, w: BAR, h: 8.0 };
    canvas.add(Some(parent), at, Shape::Meter { permille }, &card);
}

fn tiles(canvas: &mut Canvas, parent: usize, rect: Rect, (group, slot): (&mut Group, &Slot), grid: &Grid, names: &Names) {
    let level = &grid.level;
    for (tiles, row) in group.tiles.chunks_mut(slot.columns.max(1)).zip(&slot.rows) {
        for (place, tile) in tiles.iter_mut().enumerate() {
            let x = rect.x + PAD + place as f32 * (grid.tile + level.gap);
            let at = Rect { x, y: rect.y + row.y, w: grid.tile, h: row.h };
            names.fit(tile);
            let index = canvas.add(Some(parent), at, Shape::Tile, &tile.card);
            meters(canvas, index, at, (tile, row), grid);
            let cells = Cells {
                at: Point { x: at.x + level.pad, y: at.y + row.cells },
                columns: columns(level.abreast(at.w)),
                pitch: level.pitch,
                of: std::mem::take(&mut tile.cells),
            };
            canvas.fill(index, cells);
        }
    }
}

fn meters(canvas: &mut Canvas, parent: usize, at: Rect, (tile, row): (&Tile, &Row), grid: &Grid) {
    let PartId::Node(node) = &tile.card.id else { return };
    let level = &grid.level;
    for (i, meter) in tile.meters.iter().enumerate() {
        let y = at.y + row.meters + i as f32 * level.meter;
        let rect = Rect { x: at.x + level.pad, y, w: at.w - 2.0 * level.pad, h: level.meter };
        let id = PartId::Component { product: meter.resource.to_owned(), node: node.clone() };
        let card = Card { health: meter.health(), ..Card::new(id, vec![meter.caption.clone()]) };
        canvas.add(Some(parent), rect, Shape::Meter { permille: meter.permille }, &card);
    }
}

/// Draws an area of pods without a node; returns its lower end.
pub fn elsewhere(canvas: &mut Canvas, tile: &mut Tile, grid: &Grid, y: f32) -> f32 {
    let y = if y > MARGIN { y + BETWEEN } else { y };
    let rect = Rect { x: MARGIN, y, ..grid.elsewhere(tile) };
    let level = elsewhere_level(tile);
    let index = canvas.add(None, rect, Shape::Group, &tile.card);
    let at = Point { x: rect.x + PAD, y: rect.y + grid.level.heading().1 };
    let columns = columns(abreast(rect.w, level.pitch));
    canvas.fill(index, Cells { at, columns, pitch: level.pitch, of: std::mem::take(&mut tile.cells) });
    rect.bottom()
}
