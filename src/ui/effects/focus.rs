//! Moves the keyboard's focus.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// To the element of that id, if there is one that takes it.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id)).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
