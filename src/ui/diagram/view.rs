//! One picture under one camera: pointers, wheel, keys and focus.

use yew::prelude::*;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, ResizeObserver};

use crate::layout::geometry::{Point, Size};
use crate::layout::scene::{Drawn, Health, Scene};
use crate::model::part::PartId;
use crate::text;
use crate::ui::diagram::ViewProps;
use crate::ui::diagram::camera::{Camera, within};
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::legend::legend;
use crate::ui::diagram::picture::{Picture, element_id};
use crate::ui::diagram::pointer::Pointers;
use crate::ui::diagram::steer::{self, Direction};
use crate::ui::diagram::toolbar::{Move, toolbar};

const STEP: f32 = 1.25;

/// A picture that can be moved and walked through.
#[component]
pub fn View(props: &ViewProps) -> Html {
    let ViewProps { scene, lang, selected, highlighted, on_select } = props;
    let size = scene.size;
    let canvas = use_node_ref();
    let camera = use_state(|| None::<Camera>);
    let active = use_state(|| first(scene));
    let pointers = use_mut_ref(Pointers::default);
    // The camera as the latest event left it: several may come before the next drawing.
    let latest = use_mut_ref(|| None::<Camera>);

    let set = {
        let (camera, latest) = (camera.clone(), latest.clone());
        Callback::from(move |next: Camera| {
            *latest.borrow_mut() = Some(next);
            camera.set(Some(next));
        })
    };
    {
        let (canvas, set, latest, scene) = (canvas.clone(), set.clone(), latest.clone(), scene.clone());
        use_effect_with((), move |()| {
            let element = canvas.cast::<Element>();
            let measure = move || {
                let Some(window) = canvas.cast::<Element>().map(|it| window_of(&it)).filter(|it| it.w > 0.0) else { return };
                let before = *latest.borrow();
                set.emit(before.map_or_else(|| Camera::start(size, window, anchor(&scene)), |it| it.resized(size, window, anchor(&scene))));
            };
            // Tells at once, and whenever the window or a panel beside the picture changes.
            let changed = Closure::<dyn Fn()>::new(measure);
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, element) {
                observer.observe(&element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(changed);
            }
        });
    }
    {
        let (set, latest, scene) = (set.clone(), latest.clone(), scene.clone());
        use_effect_with(selected.clone(), move |selected| {
            let place = selected.as_ref().and_then(|id| scene.place(id));
            let before = *latest.borrow();
            if let (Some(place), Some(before)) = (place, before)
                && !before.sees(place)
            {
                set.emit(before.showing(size, place));
            }
        });
    }

    let on_move = {
        let (latest, set) = (latest.clone(), set.clone());
        Callback::from(move |which: Move| {
            let Some(now) = *latest.borrow() else { return };
            let middle = Point { x: now.window.w / 2.0, y: now.window.h / 2.0 };
            set.emit(match which {
                Move::In => now.zoomed(size, middle, STEP),
                Move::Out => now.zoomed(size, middle, 1.0 / STEP),
                Move::Fit => Camera::fit(size, now.window),
            });
        })
    };
    let onwheel = {
        let (canvas, latest, set) = (canvas.clone(), latest.clone(), set.clone());
        Callback::from(move |event: WheelEvent| {
            let (Some(now), Some(canvas)) = (*latest.borrow(), canvas.cast::<Element>()) else { return };
            event.prevent_default();
            // Lines and pages of a wheel, in pixels.
            let unit = [1.0, 16.0, 400.0].get(event.delta_mode() as usize).copied().unwrap_or(1.0);
            let factor = within(-px(event.delta_y()) * unit * 0.0016, -0.5, 0.5).exp();
            set.emit(now.zoomed(size, pixel(&canvas, &event), factor));
        })
    };
    let onpointerdown = {
        let (canvas, pointers) = (canvas.clone(), pointers.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(canvas) = canvas.cast::<Element>().filter(|_| event.button() == 0) {
                pointers.borrow_mut().press(event.pointer_id(), pixel(&canvas, &event));
            }
        })
    };
    let onpointermove = {
        let (canvas, pointers, latest, set) = (canvas.clone(), pointers.clone(), latest.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some(now), Some(canvas)) = (*latest.borrow(), canvas.cast::<Element>()) else { return };
            let moved = pointers.borrow_mut().moved(event.pointer_id(), pixel(&canvas, &event), now, size);
            if let Some(next) = moved {
                // A drag goes on outside the picture; a refusal (the pointer is gone) changes nothing.
                let _ = canvas.set_pointer_capture(event.pointer_id());
                set.emit(next);
            }
        })
    };
    let onpointerup = {
        let pointers = pointers.clone();
        Callback::from(move |event: PointerEvent| pointers.borrow_mut().release(event.pointer_id()))
    };
    let select = {
        let (on_select, pointers) = (on_select.clone(), pointers.clone());
        Callback::from(move |_: MouseEvent| {
            if !pointers.borrow().dragged() {
                on_select.emit(None);
            }
        })
    };
    let on_pick = {
        let (scene, on_select, canvas, latest) = (scene.clone(), on_select.clone(), canvas.clone(), latest.clone());
        Callback::from(move |(index, event): (usize, MouseEvent)| {
            let (Some(part), false) = (scene.parts.get(index), pointers.borrow().dragged()) else { return };
            let at = latest.borrow().zip(canvas.cast::<Element>()).map(|(camera, canvas)| camera.to_scene(pixel(&canvas, &event)));
            // A square is its pod's, not its tile's.
            let pod = part.cells.as_ref().zip(at).and_then(|(cells, at)| cells.of.get(cells.hit(at)?));
            on_select.emit(Some(pod.map_or_else(|| part.id.clone(), |(id, _)| PartId::Pod(id.clone()))));
        })
    };
    let onkeydown = {
        let (scene, active, on_move, on_select) = (scene.clone(), active.clone(), on_move.clone(), on_select.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            if let Some(direction) = Direction::of_key(&key) {
                if let Some(next) = steer::next(&scene, *active, direction) {
                    focus(next);
                }
            } else if let Some(which) = Move::of_key(&key) {
                on_move.emit(which);
            } else if key == "Enter" || key == " " {
                on_select.emit(scene.parts.get(*active).map(|it| it.id.clone()));
            } else if key == "Escape" {
                on_select.emit(None);
            } else {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let on_focus = {
        let (active, scene) = (active.clone(), scene.clone());
        Callback::from(move |index: usize| {
            active.set(index);
            let before = *latest.borrow();
            // A part that is clicked stays where it is; one that the keyboard reaches comes into view.
            let by_key = element(index).is_some_and(|it| it.matches(":focus-visible").unwrap_or(false));
            if let (Some(part), Some(before), true) = (scene.parts.get(index), before, by_key) {
                set.emit(before.showing(size, part.rect));
            }
        })
    };
    let view_box = camera.map_or_else(|| format!("0 0 {} {}", tenths(size.w), tenths(size.h)), Camera::view_box);
    let name = text!("Picture of the cluster. Arrow keys move, Enter explains.", "集群图。方向键移动，回车键查看说明。");
    html! {
        <div class="diagram">
            <svg ref={canvas} class="dg-canvas" viewBox={view_box} preserveAspectRatio="xMidYMin meet" role="group" aria-label={name.get(*lang)}
                {onwheel} {onpointerdown} {onpointermove} onpointerup={onpointerup.clone()} onpointercancel={onpointerup} {onkeydown}
                onclick={select}>
                <defs>
                    <pattern id="dg-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path class="dg-hatch-ground" d="M0 0h7v7h-7z" />
                        <path class="dg-hatch" d="M0 0v7" />
                    </pattern>
                </defs>
                <Picture scene={scene.clone()} lang={*lang} selected={selected.clone()} highlighted={highlighted.clone()} active={*active}
                    {on_pick} {on_focus} />
            </svg>
            <div class="dg-bar">
                { legend(scene, *lang) }
                { toolbar(*lang, &on_move) }
            </div>
        </div>
    }
}

/// Where the keyboard enters: the worst part, else the first.
fn first(scene: &Scene) -> usize {
    let focusable = scene.parts.iter().enumerate().filter(|(_, it)| it.focusable);
    focusable.clone().find(|(_, it)| it.presence == Drawn::Absent).or_else(|| focusable.clone().next()).map_or(0, |(i, _)| i)
}

/// What a narrow screen starts with: the first broken part, else the endpoint.
fn anchor(scene: &Scene) -> f32 {
    let broken = scene.parts.iter().find(|it| it.health == Health::Broken);
    let part = broken.or_else(|| scene.parts.iter().find(|it| it.id == PartId::Endpoint));
    part.map_or(scene.size.w / 2.0, |it| it.rect.center().x)
}

fn focus(index: usize) {
    if let Some(element) = element(index) {
        // The camera brings it into view; the browser would scroll the page instead.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An SVG element has the same `focus` as an HTML element.
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus_with_options(&options);
    }
}

fn element(index: usize) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(&element_id(index))
}

fn window_of(canvas: &Element) -> Size {
    let rect = canvas.get_bounding_client_rect();
    Size { w: px(rect.width()), h: px(rect.height()) }
}

fn pixel(canvas: &Element, event: &MouseEvent) -> Point {
    let rect = canvas.get_bounding_client_rect();
    Point { x: event.client_x() as f32 - px(rect.x()), y: event.client_y() as f32 - px(rect.y()) }
}

#[expect(clippy::cast_possible_truncation, reason = "a screen has no coordinate that f32 could not hold to a hundredth of a pixel")]
fn px(value: f64) -> f32 {
    value as f32
}
