//! Lines put together to one text again, and where each came from.

use tree::Place;

use crate::ingest::window::Look;
use crate::parse::record::Places;
use crate::span::Span;

/// Cleaned lines as one text.
#[derive(Debug, Default)]
pub struct Lines {
    /// The text.
    pub text: String,
    spans: Vec<Span>,
}

impl Lines {
    /// Adds the first line in sight.
    pub fn push(&mut self, look: Look<'_>) {
        self.text.push_str(look.text(0));
        self.text.push('\n');
        self.spans.push(look.span(0));
    }

    /// Forgets them.
    pub fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Forgets so many bytes and lines in front.
    pub fn drop_front(&mut self, bytes: usize, lines: usize) {
        self.text.drain(..bytes.min(self.text.len()));
        self.spans.drain(..lines.min(self.spans.len()));
    }

    /// The last one.
    pub fn last(&self) -> Span {
        self.spans.last().copied().unwrap_or_default()
    }
}

impl Places for Lines {
    fn span(&self, place: Place) -> Span {
        self.spans.get(place.line).copied().unwrap_or_else(|| self.last())
    }
}
