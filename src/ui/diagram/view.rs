//! One picture under one camera: pointers, wheel, keys and focus.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, HtmlCanvasElement, ResizeObserver};

use crate::layout::geometry::{Point, Size};
use crate::layout::scene::{Drawn, Health, Scene};
use crate::model::part::PartId;
use crate::text;
use crate::ui::diagram::ViewProps;
use crate::ui::diagram::camera::{Camera, within};
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::labels::label;
use crate::ui::diagram::legend::legend;
use crate::ui::diagram::locate::{Located, locate};
use crate::ui::diagram::minimap::minimap;
use crate::ui::diagram::mirror::mirror;
use crate::ui::diagram::overlay::{beyond_marks, tip};
use crate::ui::diagram::paint::svg::hatch;
use crate::ui::diagram::picture::{Picture, element_id};
use crate::ui::diagram::pixels::Pixels;
use crate::ui::diagram::pointer::Pointers;
use crate::ui::diagram::raster::hit;
use crate::ui::diagram::steer::{self, Direction};
use crate::ui::diagram::toolbar::{Move, toolbar};

const STEP: f32 = 1.25;
/// A camera that has not moved for so many milliseconds is at rest.
const RESTS: u32 = 300;
/// More than these are painted as pixels (front-end measurements: SVG is fluid up to about 500).
const LIVE_SHAPES: usize = 500;

/// A picture that can be moved and walked through.
#[component]
pub fn View(props: &ViewProps) -> Html {
    let ViewProps { scene, lang, selected, objects, look, on_look, emphasis, theme: _, on_select } = props;
    let size = scene.size;
    let large = scene.shapes() > LIVE_SHAPES;
    // What does not change while the camera moves is made once: a large scene has hundreds of thousands of squares.
    let located = *use_memo((scene.clone(), selected.clone(), objects.clone()), |(scene, selected, objects)| {
        selected.as_ref().and_then(|id| locate(scene, id, objects))
    });
    let legend = use_memo((scene.clone(), *lang), |(scene, lang)| legend(scene, *lang));
    let lifted = use_memo((scene.clone(), emphasis.clone()), |(scene, emphasis)| emphasis.lifted(scene));
    let hovered = use_state(|| None::<(Located, Point)>);
    let canvas = use_node_ref();
    let camera = use_state(|| None::<Camera>);
    let active = use_state(|| first(scene));
    let pointers = use_mut_ref(Pointers::default);
    // The camera as the latest event left it: several may come before the next drawing.
    let latest = use_mut_ref(|| None::<Camera>);

    let resting = use_mut_ref(|| None::<Timeout>);
    let told = use_mut_ref(|| *look);
    let set = {
        let (camera, latest, scene, on_look) = (camera.clone(), latest.clone(), scene.clone(), on_look.clone());
        Callback::from(move |next: Camera| {
            *latest.borrow_mut() = Some(next);
            camera.set(Some(next));
            let look = Some(next.look()).filter(|_| next != Camera::start(size, next.window, anchor(&scene)));
            let (on_look, told) = (on_look.clone(), told.clone());
            // An address that changes with every pixel would be refused by the browser; and what has not moved is no news.
            *resting.borrow_mut() = Some(Timeout::new(RESTS, move || {
                if told.replace(look) != look {
                    on_look.emit(look);
                }
            }));
        })
    };
    {
        let (set, latest) = (set.clone(), latest.clone());
        use_effect_with(*look, move |look| {
            let before = *latest.borrow();
            if let (Some(look), Some(before)) = (*look, before)
                && before.look() != look
            {
                set.emit(Camera::of_look(size, before.window, look));
            }
        });
    }
    {
        let (canvas, set, latest, scene, look) = (canvas.clone(), set.clone(), latest.clone(), scene.clone(), *look);
        use_effect_with((), move |()| {
            let element = canvas.cast::<Element>();
            let measure = move || {
                let Some(window) = canvas.cast::<Element>().map(|it| window_of(&it)).filter(|it| it.w > 0.0) else { return };
                let before = *latest.borrow();
                let first = || look.map_or_else(|| Camera::start(size, window, anchor(&scene)), |look| Camera::of_look(size, window, look));
                set.emit(before.map_or_else(first, |it| it.resized(size, window, anchor(&scene))));
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
        use_effect_with(located, move |located| {
            let rect = located.and_then(|it| it.rect(&scene));
            let before = *latest.borrow();
            if let (Some(rect), Some(before)) = (rect, before)
                && !before.sees(rect)
            {
                set.emit(before.showing(size, rect));
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
        let (scene, hovered) = (scene.clone(), hovered.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some(now), Some(canvas)) = (*latest.borrow(), canvas.cast::<Element>()) else { return };
            let at = pixel(&canvas, &event);
            // Elements tell the pointer by themselves; squares and pixels are looked up.
            let under = hit(&scene, now.to_scene(at)).map(|(part, cell)| Located { part, cell }).filter(|it| large || it.cell.is_some());
            if under != hovered.map(|(it, _)| it) {
                hovered.set(under.map(|it| (it, at)));
            }
            let moved = pointers.borrow_mut().moved(event.pointer_id(), at, now, size);
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
        let (scene, on_select, canvas, latest) = (scene.clone(), on_select.clone(), canvas.clone(), latest.clone());
        Callback::from(move |(index, event): (Option<usize>, MouseEvent)| {
            if pointers.borrow().dragged() {
                return;
            }
            let point = canvas.cast::<Element>().zip(*latest.borrow()).map(|(canvas, now)| now.to_scene(pixel(&canvas, &event)));
            let under = point.filter(|_| large || index.is_some()).and_then(|point| hit(&scene, point));
            let part = index.or(under.map(|(part, _)| part));
            let cell = under.filter(|(at, _)| Some(*at) == part).and_then(|(_, cell)| cell);
            on_select.emit(part.and_then(|part| Located { part, cell }.id(&scene)));
        })
    };
    // To a part: into view, and where it is an element with the focus on it.
    let go = {
        let (active, latest, set, scene) = (active.clone(), latest.clone(), set.clone(), scene.clone());
        Callback::from(move |next: usize| {
            if !large {
                return focus(next);
            }
            active.set(next);
            let before = *latest.borrow();
            if let (Some(part), Some(before)) = (scene.parts.get(next), before) {
                set.emit(before.showing(size, part.rect));
            }
        })
    };
    let onkeydown = {
        let (scene, active, on_move, on_select, go) = (scene.clone(), active.clone(), on_move.clone(), on_select.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            if let Some(direction) = Direction::of_key(&key) {
                if let Some(next) = steer::next(&scene, *active, direction) {
                    go.emit(next);
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
        let (active, scene, latest, set) = (active.clone(), scene.clone(), latest.clone(), set.clone());
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
    {
        let (canvas, scene, emphasis, lifted, lang) = (canvas.clone(), scene.clone(), emphasis.clone(), lifted.clone(), *lang);
        let rings = [located, Some(Located { part: *active, cell: None }), hovered.map(|(it, _)| it)];
        let camera = *camera;
        // After every drawing: what the browser keeps of a canvas is but its pixels.
        use_effect(move || {
            if let (true, Some(camera), Some(element)) = (large, camera, canvas.cast::<HtmlCanvasElement>()) {
                let rings = rings.map(|it| it.and_then(|it| it.rect(&scene)));
                let pixels = Pixels { scene: &scene, camera, emphasis: &emphasis, lifted: &lifted, rings, lang };
                // A browser that gives no canvas leaves the tree below, and the table.
                let _ = pixels.paint(&element);
            }
        });
    }
    let name = text!("Picture of the cluster. Arrow keys move, Enter explains.", "集群图。方向键移动，回车键查看说明。");
    let onpointerleave = {
        let hovered = hovered.clone();
        Callback::from(move |_: PointerEvent| hovered.set(None))
    };
    let onclick = select.reform(|event: MouseEvent| (None, event));
    let pick = {
        let (go, on_select, scene) = (go.clone(), on_select.clone(), scene.clone());
        Callback::from(move |at: usize| {
            go.emit(at);
            on_select.emit(scene.parts.get(at).map(|it| it.id.clone()));
        })
    };
    let mirrored = use_memo((scene.clone(), *lang, *active, on_select.clone()), |(scene, lang, active, _)| {
        if large { mirror(scene, *lang, *active, &pick) } else { Html::default() }
    });
    let surface = if large {
        let told = scene.parts.get(*active).map(|part| label(scene, part, *lang)).unwrap_or_default();
        html! {
            <>
                <canvas key="pixels" ref={canvas} class="dg-canvas" role="application" data-view-box={camera.map(Camera::view_box)} tabindex="0" aria-label={name.get(*lang)} aria-describedby="dg-told"
                    {onwheel} {onpointerdown} {onpointermove} {onpointerleave} onpointerup={onpointerup.clone()} onpointercancel={onpointerup} {onkeydown} {onclick} />
                <p id="dg-told" class="sr-only" aria-live="polite">{ told }</p>
                { (*mirrored).clone() }
            </>
        }
    } else {
        let view_box = camera.map_or_else(|| format!("0 0 {} {}", tenths(size.w), tenths(size.h)), Camera::view_box);
        html! {
            <svg key="shapes" ref={canvas} class="dg-canvas" viewBox={view_box} preserveAspectRatio="xMidYMin meet" role="group" aria-label={name.get(*lang)}
                {onwheel} {onpointerdown} {onpointermove} {onpointerleave} onpointerup={onpointerup.clone()} onpointercancel={onpointerup} {onkeydown} {onclick}>
                { hatch() }
                <Picture scene={scene.clone()} lang={*lang} selected={located} emphasis={emphasis.clone()} active={*active}
                    on_pick={select.reform(|(at, event)| (Some(at), event))} {on_focus} />
            </svg>
        }
    };
    let on_go = {
        let (latest, set) = (latest.clone(), set.clone());
        Callback::from(move |middle: Point| {
            if let Some(now) = *latest.borrow() {
                set.emit(now.around(size, middle));
            }
        })
    };
    html! {
        <div class="diagram">
            <div class="dg-window">
                { surface }
                { for hovered.map(|(at, place)| tip(scene, at, place, *lang)) }
                { for camera.iter().map(|camera| beyond_marks(scene, *camera, *lang, &pick)) }
                { for camera.iter().map(|camera| minimap(scene, *camera, *lang, &on_go)) }
            </div>
            <div class="dg-bar">
                { (*legend).clone() }
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
fn anchor(scene: &Scene) -> Option<f32> {
    if scene.shapes() > LIVE_SHAPES {
        return None;
    }
    let broken = scene.parts.iter().find(|it| it.health == Health::Broken);
    let part = broken.or_else(|| scene.parts.iter().find(|it| it.id == PartId::Endpoint));
    Some(part.map_or(scene.size.w / 2.0, |it| it.rect.center().x))
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
