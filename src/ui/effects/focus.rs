//! Moves the keyboard's focus.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::components::modal;
use crate::ui::state::Overlay;

/// To the element of that id, if there is one that takes it.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id)).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to a layer that opens, and back to where it was when that closes.
#[hook]
pub fn use_layer_focus(layer: Option<Overlay>) {
    use_effect_with(layer, |layer| {
        let before = layer.and_then(|_| web_sys::window()?.document()?.active_element()?.dyn_into::<HtmlElement>().ok());
        if layer.is_some() {
            focus(modal::ID);
        }
        move || {
            let _ = before.map(|element| element.focus());
        }
    });
}
