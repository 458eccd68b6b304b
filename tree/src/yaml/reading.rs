//! The state of a reading: the line it stands on, and what it puts into the tree.

use crate::node::{Slice, Tree};
use crate::value::Sort;
use crate::yaml::scan::Kind;
use crate::yaml::{MOST_UNREAD, Outcome};

pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) tree: &'a mut Tree,
    pub(super) outcome: Outcome,
    /// The byte that is read next.
    pub(super) at: usize,
    /// What begins there.
    pub(super) kind: Kind,
    /// In which column.
    pub(super) indent: usize,
    /// The line it belongs to: its first byte, one past its last, the same without white space, and where the next one begins.
    pub(super) start: usize,
    pub(super) eol: usize,
    pub(super) end: usize,
    pub(super) next: usize,
    /// Line ends before this line, and before the next.
    pub(super) line: usize,
    pub(super) ahead: usize,
    /// One past the last byte that went into the tree.
    pub(super) last: usize,
    /// The line on which the document began.
    pub(super) first: usize,
    /// How far the whole document is indented; `None` before it begins.
    pub(super) base: Option<usize>,
    /// Where the document ended.
    pub(super) rest: usize,
    /// The line that was noted last.
    noted: Option<usize>,
}

/// The key of a value and the line on which it stands; nothing for an item of a list.
#[derive(Clone, Copy, Default)]
pub(super) struct Name {
    pub(super) key: Slice,
    pub(super) line: Option<usize>,
}

impl Name {
    /// A value without characters in its key stands where it begins itself.
    pub(super) fn new(key: Slice, line: usize) -> Self {
        Self { key, line: (!key.is_empty()).then_some(line) }
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, line: usize, tree: &'a mut Tree) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            tree,
            outcome: Outcome::default(),
            at: 0,
            kind: Kind::End,
            indent: 0,
            start: 0,
            eol: 0,
            end: 0,
            next: 0,
            line,
            ahead: line,
            last: 0,
            first: line,
            base: None,
            rest: text.len(),
            noted: None,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Puts a part of the text into the scratch.
    pub(super) fn push(&mut self, from: usize, to: usize) {
        self.tree.scratch.push_str(self.text.get(from..to).unwrap_or_default());
    }

    /// The line end between two lines of one text: a space, or the blank lines that stand there.
    pub(super) fn fold(&mut self, blank: usize) {
        if blank == 0 {
            self.tree.scratch.push(' ');
        } else {
            self.breaks(blank);
        }
    }

    pub(super) fn breaks(&mut self, count: usize) {
        self.tree.scratch.extend(std::iter::repeat_n('\n', count));
    }

    /// Begins a container at `at`.
    pub(super) fn open(&mut self, name: Name, sort: Sort) -> usize {
        let line = name.line.unwrap_or(self.line);
        self.tree.open(name.key, Slice::of(self.at, self.at), sort, line)
    }

    pub(super) fn close(&mut self, node: usize) {
        self.tree.close(node, self.last);
    }

    /// The line from `start` on was not understood. Lines come in order; one that comes again was noted before.
    pub(super) fn note(&mut self, start: usize) {
        if self.noted.is_some_and(|noted| start <= noted) {
            return;
        }
        self.noted = Some(start);
        self.outcome.unread_lines += 1;
        if self.outcome.unread.len() < MOST_UNREAD {
            self.outcome.unread.push(start);
        }
    }
}
