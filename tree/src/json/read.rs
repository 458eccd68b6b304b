//! One JSON value → a tree.

use crate::json::{Fault, blank, skip, strings};
use crate::node::{Slice, Tree};
use crate::value::Sort;

/// Deeper than this nothing is read: no object of an API goes there, and a paste must not exhaust the stack.
const DEEPEST: usize = 64;

/// What is passed over.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// The values of these keys, at any depth.
    pub skip: &'static [&'static str],
}

/// Reads the value at `from`, which stands `line` lines below the beginning, into an empty tree; gives one past its end, and the line
/// ends before that. Where the value is cut or broken, the tree holds what came before.
pub fn read(text: &str, from: usize, line: usize, filter: Filter, tree: &mut Tree) -> Result<(usize, usize), Fault> {
    tree.clear();
    let mut reading = Reading { text, bytes: text.as_bytes(), at: from, line, filter, tree };
    reading.value(Slice::default(), DEEPEST)?;
    Ok((reading.at, reading.line))
}

struct Reading<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: usize,
    filter: Filter,
    tree: &'a mut Tree,
}

impl Reading<'_> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn blank(&mut self) {
        self.at = blank(self.bytes, self.at, &mut self.line);
    }

    /// Passes over the comma that mostly follows at once.
    #[inline]
    fn comma(&mut self) {
        if self.peek() == Some(b',') {
            self.at += 1;
        }
    }

    fn value(&mut self, key: Slice, deepest: usize) -> Result<(), Fault> {
        match self.peek().ok_or(Fault::Cut)? {
            b'"' => {
                let value = self.string()?;
                self.tree.open(key, value, Sort::Text, self.line);
            }
            open @ (b'{' | b'[') if deepest > 0 => {
                let sort = if open == b'{' { Sort::Map } else { Sort::List };
                let node = self.tree.open(key, Slice::of(self.at, self.at), sort, self.line);
                let read = if open == b'{' { self.map(deepest - 1) } else { self.list(deepest - 1) };
                self.tree.close(node, self.at);
                read?;
            }
            b'{' | b'[' => self.pass(key)?,
            _ => {
                let end = skip::scalar(self.bytes, self.at)?;
                let word = self.text.get(self.at..end).unwrap_or_default();
                let sort = if word == "null" { Sort::Null } else { Sort::Plain };
                self.tree.open(key, Slice::of(self.at, end), sort, self.line);
                self.at = end;
            }
        }
        Ok(())
    }

    fn map(&mut self, deepest: usize) -> Result<(), Fault> {
        self.at += 1;
        loop {
            self.blank();
            match self.peek().ok_or(Fault::Cut)? {
                b'}' => break self.at += 1,
                b',' => {
                    self.at += 1;
                    continue;
                }
                b'"' => {}
                _ => return Err(Fault::Bad(self.at)),
            }
            let key = self.string()?;
            if self.bytes.get(self.at..self.at + 2) == Some(b": ") {
                self.at += 2;
            } else {
                self.blank();
                match self.peek().ok_or(Fault::Cut)? {
                    b':' => self.at += 1,
                    _ => return Err(Fault::Bad(self.at)),
                }
            }
            self.blank();
            let name = self.tree.characters(key, self.text);
            if self.filter.skip.contains(&name) {
                self.pass(key)?;
            } else {
                self.value(key, deepest)?;
            }
            self.comma();
        }
        Ok(())
    }

    fn list(&mut self, deepest: usize) -> Result<(), Fault> {
        self.at += 1;
        loop {
            self.blank();
            match self.peek().ok_or(Fault::Cut)? {
                b']' => break self.at += 1,
                b',' => self.at += 1,
                _ => {
                    self.value(Slice::default(), deepest)?;
                    self.comma();
                }
            }
        }
        Ok(())
    }

    fn pass(&mut self, key: Slice) -> Result<(), Fault> {
        let (end, lines) = skip::skip(self.bytes, self.at)?;
        self.tree.open(key, Slice::of(self.at, end), Sort::Skipped, self.line);
        self.at = end;
        self.line += lines;
        Ok(())
    }

    /// The string that begins here; leaves the position after its closing quote.
    #[inline]
    fn string(&mut self) -> Result<Slice, Fault> {
        let from = self.at + 1;
        let (end, escaped) = strings::end(self.bytes, from)?;
        self.at = end + 1;
        if !escaped {
            return Ok(Slice::of(from, end));
        }
        let start = self.tree.scratch.len();
        strings::unescape(self.text.get(from..end).unwrap_or_default(), &mut self.tree.scratch);
        Ok(self.tree.resolve(start, from))
    }
}
