//! Maps and lists whose shape is their indentation.

use crate::node::Slice;
use crate::value::Sort;
use crate::yaml::reading::{Name, Reading};
use crate::yaml::scan::Kind;

impl Reading<'_> {
    /// The value that begins at `at`, which has been scanned. Its lines are indented by `least` or more.
    pub(super) fn block(&mut self, name: Name, least: usize, deepest: usize) {
        match self.kind {
            Kind::Dash | Kind::Key { .. } if deepest == 0 => self.pass(name, least),
            Kind::Dash => self.list(name, deepest - 1),
            Kind::Key { .. } => {
                let node = self.open(name, Sort::Map);
                self.entries(deepest - 1);
                self.close(node);
            }
            Kind::Other | Kind::End => self.value(name, least, deepest, false),
        }
    }

    /// A value on lines of its own. A text among keys or items of that depth is a remark (`[snip]`): it is noted, not read.
    pub(super) fn own(&mut self, name: Name, least: usize, deepest: usize) {
        while let Kind::Other = self.kind {
            let (nodes, scratch, from) = (self.tree.nodes.len(), self.tree.scratch.len(), self.start);
            self.block(name, least, deepest);
            let container = self.tree.nodes.get(nodes).is_some_and(|node| matches!(node.sort, Sort::Map | Sort::List));
            if matches!(self.kind, Kind::End) || self.indent < least || container && least == 0 {
                return;
            }
            self.tree.nodes.truncate(nodes);
            self.tree.scratch.truncate(scratch);
            self.miss_all(from, self.start);
        }
        self.block(name, least, deepest);
    }

    /// The keys from here on that stand in one column.
    pub(super) fn entries(&mut self, deepest: usize) {
        let mut column = Column::new(self);
        loop {
            self.settle(usize::MAX);
            match self.kind {
                Kind::Key { from, to, value } if column.holds(self.indent) => {
                    let (begin, line) = (self.start, self.line);
                    let Some(key) = self.key(from, to) else {
                        self.note(begin);
                        self.arrive();
                        continue;
                    };
                    // A key with a question mark may have ended on a later line.
                    self.at = value.max(self.at);
                    self.last = self.at;
                    self.value(Name::new(key, line), column.at + 1, deepest, true);
                }
                Kind::Key { .. } | Kind::Dash if self.indent > column.at => self.miss(),
                _ => return,
            }
        }
    }

    /// The items from here on whose dashes stand in one column.
    pub(super) fn list(&mut self, name: Name, deepest: usize) {
        let node = self.open(name, Sort::List);
        let mut column = Column::new(self);
        loop {
            self.settle(usize::MAX);
            match self.kind {
                Kind::Dash if column.holds(self.indent) => {
                    self.last = self.at + 1;
                    self.behind(Name::default(), column.at + 1, deepest);
                }
                Kind::Key { .. } | Kind::Dash if self.indent > column.at => self.miss(),
                _ => break,
            }
        }
        self.close(node);
    }

    /// What stands behind the dash or colon at `at`: a map or list may begin there as on a line of its own.
    fn behind(&mut self, name: Name, least: usize, deepest: usize) {
        self.at = self.blanks(self.at + 1);
        self.indent = self.at - self.start;
        self.scan();
        self.block(name, least, deepest);
    }

    /// The value of a key or item, from `at` on or on the lines below. The items of a key's list may stand below the key itself.
    fn value(&mut self, name: Name, least: usize, deepest: usize, of_key: bool) {
        let (hole, line) = (self.last, self.line);
        self.at = self.properties(self.at);
        if !self.bare() {
            return self.single(name, least, deepest);
        }
        self.next();
        let level = of_key && self.indent + 1 == least;
        // Behind a key with a question mark the colon begins the next line.
        if level && matches!(self.kind, Kind::Other) && self.peek() == Some(b':') && self.parts(self.at + 1) {
            self.last = self.at + 1;
            return self.behind(name, least, deepest);
        }
        self.settle(least);
        let level = of_key && self.indent + 1 == least && matches!(self.kind, Kind::Dash);
        if matches!(self.kind, Kind::End) || self.indent < least && !level {
            self.nothing(name, hole, line);
        } else {
            self.own(name, least - usize::from(level), deepest);
        }
    }

    /// A value that is no map or list by indentation.
    fn single(&mut self, name: Name, least: usize, deepest: usize) {
        let next = self.bytes.get(self.at + 1);
        match self.peek() {
            Some(b'[') => self.bracketed(name, least, deepest),
            // `{{` is a template's.
            Some(b'{') if next != Some(&b'{') => self.bracketed(name, least, deepest),
            Some(b'"' | b'\'') => {
                let (begin, line) = (self.start, name.line.unwrap_or(self.line));
                let (value, closed) = self.quoted(least.max(1));
                self.tree.open(name.key, value, Sort::Text, line);
                if closed {
                    self.finish();
                } else {
                    self.note(begin);
                    self.arrive();
                }
            }
            Some(b'|' | b'>') => match self.header() {
                Some(header) => self.literal(name, least, header),
                None => self.plain(name, least),
            },
            _ => self.plain(name, least),
        }
    }

    /// A key without a value.
    pub(super) fn nothing(&mut self, name: Name, at: usize, line: usize) {
        self.tree.open(name.key, Slice::of(at, at), Sort::Null, name.line.unwrap_or(line));
    }

    /// The characters of a key, without quotes; `None` if its closing quote is missing.
    fn key(&mut self, from: usize, to: usize) -> Option<Slice> {
        if matches!(self.bytes.get(from), Some(b'"' | b'\'')) {
            self.at = from;
            let (key, closed) = self.quoted(self.indent + 1);
            return closed.then_some(key);
        }
        let key = self.bytes.get(from..to).unwrap_or_default().trim_ascii_end();
        Some(Slice::of(from, from + key.len()))
    }

    /// Passes over a map or list that is too deep.
    fn pass(&mut self, name: Name, least: usize) {
        let node = self.open(name, Sort::Skipped);
        loop {
            self.last = self.end;
            self.next();
            if matches!(self.kind, Kind::End) || self.indent < least {
                break;
            }
        }
        self.close(node);
    }

    /// Passes over lines that are no entry and, being indented less than `least`, no value either.
    pub(super) fn settle(&mut self, least: usize) {
        while matches!(self.kind, Kind::Other) && self.indent < least {
            self.miss();
        }
    }
}

/// Where the entries of a map or list begin.
struct Column {
    at: usize,
    /// Who copies a part of a document often begins behind the indentation of its first line, so that only the second entry
    /// shows the column.
    open: bool,
    count: usize,
}

impl Column {
    fn new(reading: &Reading<'_>) -> Self {
        Self { at: reading.indent, open: reading.line == reading.first, count: 0 }
    }

    /// Whether the entry at this position belongs to it.
    fn holds(&mut self, indent: usize) -> bool {
        if self.open && self.count == 1 && indent > self.at {
            self.at = indent;
        }
        self.count += 1;
        indent == self.at
    }
}
