//! Faults that lie outside the window: how many on each side, and the nearest. Pure; knows no DOM.

use crate::layout::scene::{Health, Part, Scene, Shape};
use crate::ui::diagram::camera::Camera;
use crate::ui::diagram::steer::Direction;

/// What lies beyond one edge of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// On which side.
    pub side: Direction,
    /// How many broken parts.
    pub count: usize,
    /// The place of the nearest of them.
    pub nearest: usize,
}

/// The sides behind which something is broken.
pub fn beyond(scene: &Scene, camera: Camera) -> Vec<Beyond> {
    let mut sides: Vec<(Beyond, f32)> = Vec::new();
    for (at, part) in scene.parts.iter().enumerate().filter(|(_, part)| counts(part) && !camera.sees(part.rect)) {
        let (side, distance) = outside(part, camera);
        match sides.iter_mut().find(|(it, _)| it.side == side) {
            Some((beyond, nearest)) => {
                beyond.count += 1;
                if distance < *nearest {
                    (*nearest, beyond.nearest) = (distance, at);
                }
            }
            None => sides.push((Beyond { side, count: 1, nearest: at }, distance)),
        }
    }
    sides.into_iter().map(|(it, _)| it).collect()
}

/// An area is as ill as what is in it: that is counted by itself.
fn counts(part: &Part) -> bool {
    part.health == Health::Broken && part.focusable && !matches!(part.shape, Shape::Group | Shape::Section | Shape::Lane)
}

/// The side on which it lies furthest, and how far.
fn outside(part: &Part, camera: Camera) -> (Direction, f32) {
    let (left, top) = (camera.corner.x, camera.corner.y);
    let (right, bottom) = (left + camera.window.w / camera.scale, top + camera.window.h / camera.scale);
    let r = part.rect;
    let sides = [
        (Direction::Left, left - r.right()),
        (Direction::Right, r.x - right),
        (Direction::Up, top - r.bottom()),
        (Direction::Down, r.y - bottom),
    ];
    sides.into_iter().fold((Direction::Left, f32::MIN), |best, it| if it.1 > best.1 { it } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::canvas::Canvas;
    use crate::layout::card::Card;
    use crate::layout::geometry::{Point, Rect, Size};
    use crate::model::part::PartId;

    #[test]
    fn faults_outside_are_counted_by_side_and_the_nearest_is_named() {
        let mut canvas = Canvas::default();
        for (i, (x, y, health)) in [
            (0.0, 0.0, Health::Broken),
            (500.0, 10.0, Health::Broken),
            (300.0, 20.0, Health::Broken),
            (400.0, 20.0, Health::Look),
            (40.0, 900.0, Health::Broken),
        ]
        .into_iter()
        .enumerate()
        {
            let card = Card { health, ..Card::new(PartId::Node(i.to_string()), Vec::new()) };
            canvas.add(None, Rect { x, y, w: 20.0, h: 20.0 }, Shape::Card, &card);
        }
        let camera = Camera { corner: Point::default(), scale: 1.0, window: Size { w: 200.0, h: 200.0 } };
        let found = beyond(&canvas.finish(), camera);
        assert_eq!(
            found,
            [Beyond { side: Direction::Right, count: 2, nearest: 2 }, Beyond { side: Direction::Down, count: 1, nearest: 4 }]
        );
    }
}
