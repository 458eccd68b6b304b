//! All that one analysis yields; what the page shows and the terminal prints.

use crate::crosses;
use crate::diagnose::diagnosis::Diagnosis;
use crate::model::cluster::Cluster;
use crate::parse::format::Sure;
use crate::text::Phrase;

/// The result of one analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What was read, input by input, in the order given.
    pub sources: Vec<SourceReport>,
    /// The cluster.
    pub cluster: Cluster,
    /// What is wrong with it.
    pub diagnosis: Diagnosis,
    /// Further clusters that the text shows, each with what is wrong with it.
    pub others: Vec<(Cluster, Diagnosis)>,
}

/// What was read from one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReport {
    /// File name, or the name the page gave a paste.
    pub name: String,
    /// Size of the input, in bytes.
    pub bytes: u64,
    /// Lines of text.
    pub lines: u32,
    /// The blocks found, in order; they do not overlap.
    pub blocks: Vec<BlockReport>,
    /// Why nothing of it could be used, where that is so.
    pub problem: Option<Phrase>,
}

crosses! { struct SourceReport { name, bytes, lines, blocks, problem } }

/// What one block was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockReport {
    /// The format's id: `table`, `describe`, `objects`, `events`, `log`, `cluster-info`, `version`, `health`, `server-error`, `top` or `unknown`.
    pub format: String,
    /// Plural kind, where the block is about one.
    pub resource: Option<String>,
    /// The command, as seen in the text.
    pub command: Option<String>,
    /// Namespace of its objects; `*` = all, `None` = unknown.
    pub namespace: Option<String>,
    /// First and last line, 1-based.
    pub lines: (u32, u32),
    /// Objects, rows, events or lines, by format.
    pub rows: u32,
    /// What it was taken for, in words: "26 pods".
    pub taken_for: Phrase,
    /// How surely.
    pub sure: Sure,
    /// Lines that were not understood.
    pub issues: Vec<IssueReport>,
}

crosses! { struct BlockReport { format, resource, command, namespace, lines, rows, taken_for, sure, issues } }

/// A line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueReport {
    /// 1-based line.
    pub line: u32,
    /// What was expected, and what to do.
    pub message: Phrase,
}

crosses! { struct IssueReport { line, message } }

impl Report {
    /// Whether any block was understood.
    pub fn understood(&self) -> bool {
        understood(&self.sources)
    }
}

/// Whether any block of these inputs was understood.
pub fn understood(sources: &[SourceReport]) -> bool {
    sources.iter().flat_map(|source| &source.blocks).any(|block| block.format != "unknown")
}
