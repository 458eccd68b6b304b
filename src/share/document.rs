//! A report in one language, as a sequence of plain blocks: what every rendering has in common.
//! Does not know how a block looks.

use crate::diagnose::finding::Severity;

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The first line: what cluster this is.
    Title(String),
    /// Begins an incident or a section.
    Heading {
        /// Its rank; `None` for a section.
        severity: Option<Severity>,
        /// Its text.
        text: String,
    },
    /// A small heading inside a section.
    Label(String),
    /// What a finding says, with its rule and how surely.
    Statement {
        /// Its rank.
        severity: Severity,
        /// One line.
        text: String,
        /// Rule and confidence.
        tag: String,
    },
    /// Running text.
    Paragraph(String),
    /// An entry of a list.
    Item {
        /// 0 for the list itself, 1 for a list inside it.
        depth: usize,
        /// Its text.
        text: String,
    },
    /// Lines of the user's text that prove the statement above.
    Quotes(Vec<Quotation>),
    /// Commands to run, in order.
    Commands(Vec<Command>),
}

/// A quoted line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// `pods.txt:14`.
    pub place: String,
    /// The line.
    pub text: String,
    /// What it shows.
    pub note: String,
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The node to run it on; `None`: wherever kubectl works.
    pub node: Option<String>,
    /// The command line.
    pub command: String,
    /// What it tells, or does.
    pub purpose: String,
}
