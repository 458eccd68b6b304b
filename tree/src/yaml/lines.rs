//! From line to line.

use memchr::memchr;

use crate::yaml::reading::Reading;
use crate::yaml::scan::Kind;

impl Reading<'_> {
    /// Goes to the next line, whatever it holds. `false` at the end of the text or document.
    pub(super) fn step(&mut self) -> bool {
        let rest = self.bytes.get(self.next..).unwrap_or_default();
        if rest.is_empty() {
            return self.stop();
        }
        let len = memchr(b'\n', rest).unwrap_or(rest.len());
        let line = rest.get(..len).unwrap_or_default();
        self.start = self.next;
        self.next += len + 1;
        self.line = self.ahead;
        self.ahead += 1;
        // A tab counts as one column: where every line is indented by tabs, that is right.
        self.indent = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        self.at = self.start + self.indent;
        self.eol = self.start + len - usize::from(line.ends_with(b"\r"));
        self.end = (self.start + line.trim_ascii_end().len()).max(self.at);
        if self.base.is_some_and(|base| self.indent <= base) && self.marker() {
            self.rest = self.start;
            self.next = usize::MAX;
            return self.stop();
        }
        true
    }

    fn stop(&mut self) -> bool {
        (self.start, self.at, self.end, self.eol) = (self.rest, self.rest, self.rest, self.rest);
        self.indent = 0;
        self.kind = Kind::End;
        false
    }

    /// Goes to the next line that is neither blank nor a comment, and says what it is.
    pub(super) fn next(&mut self) {
        if self.step() {
            self.arrive();
        }
    }

    /// The same, where [`step`](Self::step) has already gone to a line.
    pub(super) fn arrive(&mut self) {
        while self.at >= self.end || self.remark() {
            if !self.step() {
                return;
            }
        }
        self.scan();
    }

    /// A line that says nothing: a comment, an anchor or tag alone, dots.
    pub(super) fn remark(&self) -> bool {
        match self.peek() {
            Some(b'#') => true,
            Some(b'&' | b'!') => {
                let after = self.properties(self.at);
                after >= self.end || self.bytes.get(after) == Some(&b'#')
            }
            _ => self.dots(),
        }
    }

    /// `...`, which ends a document, or stands for what someone left out.
    pub(super) fn dots(&self) -> bool {
        self.bytes.get(self.at..self.end) == Some(b"...") && self.base.is_none_or(|base| self.indent <= base)
    }

    /// `---`, which begins a document.
    pub(super) fn marker(&self) -> bool {
        self.bytes.get(self.at..self.end).is_some_and(|line| line.starts_with(b"---")) && self.parts(self.at + 3)
    }

    /// Whether white space or the end of the line stands here.
    pub(super) fn parts(&self, at: usize) -> bool {
        at >= self.end || matches!(self.bytes.get(at), Some(b' ' | b'\t'))
    }

    /// The first byte from here on that is no white space; at the line's end, that.
    pub(super) fn blanks(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.end && self.parts(at) {
            at += 1;
        }
        at
    }

    /// Whether the line holds nothing more. `at` stands after white space.
    pub(super) fn bare(&self) -> bool {
        self.at >= self.end || self.peek() == Some(b'#')
    }

    /// After a value that has an end of its own: nothing else belongs on its line.
    pub(super) fn finish(&mut self) {
        let after = self.at;
        self.at = self.blanks(after);
        if !self.bare() || self.at == after && self.at < self.end {
            self.note(self.start);
        }
        self.next();
    }

    /// Goes on to the next line; this one was not understood.
    pub(super) fn miss(&mut self) {
        self.note(self.start);
        self.next();
    }

    /// Notes every line from one place to another.
    pub(super) fn miss_all(&mut self, from: usize, to: usize) {
        let mut at = from;
        while let Some(rest) = self.bytes.get(at..to).filter(|rest| !rest.is_empty()) {
            let len = memchr(b'\n', rest).unwrap_or(rest.len());
            let line = rest.get(..len).unwrap_or_default().trim_ascii();
            if !matches!(line, b"" | b"---" | b"...") && !line.starts_with(b"#") {
                self.note(at);
            }
            at += len + 1;
        }
    }
}
