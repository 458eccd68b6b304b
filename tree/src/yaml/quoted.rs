//! Texts in single or double quotes, on one line or several.

use memchr::{memchr, memchr2};

use crate::node::Slice;
use crate::yaml::reading::Reading;

impl Reading<'_> {
    /// The text that begins with the quote at `at`; leaves the position after the closing quote. `false` where there is none
    /// before a line that is indented less than `least`: the position is then at the beginning of that line.
    pub(super) fn quoted(&mut self, least: usize) -> (Slice, bool) {
        let quote = self.peek().unwrap_or_default();
        let from = self.at + 1;
        let begin = self.tree.scratch.len();
        // What lies before this was written as an escape: not even white space is dropped from it.
        let mut kept = begin;
        let mut pure = true;
        self.at = from;
        loop {
            let rest = self.bytes.get(self.at..self.eol).unwrap_or_default();
            let found = if quote == b'"' { memchr2(quote, b'\\', rest) } else { memchr(quote, rest) };
            let stop = self.at + found.unwrap_or(rest.len());
            let byte = found.and_then(|_| self.bytes.get(stop).copied());
            let twice = byte == Some(b'\'') && self.bytes.get(stop + 1) == Some(&b'\'');
            let closes = byte == Some(quote) && !twice;
            if closes {
                self.last = stop + 1;
            }
            if closes && pure {
                self.at = self.last;
                return (Slice::of(from, stop), true);
            }
            self.push(self.at, stop);
            if closes {
                self.at = self.last;
                return (self.tree.resolve(begin, from), true);
            }
            let first = std::mem::replace(&mut pure, false);
            if twice {
                self.tree.scratch.push('\'');
                self.at = stop + 2;
            } else if byte.is_some() && stop + 1 < self.eol {
                self.at = self.escape(stop + 1);
                kept = self.tree.scratch.len();
            } else if !self.wrap(byte.is_some(), kept, least) {
                let text = if first { Slice::of(from, self.last) } else { self.tree.resolve(begin, from) };
                return (text, false);
            }
        }
    }

    /// Goes to the next line of a text in quotes, joined to this one by a space or, after a backslash, without.
    fn wrap(&mut self, joined: bool, kept: usize, least: usize) -> bool {
        if !joined {
            let added = self.tree.scratch.get(kept..).unwrap_or_default();
            let len = kept + added.trim_end_matches([' ', '\t']).len();
            self.tree.scratch.truncate(len);
        }
        self.last = self.end;
        let mut blank = 0;
        while self.step() {
            if self.at < self.end {
                if self.indent < least {
                    return false;
                }
                if blank > 0 || !joined {
                    self.fold(blank);
                }
                return true;
            }
            blank += 1;
        }
        false
    }

    /// Adds the character for the escape whose backslash stands before `at`; gives one past it. What is no escape stays as it is.
    fn escape(&mut self, at: usize) -> usize {
        let (c, len) = match self.bytes.get(at) {
            Some(b'0') => ('\0', 1),
            Some(b'a') => ('\u{7}', 1),
            Some(b'b') => ('\u{8}', 1),
            Some(b't' | b'\t') => ('\t', 1),
            Some(b'n') => ('\n', 1),
            Some(b'v') => ('\u{b}', 1),
            Some(b'f') => ('\u{c}', 1),
            Some(b'r') => ('\r', 1),
            Some(b'e') => ('\u{1b}', 1),
            Some(b'N') => ('\u{85}', 1),
            Some(b'_') => ('\u{a0}', 1),
            Some(b'L') => ('\u{2028}', 1),
            Some(b'P') => ('\u{2029}', 1),
            Some(byte @ (b' ' | b'"' | b'/' | b'\\')) => (char::from(*byte), 1),
            Some(b'x') => self.code(at, 2),
            Some(b'u') => self.code(at, 4),
            Some(b'U') => self.code(at, 8),
            _ => ('\\', 0),
        };
        self.tree.scratch.push(c);
        at + len
    }

    /// `x1b`, `u003c`, `ud83d\ude00`, `U0001f600`: the character, and how many bytes it took.
    fn code(&self, at: usize, digits: usize) -> (char, usize) {
        let unit = |from: usize, len: usize| self.text.get(from..from + len).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let Some(first) = unit(at + 1, digits) else { return ('\\', 0) };
        if let 0xD800..0xDC00 = first
            && self.text.get(at + 5..at + 7) == Some("\\u")
            && let Some(second @ 0xDC00..0xE000) = unit(at + 7, 4)
        {
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 11);
        }
        (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 1 + digits)
    }
}
