//! Which part of the plane is seen: pure arithmetic between the scene's units and pixels. Knows no DOM.

use crate::layout::geometry::{Point, Rect, Size};
use crate::ui::diagram::decimal::hundredths;
use crate::ui::route::Look;

/// The nearest one can come.
const NEAREST: f32 = 3.0;
/// The largest scale at which a picture starts: a small cluster need not fill a wall.
const START_MAX: f32 = 1.3;
/// The smallest scale at which a picture starts on a narrow and on a wide screen: small print, but print.
const START_MIN: (f32, f32) = (0.8, 0.45);
/// Below this a screen is narrow, in pixels.
const NARROW: f32 = 640.0;

/// A view of the scene. `corner` is the scene's point in the upper left, `scale` pixels a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The scene's point in the upper left corner.
    pub corner: Point,
    /// Pixels a unit.
    pub scale: f32,
    /// Size of the window, in pixels.
    pub window: Size,
}

impl Camera {
    /// Everything at once, in the middle.
    pub fn fit(scene: Size, window: Size) -> Self {
        let scale = scale_of(window.w, scene.w).min(scale_of(window.h, scene.h)).min(START_MAX);
        Self::centered(scene, window, scale)
    }

    /// How a picture is first seen: all of it where that is readable, else its width, else readable from `anchor` on.
    ///
    /// `anchor` is `None` for a picture that is read as a whole, however small its print.
    pub fn start(scene: Size, window: Size, anchor: Option<f32>) -> Self {
        let Some(anchor) = anchor else { return Self::fit(scene, window) };
        let width = scale_of(window.w, scene.w);
        let all = width.min(scale_of(window.h, scene.h));
        let least = if window.w < NARROW { START_MIN.0 } else { START_MIN.1 };
        let scale = within(if all >= 0.72 * width { all } else { width }, least, START_MAX.max(least));
        let mut camera = Self::centered(scene, window, scale);
        if scene.w * scale > window.w {
            camera.corner.x = within(anchor - window.w / scale / 2.0, 0.0, scene.w - window.w / scale);
        }
        camera
    }

    fn centered(scene: Size, window: Size, scale: f32) -> Self {
        let x = (scene.w - window.w / scale) / 2.0;
        Self { corner: Point { x, y: 0.0 }, scale, window }
    }

    /// Nearer or further by `factor`, with what is under `at` (in pixels) kept there.
    #[must_use]
    pub fn zoomed(self, scene: Size, at: Point, factor: f32) -> Self {
        let farthest = Self::fit(scene, self.window).scale.min(1.0) * 0.5;
        let scale = within(self.scale * factor, farthest, NEAREST);
        let under = self.to_scene(at);
        Self { corner: Point { x: under.x - at.x / scale, y: under.y - at.y / scale }, scale, ..self }.kept(scene)
    }

    /// As an address tells it.
    pub fn of_look(scene: Size, window: Size, look: Look) -> Self {
        let camera = Self { corner: Point::default(), scale: within(look.permille as f32 / 1000.0, 0.01, NEAREST), window };
        camera.around(scene, Point { x: look.x as f32, y: look.y as f32 })
    }

    /// As an address tells it.
    pub fn look(self) -> Look {
        #[expect(clippy::cast_possible_truncation, reason = "units of the scene, far below the largest")]
        let whole = |value: f32| (value + 0.5).floor() as i32;
        let middle = self.to_scene(Point { x: self.window.w / 2.0, y: self.window.h / 2.0 });
        Look { x: whole(middle.x), y: whole(middle.y), permille: u32::try_from(whole(self.scale * 1000.0)).unwrap_or(1) }
    }

    /// Moved by so many pixels of the pointer.
    #[must_use]
    pub fn panned(self, scene: Size, dx: f32, dy: f32) -> Self {
        let corner = Point { x: self.corner.x - dx / self.scale, y: self.corner.y - dy / self.scale };
        Self { corner, ..self }.kept(scene)
    }

    /// The same picture in a window of another size: one that nobody has moved is shown anew as at first.
    #[must_use]
    pub fn resized(self, scene: Size, window: Size, anchor: Option<f32>) -> Self {
        if self == Self::start(scene, self.window, anchor) {
            return Self::start(scene, window, anchor);
        }
        Self { window, ..self }.kept(scene)
    }

    /// Moved as little as needed to see `rect` with some room around it.
    #[must_use]
    pub fn showing(self, scene: Size, rect: Rect) -> Self {
        let room = 16.0;
        let corner = Point {
            x: shifted(self.corner.x, self.window.w / self.scale, rect.x - room, rect.right() + room),
            y: shifted(self.corner.y, self.window.h / self.scale, rect.y - room, rect.bottom() + room),
        };
        Self { corner, ..self }.kept(scene)
    }

    /// With a point of the scene in the middle.
    #[must_use]
    pub fn around(self, scene: Size, middle: Point) -> Self {
        let corner = Point { x: middle.x - self.window.w / self.scale / 2.0, y: middle.y - self.window.h / self.scale / 2.0 };
        Self { corner, ..self }.kept(scene)
    }

    /// Whether any of `rect` is in the window.
    pub fn sees(self, rect: Rect) -> bool {
        let window = Rect { x: self.corner.x, y: self.corner.y, w: self.window.w / self.scale, h: self.window.h / self.scale };
        window.overlaps(rect)
    }

    /// The scene's point under a pixel.
    pub fn to_scene(self, at: Point) -> Point {
        Point { x: self.corner.x + at.x / self.scale, y: self.corner.y + at.y / self.scale }
    }

    /// The `viewBox` attribute.
    pub fn view_box(self) -> String {
        let (w, h) = (self.window.w / self.scale, self.window.h / self.scale);
        format!("{} {} {} {}", hundredths(self.corner.x), hundredths(self.corner.y), hundredths(w), hundredths(h))
    }

    /// With the middle of the window kept over the scene, so that it cannot be lost.
    fn kept(self, scene: Size) -> Self {
        let half = (self.window.w / self.scale / 2.0, self.window.h / self.scale / 2.0);
        let corner = Point {
            x: within(self.corner.x, -half.0, (scene.w - half.0).max(-half.0)),
            y: within(self.corner.y, -half.1, (scene.h - half.1).max(-half.1)),
        };
        Self { corner, ..self }
    }
}

/// `value`, or the end of `low..=high` beyond which it lies. The standard library's `clamp` panics where there is no such range,
/// with a message that brings the printer of floats into the page.
pub fn within(value: f32, low: f32, high: f32) -> f32 {
    value.min(high).max(low)
}

fn scale_of(window: f32, scene: f32) -> f32 {
    if scene > 0.0 && window > 0.0 { window / scene } else { 1.0 }
}

/// A corner moved so that `from..to` is seen; its start where it does not fit.
fn shifted(corner: f32, length: f32, from: f32, to: f32) -> f32 {
    if from < corner || to - from > length {
        from
    } else if to > corner + length {
        to - length
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: Size = Size { w: 1000.0, h: 800.0 };
    const WINDOW: Size = Size { w: 500.0, h: 900.0 };

    #[test]
    fn fit_shows_everything_in_the_middle() {
        let camera = Camera::fit(SCENE, WINDOW);
        assert_eq!((camera.scale, camera.corner.x), (0.5, 0.0));
        let wide = Camera::fit(SCENE, Size { w: 3000.0, h: 400.0 });
        assert_eq!((wide.scale, wide.corner.x), (0.5, -2500.0));
    }

    #[test]
    fn zoom_keeps_the_point_under_the_pointer() {
        let camera = Camera::fit(SCENE, WINDOW);
        let at = Point { x: 120.0, y: 200.0 };
        let before = camera.to_scene(at);
        let after = camera.zoomed(SCENE, at, 1.7).to_scene(at);
        assert!((before.x - after.x).abs() < 0.01 && (before.y - after.y).abs() < 0.01);
    }

    #[test]
    fn a_window_of_another_size_shows_all_again_unless_the_reader_has_moved() {
        let (wide, narrower) = (Size { w: 1_000.0, h: 800.0 }, Size { w: 700.0, h: 800.0 });
        let first = Camera::start(SCENE, wide, Some(0.0));
        assert_eq!(first.resized(SCENE, narrower, Some(0.0)), Camera::start(SCENE, narrower, Some(0.0)));
        let moved = first.zoomed(SCENE, Point { x: 9.0, y: 9.0 }, 1.5);
        assert_eq!(moved.resized(SCENE, narrower, Some(0.0)).scale, moved.scale);
    }

    #[test]
    fn zoom_and_pan_have_ends() {
        let camera = Camera::fit(SCENE, WINDOW);
        assert!((camera.zoomed(SCENE, Point::default(), 1e9).scale - NEAREST).abs() < 1e-6);
        assert!((camera.zoomed(SCENE, Point::default(), 1e-9).scale - 0.25).abs() < 1e-6);
        let away = camera.panned(SCENE, -1e9, 1e9);
        let middle = away.to_scene(Point { x: 250.0, y: 450.0 });
        assert!((middle.x - SCENE.w).abs() < 0.01 && middle.y.abs() < 0.01, "{middle:?}");
    }

    #[test]
    fn a_look_comes_back() {
        let camera = Camera::fit(SCENE, WINDOW).zoomed(SCENE, Point { x: 100.0, y: 40.0 }, 2.3);
        let back = Camera::of_look(SCENE, WINDOW, camera.look());
        assert!((back.corner.x - camera.corner.x).abs() < 1.0 && (back.scale - camera.scale).abs() < 0.001);
        assert_eq!(back.look(), camera.look());
    }

    #[test]
    fn a_phone_starts_readable() {
        let phone = Camera::start(SCENE, Size { w: 390.0, h: 500.0 }, Some(500.0));
        assert!((phone.scale - START_MIN.0).abs() < 1e-6);
        assert!((phone.to_scene(Point { x: 195.0, y: 0.0 }).x - 500.0).abs() < 0.01);
    }

    #[test]
    fn a_hidden_part_comes_into_view() {
        let camera = Camera::start(SCENE, Size { w: 390.0, h: 500.0 }, Some(500.0));
        let rect = Rect { x: 900.0, y: 700.0, w: 60.0, h: 40.0 };
        let moved = camera.showing(SCENE, rect);
        let end = Point { x: moved.corner.x + 390.0 / moved.scale, y: moved.corner.y + 500.0 / moved.scale };
        assert!(moved.corner.x <= rect.x && end.x >= rect.right() && end.y >= rect.bottom());
        assert!(!camera.sees(rect) && moved.sees(rect));
        assert_eq!(moved.showing(SCENE, rect), moved);
    }
}
