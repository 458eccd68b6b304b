//! What the page can ask of the worker, which answers in the bytes of `border`. The worker has one desk; the page tells it
//! everything again after it was stopped.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::File;

use crate::border::{read, written};
use crate::session::Session;
use crate::text::Lang;
use crate::ui::worker::browser_file::BrowserFile;
use crate::ui::worker::desk::Desk;
use crate::ui::worker::gb18030::decoder;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::new(Session::with_gb18030(decoder)));
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
    DESK.with_borrow_mut(|desk| desk.add(&name, Box::new(bytes)));
}

/// Takes one more input: a file, which is read where it lies.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_add_file(name: String, file: File) {
    DESK.with_borrow_mut(|desk| desk.add(&name, Box::new(BrowserFile::new(file))));
}

/// Reads all inputs: a brief and its picture. How to look at them comes in the bytes of a `Wish`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned bytes")]
pub fn worker_analyze(wish: Vec<u8>) -> Vec<u8> {
    DESK.with_borrow_mut(|desk| written(&desk.analyze(read(&wish).unwrap_or_default())))
}

/// Another picture of what was read, if anything was. Which comes in the bytes of a `LayoutRequest`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned bytes")]
pub fn worker_scene(request: Vec<u8>) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.scene(&read(&request).unwrap_or_default())))
}

/// The objects that a query finds, if anything was read.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_find(query: String) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.find(&query)))
}

/// Rows of the table, if anything was read. Which come in the bytes of a `RowsRequest`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned bytes")]
pub fn worker_rows(request: Vec<u8>) -> Vec<u8> {
    DESK.with_borrow_mut(|desk| written(&desk.rows(&read(&request).unwrap_or_default())))
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

/// The whole report as a file holds it, if anything was read.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_report(as_json: bool, lang: String) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.report(as_json, Lang::from_tag(&lang).unwrap_or_default())))
}

/// Lines of a source, from the first up to but not with the last, 1-based.
#[wasm_bindgen]
pub fn worker_lines(source: u32, from: u32, to: u32) -> Vec<u8> {
    DESK.with_borrow(|desk| written(&desk.lines(source, from, to)))
}
