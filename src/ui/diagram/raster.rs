//! A large scene as pixels: boxes and squares, drawn in WebAssembly and handed to the browser as one image. Pure; knows no DOM.
//! 150,000 squares are 313 ms as calls to a canvas and a tenth of that as pixels (front-end measurements).

use crate::layout::geometry::{Point, Rect};
use crate::layout::scene::{Cells, Drawn, Health, Part, Scene, Shape};
use crate::ui::diagram::camera::Camera;

/// Red, green, blue, opaque.
pub type Color = [u8; 4];

/// The colours of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color,
    /// Of an area, and its border.
    pub area: (Color, Color),
    /// Of a box, and its border.
    pub card: (Color, Color),
    /// Of what is well.
    pub ok: Color,
    /// Of what is not known.
    pub unknown: Color,
    /// Of what needs a look.
    pub look: Color,
    /// Of what is broken.
    pub broken: Color,
}

impl Palette {
    /// The colour of a rank.
    pub fn of(&self, health: Health) -> Color {
        match health {
            Health::Ok => self.ok,
            Health::Unknown => self.unknown,
            Health::Look => self.look,
            Health::Broken => self.broken,
        }
    }
}

/// Pixels in rows.
#[derive(Clone, Debug, Default)]
pub struct Bitmap {
    /// Width in pixels.
    pub w: usize,
    /// Height in pixels.
    pub h: usize,
    /// Row by row, from the top.
    pub pixels: Vec<Color>,
}

impl Bitmap {
    /// Gives it a size and one colour; keeps its memory.
    pub fn reset(&mut self, w: usize, h: usize, color: Color) {
        (self.w, self.h) = (w, h);
        self.pixels.clear();
        self.pixels.resize(w * h, color);
    }

    /// Fills pixels `x0..x1` of a row, as far as they exist.
    fn run(&mut self, y: i32, x0: i32, x1: i32, color: Color) {
        let (Ok(y), Ok(x1)) = (usize::try_from(y), usize::try_from(x1)) else { return };
        let x0 = usize::try_from(x0).unwrap_or(0);
        if y < self.h
            && let Some(row) = self.pixels.get_mut(y * self.w + x0.min(self.w)..y * self.w + x1.min(self.w).max(x0.min(self.w)))
        {
            row.fill(color);
        }
    }

    fn fill(&mut self, at: Px, color: Color) {
        let height = i32::try_from(self.h).unwrap_or(i32::MAX);
        for y in at.y0.max(0)..at.y1.min(height) {
            self.run(y, at.x0, at.x1, color);
        }
    }
}

/// Whole pixels.
#[derive(Clone, Copy)]
struct Px {
    x0: i32,
    y0: i32,
    x1: i32,
    y1: i32,
}

impl Px {
    fn shrunk(self, by: i32) -> Self {
        Self { x0: self.x0 + by, y0: self.y0 + by, x1: self.x1 - by, y1: self.y1 - by }
    }
}

/// What is dimmed: by part, and by square; nothing where `None`.
pub struct Dimmed<'a> {
    /// Whether the part of that place is.
    pub part: &'a dyn Fn(usize) -> bool,
    /// Whether that square of the part is.
    pub cell: &'a dyn Fn(usize, usize) -> bool,
}

/// Paints what the camera sees. `ratio` is device pixels a pixel of the page.
pub fn paint(scene: &Scene, camera: Camera, ratio: f32, palette: &Palette, dimmed: &Dimmed<'_>, out: &mut Bitmap) {
    let device = |length: f32| whole(length * ratio);
    out.reset(usize::try_from(device(camera.window.w)).unwrap_or(0), usize::try_from(device(camera.window.h)).unwrap_or(0), palette.ground);
    let mut brush = Brush { camera, ratio, palette, out };
    for (at, part) in scene.parts.iter().enumerate().filter(|(_, part)| camera.sees(part.rect)) {
        let dim = (dimmed.part)(at);
        brush.part(part, dim);
        if let Some(cells) = &part.cells {
            // What is ill is painted last, so that no neighbour hides it however small the squares are.
            for well in [true, false] {
                for (index, (_, health)) in cells.of.iter().enumerate().filter(|(_, (_, health))| (*health == Health::Ok) == well) {
                    brush.cell(cells, index, *health, dim || (dimmed.cell)(at, index));
                }
            }
        }
    }
}

struct Brush<'a> {
    camera: Camera,
    ratio: f32,
    palette: &'a Palette,
    out: &'a mut Bitmap,
}

impl Brush<'_> {
    fn px(&self, rect: Rect) -> Px {
        let scale = self.camera.scale * self.ratio;
        let x = |at: f32| whole((at - self.camera.corner.x) * scale);
        let y = |at: f32| whole((at - self.camera.corner.y) * scale);
        let (x0, y0) = (x(rect.x), y(rect.y));
        Px { x0, y0, x1: x(rect.right()).max(x0 + 1), y1: y(rect.bottom()).max(y0 + 1) }
    }

    fn part(&mut self, part: &Part, dim: bool) {
        let at = self.px(part.rect);
        let faded = |color: Color| if dim { mixed(color, self.palette.ground, 0.65) } else { color };
        let (fill, mut line) = match part.shape {
            Shape::Group | Shape::Lane => self.palette.area,
            Shape::Meter { permille } => {
                let filled = Rect { w: part.rect.w * (permille.min(1000) as f32 / 1000.0), ..part.rect };
                let (area, bar) = (faded(self.palette.area.1), faded(self.palette.of(part.health)));
                self.out.fill(at, area);
                let filled = self.px(filled);
                self.out.fill(filled, bar);
                return;
            }
            Shape::Mark => (self.palette.of(part.health), self.palette.of(part.health)),
            Shape::Section | Shape::Tick => return,
            _ => self.palette.card,
        };
        if part.health >= Health::Look {
            line = self.palette.of(part.health);
        }
        if part.presence != Drawn::Seen {
            line = mixed(line, self.palette.ground, 0.4);
        }
        let (fill, line) = (faded(fill), faded(line));
        let small = at.x1 - at.x0 < 5 || at.y1 - at.y0 < 5;
        self.out.fill(at, line);
        if !small {
            let width = if part.health == Health::Broken { 2 } else { 1 };
            self.out.fill(at.shrunk(width), fill);
        }
    }

    fn cell(&mut self, cells: &Cells, index: usize, health: Health, dim: bool) {
        let rect = cells.rect(index);
        if !self.camera.sees(rect) {
            return;
        }
        let color = self.palette.of(health);
        let color = if dim { mixed(color, self.palette.card.0, 0.75) } else { color };
        let mut at = self.px(rect);
        let side = at.x1 - at.x0;
        match health {
            // A fault is never smaller than two pixels.
            Health::Broken | Health::Look if side < 3 => {
                at = Px { x1: at.x0 + 2, y1: at.y0 + 2, ..at };
                self.out.fill(at, color);
            }
            Health::Look if side >= 6 => self.triangle(at, color),
            Health::Broken if side >= 6 => self.diamond(at, color),
            Health::Unknown if side >= 6 => {
                self.out.fill(at, color);
                let hole = self.palette.card.0;
                self.out.fill(at.shrunk((side / 4).max(1)), hole);
            }
            _ => self.out.fill(at, color),
        }
    }

    /// Form as well as colour: what needs a look is a triangle.
    fn triangle(&mut self, at: Px, color: Color) {
        let (side, middle) = (at.x1 - at.x0, i32::midpoint(at.x0, at.x1));
        for row in 0..side {
            let half = (row + 1) / 2;
            self.out.run(at.y0 + row, middle - half, middle + half + 1, color);
        }
    }

    /// What is broken is a diamond, a little larger than its square.
    fn diamond(&mut self, at: Px, color: Color) {
        let (radius, middle) = ((at.x1 - at.x0) * 5 / 8, i32::midpoint(at.x0, at.x1));
        let center = i32::midpoint(at.y0, at.y1);
        for row in -radius..=radius {
            let half = radius - row.abs();
            self.out.run(center + row, middle - half, middle + half + 1, color);
        }
    }
}

/// `color` with that share of `with`.
fn mixed(color: Color, with: Color, share: f32) -> Color {
    let mut out = color;
    for (channel, other) in out.iter_mut().zip(with) {
        let value = f32::from(*channel) * (1.0 - share) + f32::from(other) * share;
        *channel = u8::try_from(whole(value)).unwrap_or(255);
    }
    out
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a screen; what lies beyond is cut off")]
fn whole(value: f32) -> i32 {
    (value + 0.5).floor() as i32
}

/// The part at a point, the innermost that the pointer can pick, and the square of it.
pub fn hit(scene: &Scene, point: Point) -> Option<(usize, Option<usize>)> {
    let holds = |part: &Part| {
        let r = part.rect;
        point.x >= r.x && point.x < r.right() && point.y >= r.y && point.y < r.bottom()
    };
    let (at, part) = scene.parts.iter().enumerate().rev().find(|(_, part)| part.focusable && holds(part))?;
    Some((at, part.cells.as_ref().and_then(|cells| cells.hit(point))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::geometry::Size;
    use crate::model::object_ref::ObjectRef;
    use crate::model::part::PartId;

    const PALETTE: Palette = Palette {
        ground: [255; 4],
        area: ([240; 4], [230; 4]),
        card: ([250; 4], [200; 4]),
        ok: [1; 4],
        unknown: [2; 4],
        look: [3; 4],
        broken: [4; 4],
    };

    /// A tile of ten squares abreast, the fourth of them broken.
    fn scene(count: usize, pitch: f32) -> Scene {
        let of = (0..count).map(|i| (ObjectRef::pod(None, format!("p{i}")), if i == 3 { Health::Broken } else { Health::Ok })).collect();
        let cells = Cells { at: Point { x: 10.0, y: 10.0 }, columns: 10, pitch, of };
        let rect = Rect { x: 5.0, y: 5.0, w: 10.0 * pitch + 10.0, h: cells.height() + 10.0 };
        let part = Part {
            id: PartId::Node("n".to_owned()),
            parent: None,
            rect,
            shape: Shape::Tile,
            health: Health::Ok,
            presence: Drawn::Seen,
            captions: Vec::new(),
            objects: Vec::new(),
            focusable: true,
            cells: Some(cells),
        };
        Scene { size: Size { w: rect.right() + 5.0, h: rect.bottom() + 5.0 }, parts: vec![part], edges: Vec::new() }
    }

    fn painted(scene: &Scene, scale: f32, dim: bool) -> Bitmap {
        let window = Size { w: scene.size.w * scale, h: scene.size.h * scale };
        let mut out = Bitmap::default();
        let camera = Camera { corner: Point::default(), scale, window };
        paint(scene, camera, 1.0, &PALETTE, &Dimmed { part: &|_| false, cell: &|_, _| dim }, &mut out);
        assert_eq!(out.pixels.len(), out.w * out.h);
        out
    }

    #[test]
    fn a_fault_is_seen_at_every_distance() {
        for scale in [0.05, 0.1, 0.3, 1.0, 4.0] {
            let out = painted(&scene(1000, 10.0), scale, false);
            let broken = out.pixels.iter().filter(|it| **it == PALETTE.broken).count();
            assert!(broken >= 1, "at {scale}");
        }
    }

    #[test]
    fn what_is_dimmed_keeps_no_full_colour() {
        let out = painted(&scene(40, 10.0), 2.0, true);
        assert!(!out.pixels.iter().any(|it| [PALETTE.broken, PALETTE.ok].contains(it)));
    }

    #[test]
    fn ranks_differ_in_form() {
        let forms: Vec<usize> = [Health::Ok, Health::Unknown, Health::Look, Health::Broken]
            .into_iter()
            .map(|health| {
                let mut scene = scene(1, 30.0);
                if let Some(cells) = scene.parts.first_mut().and_then(|it| it.cells.as_mut()) {
                    cells.of = vec![(ObjectRef::pod(None, "p"), health)];
                }
                painted(&scene, 1.0, false).pixels.iter().filter(|it| **it == PALETTE.of(health)).count()
            })
            .collect();
        let mut different = forms.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), forms.len(), "{forms:?}");
    }

    #[test]
    fn a_pointer_finds_the_square_and_the_tile() {
        let scene = scene(25, 10.0);
        assert_eq!(hit(&scene, Point { x: 42.0, y: 12.0 }), Some((0, Some(3))));
        assert_eq!(hit(&scene, Point { x: 64.0, y: 35.0 }), Some((0, None)), "the last row has five");
        assert_eq!(hit(&scene, Point { x: 1.0, y: 1.0 }), None);
    }
}
