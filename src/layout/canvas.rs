//! A scene under construction. Knows cards and rectangles, not what they mean.

use crate::layout::card::Card;
use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::scene::{Caption, Cells, Drawn, Edge, Health, Part, Scene, Shape};
use crate::model::part::{PartId, Section};

/// Free space around everything; the outermost edges run in it.
pub const MARGIN: f32 = 36.0;

/// Parts so far.
#[derive(Default)]
pub struct Canvas {
    parts: Vec<Part>,
    edges: Vec<Edge>,
}

impl Canvas {
    /// Adds a shape; returns its index.
    pub fn add(&mut self, parent: Option<usize>, rect: Rect, shape: Shape, card: &Card) -> usize {
        let focusable = !matches!(shape, Shape::Section | Shape::Meter { .. } | Shape::Tick);
        self.parts.push(Part {
            id: card.id.clone(),
            parent,
            rect,
            shape,
            health: card.health,
            presence: card.presence,
            captions: card.captions.clone(),
            objects: card.objects.clone(),
            focusable,
            cells: None,
        });
        self.parts.len() - 1
    }

    /// Adds a title with room for cards below it.
    pub fn section(&mut self, parent: usize, rect: Rect, of: &str, section: Section, remark: Option<Caption>) -> usize {
        let id = PartId::Section { of: of.to_owned(), section };
        let captions = std::iter::once(Caption::Section(section)).chain(remark).collect();
        self.add(Some(parent), rect, Shape::Section, &Card { health: Health::Ok, presence: Drawn::Seen, ..Card::new(id, captions) })
    }

    /// Puts squares into a part.
    pub fn fill(&mut self, index: usize, cells: Cells) {
        if let Some(part) = self.parts.get_mut(index) {
            part.cells = Some(cells);
        }
    }

    /// Adds a line.
    pub fn connect(&mut self, edge: Edge) {
        self.edges.push(edge);
    }

    /// A part by its index.
    pub fn part(&self, index: usize) -> Option<&Part> {
        self.parts.get(index)
    }

    /// Makes a part taller or shorter, down to `bottom`.
    pub fn stretch(&mut self, index: usize, bottom: f32) {
        if let Some(part) = self.parts.get_mut(index) {
            part.rect.h = bottom - part.rect.y;
        }
    }

    /// Takes over everything of another one, moved.
    pub fn absorb(&mut self, other: Self, by: Point) {
        let first = self.parts.len();
        let moved = |at: &mut Point| *at = Point { x: at.x + by.x, y: at.y + by.y };
        self.parts.extend(other.parts.into_iter().map(|mut part| {
            part.parent = part.parent.map(|it| it + first);
            part.rect = Rect { x: part.rect.x + by.x, y: part.rect.y + by.y, ..part.rect };
            if let Some(cells) = &mut part.cells {
                moved(&mut cells.at);
            }
            part
        }));
        self.edges.extend(other.edges.into_iter().map(|mut edge| {
            edge.points.iter_mut().for_each(moved);
            edge
        }));
    }

    /// The rightmost edge of everything.
    pub fn right(&self) -> f32 {
        self.parts.iter().map(|it| it.rect.right()).fold(0.0, f32::max)
    }

    /// The lowest edge of everything.
    pub fn bottom(&self) -> f32 {
        self.parts.iter().map(|it| it.rect.bottom()).fold(0.0, f32::max)
    }

    /// The finished picture.
    pub fn finish(self) -> Scene {
        if self.parts.is_empty() {
            return Scene::default();
        }
        let size = Size { w: self.right() + MARGIN, h: self.bottom() + MARGIN };
        Scene { size, parts: self.parts, edges: self.edges }
    }
}
