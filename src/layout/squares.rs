//! Cards with a square for each pod below their words. Knows sizes, not meanings.

use crate::layout::architecture::flow::{HIGH, LOW};
use crate::layout::canvas::Canvas;
use crate::layout::card::Card;
use crate::layout::geometry::{Point, Rect};
use crate::layout::scene::{Cells, Health, Shape};
use crate::model::object_ref::ObjectRef;

/// Space beside the squares.
const SIDE: f32 = 12.0;
/// Space below them.
const BELOW: f32 = 8.0;

/// Pods that a card names.
const ILL: usize = 200;

/// A card and what its squares stand for; an identity is copied only when the card is drawn.
#[derive(Clone, Debug)]
pub struct Filled<'a> {
    pub card: Card,
    pub cells: Vec<(&'a ObjectRef, Health)>,
}

impl Filled<'_> {
    /// A card without squares.
    pub fn bare(card: Card) -> Self {
        Self { card, cells: Vec::new() }
    }

    /// The pods that its card names beside the squares: those that are not well, so that what is found of them leads there.
    pub fn ill(cells: &[(&ObjectRef, Health)]) -> impl Iterator<Item = ObjectRef> {
        cells.iter().filter(|it| it.1 > Health::Ok).take(ILL).map(|it| it.0.clone())
    }

    /// How high it is.
    pub fn height(&self, width: f32) -> f32 {
        let words = if self.card.captions.len() > 1 { HIGH } else { LOW };
        if self.cells.is_empty() { words } else { words + self.rows(width) as f32 * self.pitch() + BELOW }
    }

    /// Draws it; returns its index.
    pub fn draw(self, canvas: &mut Canvas, parent: usize, rect: Rect) -> usize {
        let index = canvas.add(Some(parent), rect, Shape::Card, &self.card);
        if !self.cells.is_empty() {
            let words = if self.card.captions.len() > 1 { HIGH } else { LOW };
            let (pitch, columns) = (self.pitch(), self.columns(rect.w));
            let at = Point { x: rect.x + SIDE, y: rect.y + words };
            let of = self.cells.into_iter().map(|(id, health)| (id.clone(), health)).collect();
            canvas.fill(index, Cells { at, columns: u32::try_from(columns).unwrap_or(1), pitch, of });
        }
        index
    }

    /// The more there are, the smaller they stand.
    const fn pitch(&self) -> f32 {
        match self.cells.len() {
            ..=60 => 13.0,
            61..=400 => 9.0,
            401..=2_000 => 6.0,
            _ => 4.0,
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 on, no wider than a card")]
    fn columns(&self, width: f32) -> usize {
        ((width - 2.0 * SIDE) / self.pitch() + 0.2).floor().max(1.0) as usize
    }

    fn rows(&self, width: f32) -> usize {
        self.cells.len().div_ceil(self.columns(width))
    }
}
