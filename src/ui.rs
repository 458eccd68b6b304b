//! The page: Yew components over one state. The only place that may import `yew`, `web_sys` or `wasm_bindgen`.
//!
//! [`state`] holds what is shown and changes it in one pure function; `effects` carry it out into the browser (worker,
//! address bar, clipboard, keys); everything else only draws. Analysis and layout run in [`worker`], off the main thread.
//! What needs no browser is compiled without feature `web` too, so that it is tested with the core.

pub mod diagram;
pub mod input;
pub mod lines;
pub mod route;
pub mod state;
pub mod strings;
pub mod theme;
pub mod worker;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod context;
#[cfg(feature = "web")]
pub mod effects;
#[cfg(feature = "web")]
pub mod icons;
