//! A layer on top of the page. It takes the focus and gives it back.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::context::use_app;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::state::msg::Msg;
use crate::ui::strings::page;

/// Properties of [`Modal`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ModalProps {
    /// Heading.
    pub title: AttrValue,
    /// Content.
    pub children: Html,
}

/// The layer; a click beside it or Esc closes it.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            let before = web_sys::window()
                .and_then(|it| it.document())
                .and_then(|it| it.active_element())
                .and_then(|it| it.dyn_into::<HtmlElement>().ok());
            if let Some(layer) = node.cast::<HtmlElement>() {
                // An element that cannot take the focus leaves it where it is.
                let _ = layer.focus();
            }
            move || {
                let _ = before.map(|element| element.focus());
            }
        }
    });
    let close = app.on(Msg::Overlay(None));
    html! {
        <div class="modal-shade" onclick={close.clone()}>
            <div ref={node} class="modal" role="dialog" aria-modal="true" aria-label={props.title.clone()} tabindex="-1"
                onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                <div class="modal-header">
                    <h2>{ &props.title }</h2>
                    <button type="button" class="icon-button" onclick={close} aria-label={app.t(page::CLOSE)} title={app.t(page::CLOSE)}><Icon glyph={Glyph::Close} /></button>
                </div>
                { props.children.clone() }
            </div>
        </div>
    }
}
