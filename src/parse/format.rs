//! What every format implements.

use crate::ingest::block::Line;
use crate::parse::asked::Asked;
use crate::parse::issue::Issue;
use crate::parse::record::Record;
use crate::text::Phrase;

/// The block in which a format is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Its lines.
    pub lines: &'a [Line<'a>],
    /// What the command asked; default if none is visible.
    pub asked: &'a Asked,
    /// Whether a command is visible.
    pub command_seen: bool,
}

impl<'a> Context<'a> {
    /// The text of a line; empty past the end.
    pub fn text(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| line.text.as_ref())
    }
}

/// What a format made of the lines from some point on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The format's id, as in the JSON contract.
    pub format: &'static str,
    /// One past the last line that was used.
    pub end: usize,
    /// Plural resource, where it is about one.
    pub resource: Option<String>,
    /// Namespace; `*` = all.
    pub namespace: Option<String>,
    /// Objects, rows, events or lines.
    pub rows: u32,
    /// In words: "26 pods".
    pub taken_for: Phrase,
    /// What was read.
    pub records: Vec<Record>,
    /// What was not.
    pub issues: Vec<Issue>,
}

/// One kind of output. Stateless.
pub trait Format: Sync {
    /// Whether this format begins at that line.
    fn begins(&self, context: Context<'_>, at: usize) -> bool;

    /// Reads from that line on, which `begins` accepted; uses at least one line.
    fn parse(&self, context: Context<'_>, at: usize) -> Parsed;
}
