//! Looking into a tree.

use crate::node::{Node, Slice, Tree};
use crate::place::Place;

/// What kind of value a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Keys with values.
    Map,
    /// Values.
    List,
    /// A text.
    Text,
    /// A number, `true`, `false`: as written.
    Plain,
    /// `null`, `~`, or nothing.
    Null,
    /// A container that was passed over.
    Skipped,
}

/// A value of a tree, with the text it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Value<'t> {
    pub(crate) tree: &'t Tree,
    pub(crate) text: &'t str,
    pub(crate) node: usize,
}

impl<'t> Value<'t> {
    fn node(self) -> Option<&'t Node> {
        self.tree.nodes.get(self.node)
    }

    fn slice(self, slice: Slice) -> &'t str {
        self.tree.characters(slice, self.text)
    }

    /// What kind of value it is.
    pub fn sort(self) -> Sort {
        self.node().map_or(Sort::Null, |node| node.sort)
    }

    /// Its key in the map it belongs to; empty in a list.
    pub fn key(self) -> &'t str {
        self.node().map_or("", |node| self.slice(node.key))
    }

    /// A scalar as text: what stands between the quotes, or the number as written. `None` for containers and null.
    pub fn str(self) -> Option<&'t str> {
        let node = self.node()?;
        matches!(node.sort, Sort::Text | Sort::Plain).then(|| self.slice(node.value))
    }

    /// A whole number.
    pub fn int(self) -> Option<i64> {
        self.str()?.parse().ok()
    }

    /// `true` or `false`.
    pub fn bool(self) -> Option<bool> {
        match self.str()? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// The value of a key; `None` if it is not there or null. Letters of either case match: kubectl 1.8 dumped Go's own names.
    pub fn get(self, key: &str) -> Option<Self> {
        self.children().find(|child| child.key().eq_ignore_ascii_case(key)).filter(|child| child.sort() != Sort::Null)
    }

    /// The value behind keys joined by dots: `spec.nodeName`.
    pub fn at(self, path: &str) -> Option<Self> {
        path.split('.').try_fold(self, Self::get)
    }

    /// What a map or list holds, in order.
    pub fn children(self) -> Children<'t> {
        let after = match self.node() {
            Some(node) if matches!(node.sort, Sort::Map | Sort::List) => node.after as usize,
            _ => 0,
        };
        Children { of: self, next: self.node + 1, after }
    }

    /// Where it stands: of a scalar in a map, from its key on.
    pub fn place(self) -> Place {
        let Some(node) = self.node() else { return Place::default() };
        let from = if node.key.is_empty() { node.value.at } else { node.key.at };
        Place { start: from as usize, end: node.value.end().max(from) as usize, line: node.line as usize }
    }
}

/// See [`Value::children`].
#[derive(Clone, Debug)]
pub struct Children<'t> {
    of: Value<'t>,
    next: usize,
    after: usize,
}

impl<'t> Iterator for Children<'t> {
    type Item = Value<'t>;

    fn next(&mut self) -> Option<Value<'t>> {
        if self.next >= self.after {
            return None;
        }
        let child = Value { node: self.next, ..self.of };
        self.next = child.node()?.after as usize;
        Some(child)
    }
}
