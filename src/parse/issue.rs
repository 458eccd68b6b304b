//! A line that was not understood.

use crate::span::Span;
use crate::text::Phrase;

/// What was expected at a line, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The line.
    pub span: Span,
    /// In words.
    pub message: Phrase,
}
