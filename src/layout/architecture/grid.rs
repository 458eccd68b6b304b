//! Cards of one size in a grid: compact nodes, cluster services. Knows no edges.

use crate::layout::architecture::flow::{GAP, HIGH};
use crate::layout::canvas::Canvas;
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::scene::Shape;

/// Draws the cards in rows of equal width within `area` (whose height is ignored); returns the lower end.
pub fn draw(canvas: &mut Canvas, parent: Option<usize>, cards: &[Card], area: Rect, wanted: f32) -> f32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 on; more cards than fit are capped")]
    let columns = (((area.w + GAP) / (wanted + GAP)).floor().max(1.0) as usize).min(cards.len().max(1));
    let w = (area.w - GAP * (columns - 1) as f32) / columns as f32;
    for (i, card) in cards.iter().enumerate() {
        let (row, column) = (i / columns, i % columns);
        let rect = Rect { x: area.x + column as f32 * (w + GAP), y: area.y + row as f32 * (HIGH + GAP), w, h: HIGH };
        canvas.add(parent, rect, Shape::Card, card);
    }
    area.y + cards.len().div_ceil(columns) as f32 * (HIGH + GAP) - GAP
}
