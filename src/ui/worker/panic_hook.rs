//! Tells the boot script of a panic: the place in our code, never the message, which may quote the user's text.

use std::panic::PanicHookInfo;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Installs the hook, in the page as in the worker.
pub fn install() {
    // Through Yew, which otherwise puts its own hook in the place of this one when it starts to draw.
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(info);
        let place = info.location().map_or_else(String::new, ToString::to_string);
        let global = js_sys::global();
        if let Ok(hook) = Reflect::get(&global, &JsValue::from_str("portholePanic"))
            && let Some(hook) = hook.dyn_ref::<Function>()
        {
            // There is nobody left to tell if the hook itself fails.
            let _ = hook.call1(&global, &JsValue::from_str(&place));
        }
    }));
}
