//! What the page can ask of the worker. The worker has one session; the page tells it everything again after it was stopped.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::session::Session;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

/// A line longer than this is cut for the screen: a whole JSON file can be one line.
const SHOWN_CHARS: usize = 4_000;

/// Forgets every input.
#[wasm_bindgen]
pub fn worker_reset() {
    SESSION.with_borrow_mut(Session::clear);
}

/// Takes one more input.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "the glue hands over owned strings")]
pub fn worker_add(name: String, bytes: Vec<u8>) {
    SESSION.with_borrow_mut(|session| session.add(&name, bytes));
}

/// Reads all inputs: a report and its picture, in postcard. Empty if they cannot be written, which no input brings about.
#[wasm_bindgen]
pub fn worker_analyze() -> Vec<u8> {
    SESSION.with_borrow_mut(|session| {
        let report = session.analyze();
        let scene = crate::layout::architecture::layout(&report);
        postcard::to_allocvec(&(report, scene)).unwrap_or_default()
    })
}

/// Lines of a source, from the first up to but not with the last, 1-based; in postcard.
#[wasm_bindgen]
pub fn worker_lines(source: u32, from: u32, to: u32) -> Vec<u8> {
    let lines = SESSION.with_borrow(|session| session.lines(source, from, to));
    let shown: Vec<String> = lines.into_iter().map(cut).collect();
    postcard::to_allocvec(&shown).unwrap_or_default()
}

fn cut(mut line: String) -> String {
    if let Some((at, _)) = line.char_indices().nth(SHOWN_CHARS) {
        line.truncate(at);
        line.push('…');
    }
    line
}
