//! The inputs as text, and where their lines begin: what spans point into.

use crate::ingest::decode::decode;
use crate::span::{SourceId, Span};
use crate::text::Phrase;

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// File name, or the name that was given to a paste.
    pub name: String,
    /// Size of the input in bytes.
    pub bytes: u64,
    /// Its text.
    pub text: String,
    /// Byte offset of each line's start.
    pub line_starts: Vec<u32>,
    /// Why nothing of it could be read.
    pub problem: Option<Phrase>,
}

/// All inputs of one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Decodes and keeps one input.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let size = bytes.len() as u64;
        let decoded = decode(bytes);
        let ends = decoded.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(ends).filter(|at| *at < decoded.text.len()).map(offset).collect();
        self.0.push(Source { name: name.to_owned(), bytes: size, line_starts, text: decoded.text, problem: decoded.problem });
    }

    /// In the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0.iter().enumerate().map(|(at, source)| (SourceId(offset(at)), source))
    }

    /// One of them.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(id.0 as usize)
    }

    /// The text under a span, on character boundaries.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text.get(span.start as usize..span.end as usize)).unwrap_or_default()
    }
}

impl Source {
    /// The 1-based line that holds a byte.
    pub fn line_of(&self, byte: u32) -> u32 {
        offset(self.line_starts.partition_point(|start| *start <= byte).max(1))
    }

    /// The text of a 1-based line, without its line end.
    pub fn line(&self, line: u32) -> Option<&str> {
        let at = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(at)? as usize;
        let end = self.line_starts.get(at + 1).map_or(self.text.len(), |next| *next as usize);
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }
}

/// Offsets are kept in 32 bits: an input beyond 4 GiB does not fit a WebAssembly memory anyway.
pub fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
