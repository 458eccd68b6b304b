//! What every target checks: no panic, blocks in order and in range, spans in range, and the same reading however the text comes.

use std::io::Read;

use porthole::ingest::window::Window;
use porthole::parse::format::{Context, Sink};
use porthole::parse::reader::{Read as Block, read};
use porthole::parse::record::Record;
use porthole::session::Session;
use porthole::span::{SourceId, Span};

/// Counts records, and checks where the ones with spans stand.
struct Counter {
    records: u64,
    length: usize,
    lines: u32,
}

impl Counter {
    fn check(&self, span: Span) {
        assert!(span.start <= span.end && span.end as usize <= self.length, "{span:?} of {}", self.length);
        assert!(span.line >= 1 && span.line <= span.last.max(span.line) && span.line <= self.lines, "{span:?} of {} lines", self.lines);
    }
}

impl Sink for Counter {
    fn begin(&mut self, at: Span, _context: &Context) {
        self.check(at);
    }

    fn record(&mut self, record: Record<'_>) {
        self.records += 1;
        match record {
            Record::Row(row) | Record::Usage(row) => self.check(row.span),
            Record::Described(it) => self.check(it.span),
            Record::Event(it) => self.check(it.span),
            Record::Address(it) => self.check(it.span),
            Record::Message(it) => self.check(it.span),
            Record::Log(it) => self.check(it.span),
            Record::Object(it) => {
                let mut open = vec![it.value];
                while let Some(value) = open.pop() {
                    self.check(it.span(value));
                    open.extend(value.children());
                }
            }
            _ => {}
        }
    }
}

/// Gives a few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = self.1.min(into.len());
        let (now, later) = self.0.split_at(n.min(self.0.len()));
        into[..now.len()].copy_from_slice(now);
        self.0 = later;
        Ok(now.len())
    }
}

fn blocks(from: &mut dyn Read, text: &str) -> Option<(Vec<Block>, u64)> {
    let lines = text.lines().count().max(1) as u32;
    let mut sink = Counter { records: 0, length: text.len(), lines };
    let mut window = Window::new(SourceId(0), from, None, 0).ok()?;
    let blocks = read(&mut window, "paste", &[], &mut sink);
    let mut last = 0;
    for block in &blocks {
        assert!(block.lines.0 > last && block.lines.0 <= block.lines.1 && block.lines.1 <= lines, "blocks in order and in range: {blocks:?}");
        last = block.lines.1;
    }
    Some((blocks, sink.records))
}

/// Reads a text in every way there is.
pub fn text(text: &str) {
    let whole = blocks(&mut text.as_bytes(), text);
    let drip = blocks(&mut Drip(text.as_bytes(), 7), text);
    assert_eq!(whole, drip, "the same reading however the text comes");
    session(text.as_bytes());
}

/// Analyses an input, and looks at each line that is quoted.
pub fn session(bytes: &[u8]) {
    let mut session = Session::default();
    session.add("paste", bytes.to_vec());
    let report = session.analyze();
    for finding in &report.diagnosis.findings {
        for evidence in finding.evidence.iter() {
            let (_, line, _) = session.line_text(evidence.span);
            assert!(line > 0);
        }
    }
}
