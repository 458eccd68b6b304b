//! A run of lines that belong together: what one command printed, or what stood between commands.

use std::borrow::Cow;

use crate::ingest::command::Command;
use crate::span::Span;

/// A line without its frame (escape codes, quote marks, indentation), and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The text as kubectl printed it, as far as that can be told.
    pub text: Cow<'a, str>,
    /// The whole line in the source, without its line end.
    pub span: Span,
}

/// Lines under one command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block<'a> {
    /// The command that printed them, if a prompt with one is visible.
    pub command: Option<Command>,
    /// What it printed.
    pub lines: Vec<Line<'a>>,
}
