//! What the state asks of the browser, and what the browser tells the state. Decides nothing.

pub mod analyse;
pub mod clipboard;
pub mod document;
pub mod drop;
pub mod export;
pub mod fetch_lines;
pub mod focus;
pub mod fragment;
pub mod keys;
pub mod paste;
pub mod scroll;
pub mod tell;
pub mod vault;
