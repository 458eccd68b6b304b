//! Texts below a `|` or `>`, as they stand or with their lines joined.

use crate::value::Sort;
use crate::yaml::reading::{Name, Reading};

/// What stands behind the `|` or `>`.
#[derive(Clone, Copy, Default)]
pub(super) struct Header {
    folded: bool,
    /// What becomes of the line ends after the last line: `+` keeps them, `-` drops them, otherwise there is one.
    keep: bool,
    strip: bool,
    /// How much deeper than its key the text is indented; where it is not said, the first line shows.
    indent: Option<usize>,
}

impl Reading<'_> {
    /// The header at `at`; `None` if this is text that begins with a bar.
    pub(super) fn header(&self) -> Option<Header> {
        let mut header = Header { folded: self.peek() == Some(b'>'), ..Header::default() };
        let mut at = self.at + 1;
        while at < self.end {
            match self.bytes.get(at)? {
                b'+' => header.keep = true,
                b'-' => header.strip = true,
                digit @ b'1'..=b'9' => header.indent = Some(usize::from(digit - b'0')),
                b' ' | b'\t' => {
                    at = self.blanks(at);
                    return (self.bytes.get(at) == Some(&b'#')).then_some(header);
                }
                _ => return None,
            }
            at += 1;
        }
        Some(header)
    }

    /// The text below the header at `at`.
    pub(super) fn literal(&mut self, name: Name, least: usize, header: Header) {
        let (at, line) = (self.at, name.line.unwrap_or(self.line));
        let begin = self.tree.scratch.len();
        let mut indent = header.indent.map(|more| least.saturating_sub(1) + more);
        // Line ends since the last line of text, and whether that line or this is indented deeper: these are never joined.
        let (mut breaks, mut empty, mut deeper) = (0, true, false);
        self.last = self.end;
        while self.step() {
            let text = self.bytes.get(self.start..self.eol).unwrap_or_default();
            let spaces = text.iter().take_while(|byte| **byte == b' ').count();
            // A line of spaces is text as far as it is longer than the others' indentation.
            if self.at >= self.end && indent.is_none_or(|indent| spaces < indent || text.len() <= indent) {
                breaks += 1;
                continue;
            }
            let column = *indent.get_or_insert(spaces);
            if spaces < column.max(least) {
                break;
            }
            let was = deeper;
            deeper = matches!(text.get(column), Some(b' ' | b'\t'));
            match breaks {
                0 => {}
                1 if header.folded && !empty && !was && !deeper => self.tree.scratch.push(' '),
                _ => self.breaks(breaks - usize::from(header.folded && !empty && !was && !deeper)),
            }
            self.push(self.start + column, self.eol);
            self.last = self.eol;
            breaks = usize::from(self.next <= self.bytes.len());
            empty = false;
        }
        match breaks {
            _ if header.keep => self.breaks(breaks),
            0 => {}
            _ if header.strip || empty => {}
            _ => self.tree.scratch.push('\n'),
        }
        let value = self.tree.resolve(begin, at);
        self.tree.open(name.key, value, Sort::Text, line);
        self.arrive();
    }
}
