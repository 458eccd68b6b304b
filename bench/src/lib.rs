//! The reader alone, for measuring: `make bench` runs it natively, and in a browser beside `JSON.parse`.

use std::io::Read;

use porthole::ingest::window::Window;
use porthole::model::build::Builder;
use porthole::parse::format::{Context, Sink};
use porthole::parse::reader::read;
use porthole::parse::record::Record;
use porthole::span::{SourceId, Span};
use wasm_bindgen::prelude::wasm_bindgen;

/// Counts what it is given.
#[derive(Default)]
struct Counter(u32);

impl Sink for Counter {
    fn begin(&mut self, _at: Span, _context: &Context) {}

    fn record(&mut self, _record: Record<'_>) {
        self.0 += 1;
    }
}

/// Reads the text and returns how many records it gave.
#[must_use]
#[wasm_bindgen]
pub fn records(text: &[u8]) -> u32 {
    let mut counter = Counter::default();
    run(text, &mut counter);
    counter.0
}

/// Reads the text and returns how many pods its clusters have.
#[must_use]
#[wasm_bindgen]
pub fn pods(text: &[u8]) -> u32 {
    let mut builder = Builder::default();
    run(text, &mut builder);
    let pods: usize = builder.clusters(&[1]).iter().map(|cluster| cluster.pods.len()).sum();
    u32::try_from(pods).unwrap_or(u32::MAX)
}

fn run(text: &[u8], sink: &mut dyn Sink) {
    let mut from = text;
    let from: &mut dyn Read = &mut from;
    if let Ok(mut window) = Window::new(SourceId(0), from, None, 0) {
        std::hint::black_box(read(&mut window, "bench", &[], sink));
    }
}
