//! What the page can ask of the worker, which answers in the bytes of `border`. The worker has one desk; the page tells it
//! everything again after it was stopped.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::border::written;
use crate::ui::worker::desk::Desk;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Forgets every input.
#[wasm_bindgen]
pub fn worker_reset() {
    DESK.with_borrow_mut(Desk::clear);
}

/// Takes one more input.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_add(name: String, bytes: Vec<u8>) {
    DESK.with_borrow_mut(|desk| desk.add(&name, bytes));
}

/// Reads all inputs: a brief and its picture.
#[wasm_bindgen]
pub fn worker_analyze() -> Vec<u8> {
    DESK.with_borrow_mut(|desk| written(&desk.analyze()))
}

/// Explains a part by its word in the address, if anything was read.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_explain(part: String) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.explain(&part)))
}

/// The questions of the lesson, if anything was read.
#[wasm_bindgen]
pub fn worker_lesson() -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.lesson()))
}

/// Lines of a source, from the first up to but not with the last, 1-based.
#[wasm_bindgen]
pub fn worker_lines(source: u32, from: u32, to: u32) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.lines(source, from, to)))
}
