//! Where a value stands in the text that was read.

/// A byte range, and the line it begins on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line ends before it, counted from where reading began.
    pub line: usize,
}
