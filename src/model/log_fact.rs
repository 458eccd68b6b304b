//! What logs say that means something, gathered: the same thing said a thousand times is one fact.

pub use crate::parse::record::Level;
use crate::span::Span;
use crate::time::Stamp;

/// Lines of one log with one meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogFact {
    /// The id of what it means; empty for warnings and errors that have no known meaning.
    pub signature: String,
    /// The pod's namespace, where the text tells.
    pub namespace: Option<String>,
    /// The pod, or the node of a journal.
    pub name: Option<String>,
    /// The container or program.
    pub program: Option<String>,
    /// The worst level of the lines.
    pub level: Level,
    /// How many lines.
    pub count: u64,
    /// The first and the last instant, as far as the lines tell.
    pub first: Option<Stamp>,
    /// See `first`.
    pub last: Option<Stamp>,
    /// The last line's message.
    pub message: String,
    /// The first line.
    pub span: Span,
    /// The last line.
    pub last_span: Span,
}

impl LogFact {
    /// Whether its lines say of themselves that something failed.
    pub fn is_error(&self) -> bool {
        matches!(self.level, Level::Error | Level::Fatal)
    }
}
