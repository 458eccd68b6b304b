//! Events as describe prints them, without the object they are about: `kubectl describe … | tail`, or copied out of it.
//!
//! ```text
//! Warning  FailedScheduling  35s (x5 over 2m)  default-scheduler  0/3 nodes are available: …
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink, Sure};
use crate::parse::record::{EventLine, Record};
use crate::parse::table::align::align;
use crate::parse::table::cell::Sort;
use crate::parse::table::counted::counted;

/// Events without their object.
pub const FORMAT: EventRows = EventRows;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct EventRows;

/// Type, reason, age, source and message.
const SORTS: [Sort; 5] = [Sort::EventType, Sort::Word, Sort::Age, Sort::Words, Sort::Text];

impl Format for EventRows {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        context.asked.may_show_kubectl() && row(look.text(0)).is_some()
    }

    fn open(&self, _look: Look<'_>, _context: &Context) -> Opened {
        Opened::Lines(Box::new(Events { rows: 0 }))
    }
}

struct Events {
    rows: u32,
}

impl Reading for Events {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let Some([kind, reason, age, from, message]) = row(look.text(0)) else { return 0 };
        self.rows += 1;
        // A message may go on: indented, or until its quotes are closed.
        let mut lines = 1;
        let mut whole = message.to_owned();
        while lines < look.len() && goes_on(&whole, look.text(lines)) && row(look.text(lines)).is_none() {
            whole.push(' ');
            whole.push_str(look.text(lines).trim());
            lines += 1;
        }
        let span = look.span(0).to(look.span(lines - 1));
        sink.record(Record::Event(EventLine { kind, reason, age, from, message: &whole, span }));
        lines
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        Part { sure: Sure::Likely, resource: Some("events".to_owned()), ..Part::new("events", self.rows, counted(self.rows, "events")) }
    }
}

fn goes_on(message: &str, next: &str) -> bool {
    let open = message.matches('"').count() % 2 == 1;
    !next.trim().is_empty() && !next.starts_with("```") && (open || message.trim_end().ends_with(':') || next.starts_with("   "))
}

/// The cells of an event's line.
fn row(line: &str) -> Option<[&str; 5]> {
    let text = line.trim();
    if !text.starts_with("Normal ") && !text.starts_with("Warning ") {
        return None;
    }
    let mut cells = Vec::new();
    if !align(text, &SORTS, false, &mut cells) {
        return None;
    }
    let cell = |at: usize| cells.get(at).and_then(|(from, to)| text.get(*from..*to)).unwrap_or_default();
    let reason = cell(1);
    let named = reason.starts_with(|c: char| c.is_ascii_uppercase()) && reason.chars().all(char::is_alphanumeric);
    (named && Sort::Age.fits(cell(2)) && !cell(2).is_empty() && !cell(4).is_empty()).then(|| [cell(0), reason, cell(2), cell(3), cell(4)])
}
