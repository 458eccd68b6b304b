//! The whole picture in small, with the window in it: shown when the window does not hold all.

use yew::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::scene::{Health, Scene};
use crate::text;
use crate::text::Lang;
use crate::ui::diagram::camera::{Camera, within};
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::paint::health_class;
use crate::ui::diagram::paint::svg::n;

/// Faults that are marked.
const MOST: usize = 150;

/// The map; nothing where the window holds everything. Calls with the point of the scene that is wanted in the middle.
pub fn minimap(scene: &Scene, camera: Camera, lang: Lang, on_go: &Callback<Point>) -> Html {
    let seen = Rect { x: camera.corner.x, y: camera.corner.y, w: camera.window.w / camera.scale, h: camera.window.h / camera.scale };
    if seen.w >= scene.size.w * 0.98 && seen.h >= scene.size.h * 0.98 {
        return Html::default();
    }
    let Size { w, h } = scene.size;
    let size = scene.size;
    let areas = scene.parts.iter().filter(|part| part.parent.is_none());
    let faults = scene.parts.iter().filter(|part| part.health == Health::Broken && part.parent.is_some()).take(MOST);
    let rect = |at: Rect, class: String| html! { <rect {class} x={n(at.x)} y={n(at.y)} width={n(at.w)} height={n(at.h)} /> };
    let on_go = on_go.clone();
    let go = Callback::from(move |event: PointerEvent| {
        if event.buttons() == 0 {
            return;
        }
        let Some(map) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
        event.stop_propagation();
        let at = map.get_bounding_client_rect();
        #[expect(clippy::cast_possible_truncation, reason = "shares of a small picture")]
        let share = |from: i32, start: f64, length: f64| within(((f64::from(from) - start) / length.max(1.0)) as f32, 0.0, 1.0);
        on_go.emit(Point {
            x: share(event.client_x(), at.x(), at.width()) * size.w,
            y: share(event.client_y(), at.y(), at.height()) * size.h,
        });
    });
    // A mark is visible however large the picture is.
    let least = w.max(h) / 60.0;
    let window = Rect {
        x: within(seen.x, 0.0, w),
        y: within(seen.y, 0.0, h),
        w: within(seen.right(), 0.0, w) - within(seen.x, 0.0, w),
        h: within(seen.bottom(), 0.0, h) - within(seen.y, 0.0, h),
    };
    let (width, height) = if w * 0.62 > h { (168.0, 168.0 * h / w) } else { (104.0 * w / h, 104.0) };
    html! {
        <svg class="dg-minimap" viewBox={format!("0 0 {} {}", tenths(w), tenths(h))} width={n(width)} height={n(height.max(24.0))} preserveAspectRatio="none"
            role="img" aria-label={text!("Overview of the whole picture", "全图缩略").get(lang)} onpointerdown={go.clone()} onpointermove={go}>
            { for areas.map(|part| rect(part.rect, format!("dg-mini {}", health_class(part.health)))) }
            { for faults.map(|part| rect(Rect { w: part.rect.w.max(least), h: part.rect.h.max(least), ..part.rect }, "dg-mini-fault".to_owned())) }
            { rect(window, "dg-mini-window".to_owned()) }
        </svg>
    }
}
