//! The part of a text that is in sight: lines, cleaned, some ahead of the one that is read. What was read is let go.

use std::io::Read;

use memchr::memchr;

use crate::ingest::clean::clean;
use crate::ingest::decode::{Decoder, HEAD, MakeGb18030, sniff};
use crate::ingest::frame::Frame;
use crate::ingest::sources::{LineIndex, Source, offset};
use crate::span::{SourceId, Span};
use crate::text::Phrase;

/// Lines that are in sight at least, unless the text ends before: enough to see through a wrapped table.
const AHEAD: usize = 32;
/// Bytes that are read at a time.
const CHUNK: usize = 256 * 1024;
/// A line longer than this is shown in pieces: it is data on one line.
const LONGEST: usize = 64 * 1024;
/// Texts beyond this are read up to here: offsets have 32 bits.
const MOST: usize = u32::MAX as usize - 2 * CHUNK;

/// A text that is being read.
pub struct Window<'a> {
    source: SourceId,
    from: &'a mut dyn Read,
    decoder: Decoder,
    frame: Frame,
    index: LineIndex,
    /// The whole text, as long as it may be kept.
    kept: Option<String>,
    may_keep: usize,
    bytes: u64,
    chunk: Vec<u8>,
    /// The text from `base` on, decoded.
    raw: String,
    base: usize,
    /// How much of `raw` is split into lines, and the number of the line that comes next.
    split: usize,
    next_line: u32,
    lines: Vec<Queued>,
    head: usize,
    ended: bool,
}

#[derive(Debug)]
struct Queued {
    /// Without line end, in the whole text.
    start: usize,
    end: usize,
    number: u32,
    clean: Option<String>,
}

/// The lines in sight.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    source: SourceId,
    raw: &'a str,
    base: usize,
    lines: &'a [Queued],
}

impl<'a> Look<'a> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.lines.len()
    }

    /// Whether the text has ended.
    pub fn is_empty(self) -> bool {
        self.lines.is_empty()
    }

    /// The text of a line as a terminal would show it; empty past the end.
    pub fn text(self, at: usize) -> &'a str {
        let Some(line) = self.lines.get(at) else { return "" };
        line.clean.as_deref().or_else(|| self.raw.get(line.start - self.base..line.end - self.base)).unwrap_or_default()
    }

    /// The text of a line as it stands.
    pub fn as_it_stands(self, at: usize) -> &'a str {
        self.lines.get(at).and_then(|line| self.raw.get(line.start - self.base..line.end - self.base)).unwrap_or_default()
    }

    /// Where a line stands, whole; the last one's place past the end.
    pub fn span(self, at: usize) -> Span {
        let Some(line) = self.lines.get(at).or_else(|| self.lines.last()) else { return Span::default() };
        Span { source: self.source, line: line.number, last: line.number, start: offset(line.start), end: offset(line.end) }
    }

    /// The lines from `at` on.
    pub fn from(self, at: usize) -> Self {
        Self { lines: self.lines.get(at..).unwrap_or_default(), ..self }
    }

    /// Whether any of the first lines was changed when it was cleaned.
    pub fn cleaned(self, lines: usize) -> bool {
        self.lines.iter().take(lines).any(|line| line.clean.is_some())
    }
}

impl<'a> Window<'a> {
    /// Begins to read; `may_keep` is how many bytes of text may be kept. An error says why this is no text.
    pub fn new(source: SourceId, from: &'a mut dyn Read, gb18030: Option<MakeGb18030>, may_keep: usize) -> Result<Self, Phrase> {
        let mut head = vec![0; HEAD];
        let filled = fill(from, &mut head);
        head.truncate(filled);
        let (encoding, mark) = sniff(&head, gb18030.is_some())?;
        let mut window = Self {
            source,
            from,
            decoder: Decoder::new(encoding, gb18030),
            frame: Frame::default(),
            index: LineIndex::default(),
            kept: Some(String::new()),
            may_keep,
            bytes: 0,
            chunk: Vec::new(),
            raw: String::new(),
            base: 0,
            split: 0,
            next_line: 1,
            lines: Vec::new(),
            head: 0,
            ended: filled < HEAD,
        };
        window.bytes = filled as u64;
        window.take(head.get(mark..).unwrap_or_default());
        window.frame = Frame::of(window.raw.lines());
        Ok(window)
    }

    /// The lines in sight. None only at the end of the text.
    pub fn look(&mut self) -> Look<'_> {
        while self.lines.len() - self.head < AHEAD && self.split_line() {}
        self.sight()
    }

    fn sight(&self) -> Look<'_> {
        Look { source: self.source, raw: &self.raw, base: self.base, lines: self.lines.get(self.head..).unwrap_or_default() }
    }

    /// Lets go of the first lines.
    pub fn advance(&mut self, lines: usize) {
        self.head = (self.head + lines).min(self.lines.len());
        if self.head >= 4 * AHEAD {
            self.lines.drain(..self.head);
            self.head = 0;
        }
    }

    /// The text in sight as it stands, from the first line on; with the number of that line. Lines are split anew afterwards.
    pub fn raw(&mut self) -> (&str, Span) {
        if let Some(first) = self.lines.get(self.head) {
            self.split = first.start - self.base;
            self.next_line = first.number;
            self.lines.clear();
            self.head = 0;
        }
        let here = offset(self.base + self.split);
        (
            self.raw.get(self.split..).unwrap_or_default(),
            Span { source: self.source, line: self.next_line, last: self.next_line, start: here, end: here },
        )
    }

    /// Whether the text in sight begins where a line does.
    pub fn at_line_start(&self) -> bool {
        self.split == 0 || self.raw.as_bytes().get(self.split - 1) == Some(&b'\n')
    }

    /// Reads on; whether more text came.
    pub fn more(&mut self) -> bool {
        if self.ended || self.base + self.raw.len() >= MOST {
            return false;
        }
        self.let_go();
        // As much again as lies unread: an object that is larger than a chunk is then not looked at again and again.
        let wanted = CHUNK.max(self.raw.len() - self.split);
        let mut chunk = std::mem::take(&mut self.chunk);
        if chunk.len() < wanted {
            chunk.resize(wanted, 0);
        }
        let filled = fill(self.from, chunk.get_mut(..wanted).unwrap_or_default());
        self.ended = filled < wanted;
        self.bytes += filled as u64;
        self.take(chunk.get(..filled).unwrap_or_default());
        self.chunk = chunk;
        filled > 0
    }

    /// Forgets the text before the first line in sight when that has become the larger part.
    fn let_go(&mut self) {
        let gone = self.lines.get(self.head).map_or(self.split, |first| first.start - self.base);
        if gone > CHUNK && gone * 2 > self.raw.len() {
            self.raw.drain(..gone);
            self.base += gone;
            self.split -= gone;
        }
    }

    /// The lines `from..to`, as they stand; reads over those before.
    pub fn lines(&mut self, from: u32, to: u32) -> Vec<String> {
        let mut found = Vec::new();
        loop {
            let look = self.look();
            let Some(first) = (0..look.len()).map(|at| look.span(at)).next() else { return found };
            if first.line >= to {
                return found;
            }
            if first.line >= from {
                found.push(look.as_it_stands(0).to_owned());
            }
            self.advance(1);
        }
    }

    /// Lets go of text that was read as it stands.
    pub fn pass(&mut self, bytes: usize, lines: usize) {
        self.split += bytes;
        self.next_line += offset(lines);
    }

    /// What is known of the text when all of it was read.
    pub fn finish(mut self, source: &mut Source) {
        while self.more() {
            self.lines.clear();
            self.head = 0;
            self.split = self.raw.len();
        }
        source.bytes = self.bytes;
        source.text = self.kept.take();
        self.index.into_source(source);
    }

    fn take(&mut self, bytes: &[u8]) {
        let from = self.raw.len();
        self.decoder.push(bytes, self.ended, &mut self.raw);
        let fresh = self.raw.get(from..).unwrap_or_default();
        self.index.push(fresh);
        if let Some(kept) = &mut self.kept {
            kept.push_str(fresh);
        }
        if self.kept.as_ref().is_some_and(|kept| kept.len() > self.may_keep) {
            self.kept = None;
        }
    }

    /// Puts one more line into sight.
    fn split_line(&mut self) -> bool {
        let (length, complete) = loop {
            let rest = self.raw.as_bytes().get(self.split..).unwrap_or_default();
            match memchr(b'\n', rest) {
                Some(at) => break (at, true),
                None if rest.len() >= LONGEST => break (boundary(&self.raw, self.split + LONGEST) - self.split, false),
                None if !self.more() => {
                    let rest = self.raw.len() - self.split;
                    if rest == 0 {
                        return false;
                    }
                    break (rest, true);
                }
                None => {}
            }
        };
        let end = self.split + length;
        let line = self.raw.get(self.split..end).unwrap_or_default();
        let bare = line.strip_suffix('\r').unwrap_or(line);
        let start = self.base + self.split;
        let after = (end + usize::from(complete)).min(self.raw.len());
        let clean = clean(bare, self.frame);
        self.lines.push(Queued { start, end: start + bare.len(), number: self.next_line, clean });
        self.split = after;
        self.next_line += u32::from(complete);
        true
    }
}

/// Reads until `into` is full or nothing more comes. An input that fails half way ends there, as a cut one does.
fn fill(from: &mut dyn Read, into: &mut [u8]) -> usize {
    let mut filled = 0;
    while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(n) if n > 0 => filled += n,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            _ => break,
        }
    }
    filled
}

/// The last character boundary up to `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
