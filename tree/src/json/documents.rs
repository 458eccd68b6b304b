//! A stream of JSON documents → the objects in them, one at a time: a document itself, or the items of a list.
//! Needs no more text at a time than one object.

use crate::json::{Fault, Filter, blank, read, skip, strings};
use crate::node::Tree;

/// Walks a text that is given bit by bit. Positions count from the beginning of the text that is at hand.
#[derive(Clone, Debug)]
pub struct Documents {
    at: usize,
    line: usize,
    state: State,
    head: Head,
}

/// What stands in a document beside its items, as far as it was met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// `kind` of the document.
    pub kind: Option<String>,
    /// Whether it is a list that the server gave in pieces, and this is not the last.
    pub goes_on: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Between documents.
    Between,
    /// In the map of a document that begins there.
    Document { start: usize, line: usize, list: bool },
    /// In the items of a list; `array` where the document is nothing but an array.
    Items { array: bool },
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An object, now in the tree: its range, and the line ends before it.
    Object {
        /// First byte.
        start: usize,
        /// One past its last byte.
        end: usize,
        /// Line ends before it.
        line: usize,
        /// Whether it is an item of a list rather than a document.
        item: bool,
        /// The byte from which on nothing of it could be read.
        broken: Option<usize>,
    },
    /// The text at hand ends inside an object, or after one: give more.
    More,
    /// A list has ended.
    ListEnd,
    /// Nothing more: what stands here begins no document.
    Done,
    /// This cannot stand here; the rest of the document is lost.
    Bad,
}

impl Documents {
    /// Begins at a byte of the text, `line` line ends after where lines are counted from.
    pub fn new(at: usize, line: usize) -> Self {
        Self { at, line, state: State::Between, head: Head::default() }
    }

    /// Where reading goes on.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Line ends before [`at`](Self::at).
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is known of the document at hand.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Whether the text at hand ended inside a list.
    pub fn in_list(&self) -> bool {
        matches!(self.state, State::Items { .. } | State::Document { list: true, .. })
    }

    /// The first byte that is still needed, and the line ends before it.
    pub fn needed(&self) -> (usize, usize) {
        match self.state {
            State::Document { start, line, list: false } => (start, line),
            _ => (self.at, self.line),
        }
    }

    /// The object that the text at hand ends in: where it begins, and the line ends before.
    pub fn unfinished(&self, text: &str) -> Option<(usize, usize)> {
        match self.state {
            State::Between => None,
            State::Document { start, line, list } => (!list).then_some((start, line)),
            State::Items { .. } => {
                let mut line = self.line;
                let at = blank(text.as_bytes(), self.at, &mut line);
                (text.as_bytes().get(at) == Some(&b'{')).then_some((at, line))
            }
        }
    }

    /// Tells that so many bytes and lines were taken away in front of the text.
    pub fn shift(&mut self, bytes: usize, lines: usize) {
        self.at -= bytes;
        self.line -= lines;
        if let State::Document { start, line, .. } = &mut self.state {
            *start = start.saturating_sub(bytes);
            *line = line.saturating_sub(lines);
        }
    }

    /// Finds what comes next in the text at hand. An object is read into the tree.
    pub fn next(&mut self, text: &str, filter: Filter, tree: &mut Tree) -> Step {
        let bytes = text.as_bytes();
        loop {
            let mut line = self.line;
            let at = blank(bytes, self.at, &mut line);
            let Some(byte) = bytes.get(at) else { return Step::More };
            match self.state {
                State::Between => {
                    let state = match byte {
                        b'{' => State::Document { start: at, line, list: false },
                        b'[' => State::Items { array: true },
                        _ => return Step::Done,
                    };
                    self.head = Head::default();
                    self.go(at + 1, line, state);
                }
                State::Document { start, line: first, list } => match byte {
                    b',' => self.go(at + 1, line, self.state),
                    b'}' => {
                        self.go(at + 1, line, State::Between);
                        if list {
                            return Step::ListEnd;
                        }
                        let broken = match read(text, start, first, filter, tree) {
                            Err(Fault::Bad(at)) => Some(at),
                            _ => None,
                        };
                        return Step::Object { start, end: at + 1, line: first, item: false, broken };
                    }
                    b'"' => match self.field(bytes, at, line) {
                        Ok(()) => {}
                        Err(Fault::Cut) => return Step::More,
                        Err(Fault::Bad(_)) => return self.bad(),
                    },
                    // A second brace where a key should be: someone typed it. The document begins here.
                    b'{' if !list => self.go(at + 1, line, State::Document { start: at, line, list: false }),
                    _ => return self.bad(),
                },
                State::Items { array } => match byte {
                    b',' => self.go(at + 1, line, self.state),
                    b']' => {
                        let state = if array { State::Between } else { State::Document { start: at, line, list: true } };
                        self.go(at + 1, line, state);
                        if array {
                            return Step::ListEnd;
                        }
                    }
                    b'{' => return self.item(text, at, line, filter, tree),
                    _ => match skip::skip(bytes, at) {
                        Ok((end, lines)) => self.go(end, line + lines, self.state),
                        Err(Fault::Cut) => return Step::More,
                        Err(Fault::Bad(_)) => return self.bad(),
                    },
                },
            }
        }
    }

    /// An item that begins there. One that is broken ends where its brackets say.
    fn item(&mut self, text: &str, at: usize, line: usize, filter: Filter, tree: &mut Tree) -> Step {
        let (end, last, broken) = match read(text, at, line, filter, tree) {
            Ok((end, last)) => (end, last, None),
            Err(fault) => match (skip::skip(text.as_bytes(), at), fault) {
                (Ok((end, lines)), Fault::Bad(byte)) => (end, line + lines, Some(byte)),
                (Ok((end, lines)), Fault::Cut) => (end, line + lines, None),
                (Err(_), _) => return Step::More,
            },
        };
        self.go(end, last, self.state);
        Step::Object { start: at, end, line, item: true, broken }
    }

    fn go(&mut self, at: usize, line: usize, state: State) {
        (self.at, self.line, self.state) = (at, line, state);
    }

    fn bad(&mut self) -> Step {
        self.state = State::Between;
        Step::Bad
    }

    /// A key of the document with its value; goes into `items`, over everything else.
    fn field(&mut self, bytes: &[u8], at: usize, line: usize) -> Result<(), Fault> {
        let mut line = line;
        let (end, _) = strings::end(bytes, at + 1)?;
        let key = bytes.get(at + 1..end).unwrap_or_default();
        let colon = blank(bytes, end + 1, &mut line);
        if *bytes.get(colon).ok_or(Fault::Cut)? != b':' {
            return Err(Fault::Bad(colon));
        }
        let value = blank(bytes, colon + 1, &mut line);
        if key.eq_ignore_ascii_case(b"items") && *bytes.get(value).ok_or(Fault::Cut)? == b'[' {
            self.go(value + 1, line, State::Items { array: false });
            return Ok(());
        }
        let (end, lines) = skip::skip(bytes, value)?;
        let text = || bytes.get(value + 1..end - 1).and_then(|it| std::str::from_utf8(it).ok()).map(str::to_owned);
        match key {
            b"kind" => self.head.kind = text(),
            b"metadata" => {
                let empty =
                    |at: usize| bytes.get(at..end).is_none_or(|rest| rest.split(|byte| *byte == b'"').nth(1).is_none_or(<[u8]>::is_empty));
                let found = memchr::memmem::find(bytes.get(value..end).unwrap_or_default(), b"\"continue\":");
                self.head.goes_on = found.is_some_and(|at| !empty(value + at + 11));
            }
            _ => {}
        }
        self.go(end, line + lines, self.state);
        Ok(())
    }
}
