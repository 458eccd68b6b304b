//! A document from its first line to its last, also if it is only a part of one.

use crate::node::{Node, Slice, short};
use crate::value::Sort;
use crate::yaml::DEEPEST;
use crate::yaml::reading::{Name, Reading};
use crate::yaml::scan::Kind;

impl Reading<'_> {
    pub(super) fn document(&mut self) {
        if !self.begin() {
            return;
        }
        self.own(Name::default(), 0, DEEPEST);
        loop {
            self.settle(usize::MAX);
            if matches!(self.kind, Kind::End) {
                break;
            }
            self.go_on();
        }
        self.miss_all(self.rest, self.bytes.len());
    }

    /// Goes to the first line that says something.
    fn begin(&mut self) -> bool {
        while self.step() {
            let base = self.indent;
            if self.marker() {
                self.at = self.blanks(self.at + 3);
                self.indent = self.at - self.start;
            }
            if self.at < self.end && !self.remark() && !self.directive() {
                self.base = Some(base);
                self.first = self.line;
                self.arrive();
                return true;
            }
        }
        false
    }

    /// `%YAML 1.2`, which may stand before a document.
    fn directive(&self) -> bool {
        self.bytes.get(self.at..self.end).is_some_and(|line| line.starts_with(b"%YAML ") || line.starts_with(b"%TAG "))
    }

    /// The root is over, but keys or items follow: the text begins inside a document, and these belong to one of its outer levels.
    fn go_on(&mut self) {
        self.base = self.base.map(|base| base.min(self.indent));
        if self.tree.nodes.first().is_none_or(|root| root.sort != Sort::Map) {
            self.enclose();
        }
        match self.kind {
            Kind::Dash => self.list(Name::default(), DEEPEST - 1),
            _ => self.entries(DEEPEST - 1),
        }
        self.close(0);
    }

    /// Makes the root the only child of a map without its key.
    fn enclose(&mut self) {
        for node in &mut self.tree.nodes {
            node.after += 1;
        }
        let Some(root) = self.tree.nodes.first() else { return };
        let (value, line, after) = (Slice::of(root.value.at as usize, root.value.at as usize), root.line, short(self.tree.nodes.len() + 1));
        self.tree.nodes.insert(0, Node { key: Slice::default(), value, sort: Sort::Map, line, after });
    }
}
