//! Starts the page. The same module also runs as the worker, where there is no window and nothing is drawn.

use porthole::ui::app::Root;
use porthole::ui::worker::panic_hook;

fn main() {
    panic_hook::install();
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Root>::with_root(root).render();
    }
}
