//! The painter of large scenes: pixels from [`raster`](crate::ui::diagram::raster), names and rings by the browser on top.

use std::cell::RefCell;

use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::layout::geometry::Rect;
use crate::layout::measure::cut;
use crate::layout::scene::{Part, Scene, Shape};
use crate::text::Lang;
use crate::ui::diagram::camera::Camera;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::emphasis::Emphasis;
use crate::ui::diagram::raster::{Bitmap, Color, Dimmed, Palette, paint};

/// Below this a name is not written, in pixels of the page.
const SMALLEST_PRINT: f32 = 7.0;
/// Size of a heading, however far away it is.
const HEADING: f32 = 12.5;

thread_local! {
    static BITMAP: RefCell<Bitmap> = RefCell::default();
}

/// What is painted.
pub struct Pixels<'a> {
    /// The picture.
    pub scene: &'a Scene,
    /// What of it is seen.
    pub camera: Camera,
    /// What is lifted out.
    pub emphasis: &'a Emphasis,
    /// By part whether it is lifted, as the emphasis has it.
    pub lifted: &'a [bool],
    /// Marked as selected, as reached by the keyboard, as under the pointer.
    pub rings: [Option<Rect>; 3],
    /// The reader's language.
    pub lang: Lang,
}

impl Pixels<'_> {
    /// Paints into a canvas element; a refusal of the browser leaves the picture as it was.
    pub fn paint(&self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        #[expect(clippy::cast_possible_truncation, reason = "a ratio of pixels, about 1")]
        let ratio = window.device_pixel_ratio() as f32;
        let style = window.get_computed_style(canvas)?.ok_or(JsValue::NULL)?;
        let token = |name: &str| style.get_property_value(name).unwrap_or_default();
        let color = |name: &str| parse(&token(name));
        let palette = Palette {
            ground: color("--dg-ground"),
            area: (color("--dg-area"), color("--dg-area-line")),
            card: (color("--dg-card"), color("--dg-card-line")),
            ok: color("--dg-ok"),
            unknown: color("--dg-unknown-line"),
            look: color("--dg-look-line"),
            broken: color("--dg-broken"),
        };
        let context = canvas.get_context("2d")?.and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok()).ok_or(JsValue::NULL)?;
        BITMAP.with_borrow_mut(|bitmap| {
            let dimmed = Dimmed {
                part: &|at| self.lifted.get(at) == Some(&false),
                cell: &|at, cell| {
                    let of = self.scene.parts.get(at).and_then(|part| part.cells.as_ref()?.of.get(cell));
                    of.is_some_and(|(object, _)| self.emphasis.dims(object))
                },
            };
            paint(self.scene, self.camera, ratio, &palette, &dimmed, bitmap);
            let (w, h) = (u32::try_from(bitmap.w).unwrap_or(0), u32::try_from(bitmap.h).unwrap_or(0));
            if w == 0 || h == 0 {
                return Ok(());
            }
            if (canvas.width(), canvas.height()) != (w, h) {
                canvas.set_width(w);
                canvas.set_height(h);
            }
            let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(bitmap.pixels.as_flattened()), w, h)?;
            context.put_image_data(&image, 0.0, 0.0)
        })?;
        context.set_transform(f64::from(ratio), 0.0, 0.0, f64::from(ratio), 0.0, 0.0)?;
        self.names(&context, &token("--dg-text"), &token("--dg-soft"))?;
        for (ring, color, width) in
            [(self.rings[2], "--dg-accent", 1.0), (self.rings[1], "--focus", 2.0), (self.rings[0], "--dg-accent", 3.0)]
        {
            if let Some(at) = ring.map(|it| self.on_page(it)) {
                context.set_stroke_style_str(&token(color));
                context.set_line_width(width);
                context.stroke_rect(f64::from(at.x - 2.0), f64::from(at.y - 2.0), f64::from(at.w + 4.0), f64::from(at.h + 4.0));
            }
        }
        Ok(())
    }

    fn on_page(&self, rect: Rect) -> Rect {
        let Camera { corner, scale, .. } = self.camera;
        Rect { x: (rect.x - corner.x) * scale, y: (rect.y - corner.y) * scale, w: rect.w * scale, h: rect.h * scale }
    }

    fn names(&self, context: &CanvasRenderingContext2d, text: &str, soft: &str) -> Result<(), JsValue> {
        let scale = self.camera.scale;
        let seen = self.scene.parts.iter().enumerate().filter(|(_, part)| self.camera.sees(part.rect));
        for (_, part) in seen.filter(|(at, _)| self.lifted.get(*at) != Some(&false)) {
            let r = self.on_page(part.rect);
            match part.shape {
                Shape::Group | Shape::Section if r.w > 60.0 => {
                    context.set_fill_style_str(soft);
                    context.set_font("700 12.5px system-ui, sans-serif");
                    // What scrolls out at the left keeps its heading.
                    let (x, y) = (r.x.max(0.0) + 10.0, r.y + (18.0 * scale).max(HEADING) + 2.0);
                    write(context, &self.said(part), x, y, r.right() - x - 8.0, HEADING * 0.6)?;
                }
                Shape::Tile | Shape::Card if 11.5 * scale >= SMALLEST_PRINT => {
                    let size = (11.5 * scale).min(16.0);
                    context.set_fill_style_str(text);
                    context.set_font(if size < 9.0 { "500 8px ui-monospace, monospace" } else { "600 11px ui-monospace, monospace" });
                    let size = if size < 9.0 { 8.0 } else { 11.0 };
                    write(context, &self.said(part), r.x + 6.0, r.y + (17.0 * scale).max(size + 1.0), r.w - 10.0, size * 0.61)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn said(&self, part: &Part) -> String {
        part.captions.iter().take(2).map(|it| words(it, self.lang)).collect::<Vec<_>>().join("  ")
    }
}

/// Writes what fits.
fn write(context: &CanvasRenderingContext2d, words: &str, x: f32, y: f32, room: f32, letter: f32) -> Result<(), JsValue> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters that fit on a screen")]
    let letters = (room / letter).max(0.0) as usize;
    if letters < 3 {
        return Ok(());
    }
    context.fill_text(&cut(words, letters), f64::from(x), f64::from(y))
}

/// `#rgb`, `#rrggbb`; grey for anything else.
fn parse(color: &str) -> Color {
    let hex = color.trim().trim_start_matches('#');
    let wide: String = if hex.len() == 3 { hex.chars().flat_map(|it| [it, it]).collect() } else { hex.to_owned() };
    u32::from_str_radix(&wide, 16).map_or([128, 128, 128, 255], |it| {
        let [_, red, green, blue] = it.to_be_bytes();
        [red, green, blue, 255]
    })
}
