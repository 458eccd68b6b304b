//! What a line, or what follows a dash, begins with.

use memchr::memchr;

use crate::yaml::reading::Reading;

/// What begins at a place.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A key from byte to byte, with its quotes; its value stands from `value` on, or on the lines below.
    Key { from: usize, to: usize, value: usize },
    /// An item of a list.
    Dash,
    /// A value, or no YAML.
    Other,
    /// The document is over.
    End,
}

impl Reading<'_> {
    /// Looks at what begins at `at`.
    pub(super) fn scan(&mut self) {
        let from = self.properties(self.at);
        let key = |from, to| Kind::Key { from, to, value: to + 1 };
        self.kind = match self.bytes.get(from) {
            _ if from >= self.end => Kind::Other,
            Some(b'-') if from == self.at && self.parts(from + 1) => Kind::Dash,
            // Printers write a key of more than 128 bytes like this.
            Some(b'?') if self.parts(from + 1) => {
                let from = self.blanks(from + 1);
                if from < self.end { Kind::Key { from, to: self.cut(from), value: self.end } } else { Kind::Other }
            }
            Some(b'#' | b'[' | b'{' | b'|' | b'>') => Kind::Other,
            Some(b'"' | b'\'') => match self.quoted_key(from) {
                Some((to, colon)) => Kind::Key { from, to, value: colon + 1 },
                None => Kind::Other,
            },
            _ => self.colon(from).map_or(Kind::Other, |to| key(from, to)),
        };
    }

    /// The colon that ends the plain key from here on, if it is one.
    pub(super) fn colon(&self, from: usize) -> Option<usize> {
        let line = self.bytes.get(from..self.end)?;
        let mut at = 0;
        loop {
            at += memchr(b':', line.get(at..)?)?;
            if self.parts(from + at + 1) {
                break;
            }
            at += 1;
        }
        (at > 0 && hash(line.get(..at)?).is_none()).then_some(from + at)
    }

    /// One past the closing quote of a quoted key, and its colon.
    fn quoted_key(&self, from: usize) -> Option<(usize, usize)> {
        let quote = *self.bytes.get(from)?;
        let mut at = from + 1;
        loop {
            match *self.bytes.get(at..self.end)?.first()? {
                b'\\' if quote == b'"' => at += 1,
                byte if byte == quote => {
                    if quote == b'"' || self.bytes.get(at + 1) != Some(&quote) {
                        break;
                    }
                    at += 1;
                }
                _ => {}
            }
            at += 1;
        }
        let colon = self.blanks(at + 1);
        (self.bytes.get(colon) == Some(&b':') && self.parts(colon + 1)).then_some((at + 1, colon))
    }

    /// Passes over white space, anchors and tags.
    pub(super) fn properties(&self, from: usize) -> usize {
        let mut at = self.blanks(from);
        while at < self.end && matches!(self.bytes.get(at), Some(b'&' | b'!')) {
            while !self.parts(at) {
                at += 1;
            }
            at = self.blanks(at);
        }
        at
    }

    /// Where the plain text that begins here ends on this line: at a comment or the line's end.
    pub(super) fn cut(&self, from: usize) -> usize {
        let line = self.bytes.get(from..self.end).unwrap_or_default();
        hash(line).map_or(self.end, |at| from + line.get(..at).unwrap_or_default().trim_ascii_end().len())
    }
}

/// Where a comment begins: a hash after white space.
fn hash(line: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr(b'#', line.get(at..)?)?;
        if at > 0 && matches!(line.get(at - 1), Some(b' ' | b'\t')) {
            return Some(at);
        }
        at += 1;
    }
}
