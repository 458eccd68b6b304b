//! Fingers and mice on the picture: a drag pans, two fingers zoom, a press that does not move picks. Pure; knows no DOM.

use crate::layout::geometry::{Point, Size};
use crate::ui::diagram::camera::Camera;

/// Pixels that a press may wander and still be a click.
const SLACK: f32 = 5.0;

/// The pointers that are down.
#[derive(Clone, Debug, Default)]
pub struct Pointers {
    down: Vec<(i32, Point)>,
    start: Point,
    dragged: bool,
}

impl Pointers {
    /// A pointer goes down.
    pub fn press(&mut self, id: i32, at: Point) {
        if self.down.is_empty() {
            self.start = at;
            self.dragged = false;
        }
        self.release(id);
        self.down.push((id, at));
        self.dragged |= self.down.len() > 1;
    }

    /// A pointer goes up or away.
    pub fn release(&mut self, id: i32) {
        self.down.retain(|(it, _)| *it != id);
    }

    /// Whether the last press became a drag: its click picks nothing.
    pub fn dragged(&self) -> bool {
        self.dragged
    }

    /// A pointer moves; the camera after it, if it moves the picture.
    pub fn moved(&mut self, id: i32, to: Point, camera: Camera, scene: Size) -> Option<Camera> {
        let other = self.down.iter().find(|(other, _)| *other != id).map(|(_, at)| *at);
        let at = &mut self.down.iter_mut().find(|(it, _)| *it == id)?.1;
        let from = *at;
        if let Some(other) = other {
            *at = to;
            let spread = |a: Point| ((a.x - other.x).powi(2) + (a.y - other.y).powi(2)).sqrt().max(1.0);
            let middle = Point { x: f32::midpoint(to.x, other.x), y: f32::midpoint(to.y, other.y) };
            let panned = camera.panned(scene, (to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
            return Some(panned.zoomed(scene, middle, spread(to) / spread(from)));
        }
        self.dragged |= (to.x - self.start.x).abs().max((to.y - self.start.y).abs()) > SLACK;
        if !self.dragged {
            return None;
        }
        *at = to;
        Some(camera.panned(scene, to.x - from.x, to.y - from.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: Size = Size { w: 1000.0, h: 1000.0 };

    fn at(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_small_tremble_is_a_click_and_a_move_is_a_drag() {
        let camera = Camera::fit(SCENE, Size { w: 500.0, h: 500.0 });
        let mut pointers = Pointers::default();
        pointers.press(1, at(100.0, 100.0));
        assert_eq!(pointers.moved(1, at(103.0, 101.0), camera, SCENE), None);
        assert!(!pointers.dragged());
        let moved = pointers.moved(1, at(150.0, 100.0), camera, SCENE);
        assert!(pointers.dragged());
        assert_eq!(moved.map(|it| it.corner.x), Some(-100.0));
        pointers.release(1);
        assert_eq!(pointers.moved(1, at(200.0, 100.0), camera, SCENE), None);
    }

    #[test]
    fn two_fingers_apart_come_nearer() {
        let camera = Camera::fit(SCENE, Size { w: 500.0, h: 500.0 });
        let mut pointers = Pointers::default();
        pointers.press(1, at(200.0, 250.0));
        pointers.press(2, at(300.0, 250.0));
        let near = pointers.moved(2, at(400.0, 250.0), camera, SCENE).map(|it| it.scale);
        assert_eq!(near, Some(1.0));
        assert!(pointers.dragged());
    }
}
