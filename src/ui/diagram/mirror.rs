//! A large picture as a tree for those who do not see pixels: its areas, and in them what is not well. It shows itself while it has the focus.

use yew::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::layout::scene::{Health, Scene, Shape};
use crate::text;
use crate::text::Lang;
use crate::ui::diagram::labels::label;

/// So many rows; the table has the rest.
const MOST: usize = 200;

/// The tree. Enter and a click pick.
pub fn mirror(scene: &Scene, lang: Lang, active: usize, on_pick: &Callback<usize>) -> Html {
    let rows: Vec<(usize, u8)> = rows(scene);
    let entry = rows.iter().map(|(at, _)| *at).find(|at| *at == active).or(rows.first().map(|(at, _)| *at));
    let row = |(at, level): &(usize, u8)| {
        let at = *at;
        let Some(part) = scene.parts.get(at) else { return Html::default() };
        let pick = on_pick.clone();
        let on_key = on_pick.clone();
        html! {
            <li key={at} role="treeitem" aria-level={level.to_string()} aria-selected={(at == active).to_string()} class={(*level > 1).then_some("is-inner")}
                tabindex={if entry == Some(at) { "0" } else { "-1" }}
                onclick={Callback::from(move |_: MouseEvent| pick.emit(at))}
                onkeydown={Callback::from(move |event: KeyboardEvent| keys(&event, &on_key, at))}>
                { label(scene, part, lang) }
            </li>
        }
    };
    html! {
        <ul class="dg-tree" role="tree" aria-label={text!("The picture as a list: areas, and what is not well in them", "以列表呈现的图：各区域及其中不正常的部分").get(lang)}>
            { for rows.iter().map(row) }
        </ul>
    }
}

fn rows(scene: &Scene) -> Vec<(usize, u8)> {
    let group = |shape: Shape| matches!(shape, Shape::Group | Shape::Lane);
    let focusable = scene.parts.iter().enumerate().filter(|(_, part)| part.focusable);
    let wanted = focusable.filter(|(_, part)| group(part.shape) || part.health >= Health::Look);
    wanted.map(|(at, part)| (at, if part.parent.is_some() { 2 } else { 1 })).take(MOST).collect()
}

fn keys(event: &KeyboardEvent, on_pick: &Callback<usize>, at: usize) {
    let here = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let to = match event.key().as_str() {
        "Enter" | " " => {
            on_pick.emit(at);
            None
        }
        "ArrowDown" => here.and_then(|it| it.next_element_sibling()),
        "ArrowUp" => here.and_then(|it| it.previous_element_sibling()),
        "Home" => here.and_then(|it| it.parent_element()?.first_element_child()),
        "End" => here.and_then(|it| it.parent_element()?.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(to) = to.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A row that is gone takes no focus.
        let _ = to.focus();
    }
}
