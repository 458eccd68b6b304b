//! A line of the user's own text, as it is quoted. Does not know how the text is kept.

use crate::span::Span;

/// The line at which a span begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The input's name.
    pub source: String,
    /// 1-based.
    pub number: u32,
    /// The whole line, without its end.
    pub text: String,
}

/// Finds the line of a span; given by whoever holds the texts.
pub type Quote<'a> = &'a dyn Fn(Span) -> Line;
