//! Arrow keys over a picture: the nearest part in a direction. Knows rectangles only.

use crate::layout::geometry::Point;
use crate::layout::scene::{Part, Scene, Shape};

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
}

impl Direction {
    /// The direction of a key, by its `KeyboardEvent.key`.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            _ => return None,
        })
    }
}

/// The nearest focusable part from part `from` in that direction.
pub fn next(scene: &Scene, from: usize, direction: Direction) -> Option<usize> {
    let start = anchor(scene.parts.get(from)?);
    let distance = |part: &Part| {
        let to = anchor(part);
        let (dx, dy) = (to.x - start.x, to.y - start.y);
        let (ahead, aside) = match direction {
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
        };
        (ahead > 1.0).then_some(ahead + 2.0 * aside)
    };
    let reachable = scene.parts.iter().enumerate().filter(|(i, part)| *i != from && part.focusable);
    reachable.filter_map(|(i, part)| Some((i, distance(part)?))).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
}

/// The point that stands for a part: an area is met at its heading.
fn anchor(part: &Part) -> Point {
    let center = part.rect.center();
    match part.shape {
        Shape::Group => Point { x: center.x, y: part.rect.y + 20.0 },
        _ => center,
    }
}
