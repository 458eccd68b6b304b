//! Where in the user's own text something stands. A leaf: knows nothing.

use crate::crosses;

/// Which of the texts; an index into the sources of the sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

crosses! { struct SourceId(number) }

/// A half-open byte range in the decoded text of one source. The text itself need not be at hand to tell the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The input.
    pub source: SourceId,
    /// The 1-based line of the first byte.
    pub line: u32,
    /// The line of the last byte, as far as it is known; of a field of an object its first line.
    pub last: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

crosses! { struct Span { source, line, last, start, end } }

impl Span {
    /// The smallest span that holds both; `self` if they are of different sources.
    pub fn to(self, other: Self) -> Self {
        if self.source != other.source {
            return self;
        }
        let first = if other.start < self.start { other } else { self };
        Self { end: self.end.max(other.end), last: self.last.max(other.last), ..first }
    }
}

/// A value together with the place that shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Seen<T> {
    /// `value`, read at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
