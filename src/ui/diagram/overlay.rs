//! What lies over the picture: the name under the pointer, and signs towards faults outside the window.

use yew::prelude::*;

use crate::layout::geometry::Point;
use crate::layout::scene::Scene;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::Lang;
use crate::ui::diagram::beyond::{Beyond, beyond};
use crate::ui::diagram::camera::Camera;
use crate::ui::diagram::decimal::tenths;
use crate::ui::diagram::labels::{health, label};
use crate::ui::diagram::locate::Located;
use crate::ui::diagram::steer::Direction;

/// What is under the pointer, by name.
pub fn tip(scene: &Scene, at: Located, place: Point, lang: Lang) -> Html {
    let Some(part) = scene.parts.get(at.part) else { return Html::default() };
    let of = at.cell.and_then(|cell| part.cells.as_ref()?.of.get(cell));
    let words = of.map_or_else(
        || label(scene, part, lang),
        |(object, rank)| {
            let name = ObjectRef::path(object.namespace.as_deref(), &object.name);
            format!("{name}, {}", health(*rank).get(lang))
        },
    );
    html! { <div class="dg-tip" aria-hidden="true" style={format!("left:{}px;top:{}px", tenths(place.x + 14.0), tenths(place.y + 14.0))}>{ words }</div> }
}

/// At each edge of the window how many faults lie behind it; a click goes to the nearest.
pub fn beyond_marks(scene: &Scene, camera: Camera, lang: Lang, on_pick: &Callback<usize>) -> Html {
    let mark = |it: Beyond| {
        let (class, sign) = match it.side {
            Direction::Left => ("is-left", "◀"),
            Direction::Right => ("is-right", "▶"),
            Direction::Up => ("is-up", "▲"),
            Direction::Down => ("is-down", "▼"),
        };
        let words = phrase!("{n} broken parts lie in this direction", "该方向还有 {n} 处故障", n = it.count);
        let on_pick = on_pick.clone();
        html! {
            <button type="button" class={classes!("dg-beyond", class)} title={words.get(lang).to_owned()} aria-label={words.get(lang).to_owned()}
                onclick={Callback::from(move |_: MouseEvent| on_pick.emit(it.nearest))}>{ sign }{ " " }{ it.count }</button>
        }
    };
    html! { { for beyond(scene, camera).into_iter().map(mark) } }
}
