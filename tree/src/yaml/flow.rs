//! Maps and lists in brackets, on one line or several.

use crate::node::Slice;
use crate::value::Sort;
use crate::yaml::plain;
use crate::yaml::reading::{Name, Reading};

/// Why a value in brackets was not read to its end.
pub(super) enum Broken {
    /// The byte at this position cannot stand there.
    Here,
    /// The line at this position is no part of it, or the text is over.
    Before,
}

impl Reading<'_> {
    /// The map or list in brackets at `at`, as the value of a key or item.
    pub(super) fn bracketed(&mut self, name: Name, least: usize, deepest: usize) {
        let begin = self.start;
        match self.container(name, least, deepest) {
            Ok(()) => self.finish(),
            Err(Broken::Here) => self.miss(),
            Err(Broken::Before) => {
                self.note(begin);
                self.arrive();
            }
        }
    }

    fn container(&mut self, name: Name, least: usize, deepest: usize) -> Result<(), Broken> {
        let map = self.peek() == Some(b'{');
        let sort = match deepest {
            0 => Sort::Skipped,
            _ if map => Sort::Map,
            _ => Sort::List,
        };
        let node = self.open(name, sort);
        let read = match deepest {
            0 => self.pass_brackets(least),
            _ if map => self.pairs(least, deepest - 1),
            _ => self.items(least, deepest - 1),
        };
        self.close(node);
        read
    }

    fn pass_brackets(&mut self, least: usize) -> Result<(), Broken> {
        let mut depth = 0_usize;
        loop {
            match self.token(least)? {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                _ => {}
            }
            self.pass_byte();
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn pairs(&mut self, least: usize, deepest: usize) -> Result<(), Broken> {
        self.pass_byte();
        loop {
            match self.token(least)? {
                b'}' => break,
                b',' => self.at += 1,
                b'?' if self.parts(self.at + 1) => self.at += 1,
                b']' | b'[' | b'{' => return Err(Broken::Here),
                _ => {
                    let line = self.line;
                    let (key, _, end) = self.scalar(least);
                    end?;
                    self.pair(key, line, least, deepest)?;
                }
            }
        }
        self.pass_byte();
        Ok(())
    }

    fn items(&mut self, least: usize, deepest: usize) -> Result<(), Broken> {
        self.pass_byte();
        loop {
            match self.token(least)? {
                b']' => break,
                b',' => self.at += 1,
                b'}' => return Err(Broken::Here),
                _ => self.element(Name::default(), true, least, deepest)?,
            }
        }
        self.pass_byte();
        Ok(())
    }

    /// A key with what follows it.
    fn pair(&mut self, key: Slice, line: usize, least: usize, deepest: usize) -> Result<(), Broken> {
        let name = Name::new(key, line);
        let hole = if key.is_empty() { key.at as usize } else { self.last };
        match self.token(least) {
            Ok(b':') => {
                self.pass_byte();
                self.element(name, false, least, deepest)
            }
            other => {
                self.nothing(name, hole, line);
                other.map(|_| ())
            }
        }
    }

    /// The value of a key, or an item.
    fn element(&mut self, name: Name, item: bool, least: usize, deepest: usize) -> Result<(), Broken> {
        let (hole, line) = (if item { self.at } else { self.last }, self.line);
        let token = self.token(least).and_then(|_| {
            self.at = self.properties(self.at);
            self.token(least)
        });
        match token {
            Ok(b'[' | b'{') => return self.container(name, least, deepest),
            Ok(b',' | b']' | b'}') | Err(_) => {
                self.nothing(name, hole, line);
                return token.map(|_| ());
            }
            Ok(_) => {}
        }
        let (at, line) = (self.at, self.line);
        let (value, sort, end) = self.scalar(least);
        // `[a: 1]`: an item that is a map with one key.
        if item && end.is_ok() && self.at < self.end && self.peek() == Some(b':') {
            if deepest == 0 {
                return Err(Broken::Here);
            }
            let node = self.tree.open(name.key, Slice::of(at, at), Sort::Map, line);
            let read = self.pair(value, line, least, deepest - 1);
            self.close(node);
            return read;
        }
        self.tree.open(name.key, value, sort, name.line.unwrap_or(line));
        end
    }

    /// A text or word. Its end is an error where the closing quote is missing, or nothing follows.
    fn scalar(&mut self, least: usize) -> (Slice, Sort, Result<(), Broken>) {
        if !matches!(self.peek(), Some(b'"' | b'\'')) {
            return self.word(least);
        }
        let (value, closed) = self.quoted(least);
        let end = if closed { self.token(least).map(|_| ()) } else { Err(Broken::Before) };
        (value, Sort::Text, end)
    }

    fn word(&mut self, least: usize) -> (Slice, Sort, Result<(), Broken>) {
        let (from, begin) = (self.at, self.tree.scratch.len());
        let to = self.word_end();
        self.at = to;
        self.last = to;
        let mut folded = false;
        loop {
            let line = self.start;
            let token = self.token(least);
            let goes_on = self.start != line && matches!(token, Ok(byte) if !matches!(byte, b',' | b']' | b'}' | b'[' | b'{' | b':'));
            if !goes_on {
                let word = self.text.get(from..to).unwrap_or_default();
                let (value, sort) =
                    if folded { (self.tree.resolve(begin, from), Sort::Text) } else { (Slice::of(from, to), plain::sort(word)) };
                return (value, sort, token.map(|_| ()));
            }
            if !folded {
                self.push(from, to);
                folded = true;
            }
            self.fold(0);
            let end = self.word_end();
            self.push(self.at, end);
            self.at = end;
            self.last = end;
        }
    }

    /// Where the word at `at` ends on this line.
    fn word_end(&self) -> usize {
        let mut at = self.at;
        // One past the last byte that is no white space.
        let mut to = at;
        while at < self.end {
            match self.bytes.get(at) {
                Some(b',' | b'[' | b']' | b'{' | b'}') => break,
                Some(b':') if self.parts(at + 1) || matches!(self.bytes.get(at + 1), Some(b',' | b'[' | b']' | b'{' | b'}')) => break,
                Some(b'#') if to < at => break,
                Some(b' ' | b'\t') => {}
                _ => to = at + 1,
            }
            at += 1;
        }
        to
    }

    /// The byte that comes next, past white space, comments and line ends. A bracket or comma may be indented less.
    fn token(&mut self, least: usize) -> Result<u8, Broken> {
        loop {
            self.at = self.blanks(self.at);
            match self.peek() {
                Some(b'#') if self.at < self.end && (self.at == self.start || self.parts(self.at - 1)) => {}
                Some(byte) if self.at < self.end => return Ok(byte),
                _ => {}
            }
            if !self.step()
                || self.at < self.end && self.indent < least && !matches!(self.peek(), Some(b']' | b'}' | b',' | b'[' | b'{' | b'#'))
            {
                return Err(Broken::Before);
            }
        }
    }

    fn pass_byte(&mut self) {
        self.at += 1;
        self.last = self.at;
    }
}
