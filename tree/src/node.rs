//! The nodes of a tree, in the order of the text, in one vector that is used again for the next tree.

use crate::value::{Sort, Value};

/// A tree. Scalars without escapes are ranges of the text they were read from; the others lie in `scratch`.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) scratch: String,
    /// The ranges of `scratch`: beginnings and ends.
    resolved: Vec<(u32, u32)>,
}

/// One value with its key. The first child of a container follows it; `after` is one past its last descendant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) key: Slice,
    pub(crate) value: Slice,
    pub(crate) sort: Sort,
    /// Line ends between the beginning of the text and the value.
    pub(crate) line: u32,
    pub(crate) after: u32,
}

/// A range of the text; its characters may lie in `scratch`. Small: there are two in every node, and nodes are made by the million.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slice {
    /// Where it stands in the text.
    pub(crate) at: u32,
    /// Its length; or, marked, the place of its range in `resolved`.
    len: u32,
}

/// Marks a length that is a place in `resolved`.
const RESOLVED: u32 = 1 << 31;

impl Slice {
    /// A range of the text.
    #[inline]
    pub(crate) fn of(from: usize, to: usize) -> Self {
        Self { at: short(from), len: short(to.saturating_sub(from)) & !RESOLVED }
    }

    /// Whether there is nothing, not even quotes.
    pub(crate) fn is_empty(self) -> bool {
        self.len == 0
    }

    /// One past its end in the text. Where an escaped text ends is not known: it begins where its quote does.
    pub(crate) fn end(self) -> u32 {
        if self.len & RESOLVED == 0 { self.at + self.len } else { self.at }
    }
}

impl Tree {
    /// Forgets the tree and keeps its memory.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.scratch.clear();
        self.resolved.clear();
    }

    /// Characters that were put into the scratch from `begin` on; in the text they begin at `at`.
    pub(crate) fn resolve(&mut self, begin: usize, at: usize) -> Slice {
        let place = short(self.resolved.len());
        self.resolved.push((short(begin), short(self.scratch.len())));
        Slice { at: short(at), len: place | RESOLVED }
    }

    /// The characters of a range.
    pub(crate) fn characters<'t>(&'t self, slice: Slice, text: &'t str) -> &'t str {
        let (text, from, to) = if slice.len & RESOLVED == 0 {
            (text, slice.at, slice.end())
        } else {
            let (from, to) = self.resolved.get((slice.len & !RESOLVED) as usize).copied().unwrap_or_default();
            (self.scratch.as_str(), from, to)
        };
        text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The root, over the text that the tree was read from; `None` for an empty tree.
    pub fn root<'t>(&'t self, text: &'t str) -> Option<Value<'t>> {
        (!self.nodes.is_empty()).then_some(Value { tree: self, text, node: 0 })
    }

    /// Of a tree whose text was cut: drops the last field of the root, which may lack a part that would say otherwise.
    pub fn drop_unfinished(&mut self) {
        let mut at = 1;
        let mut last = at;
        while let Some(node) = self.nodes.get(at) {
            last = at;
            at = (node.after as usize).max(at + 1);
        }
        self.nodes.truncate(last);
        let end = short(last);
        if let Some(root) = self.nodes.first_mut() {
            root.after = end;
        }
    }

    /// Adds a node whose children, if any, follow; closed by [`close`](Self::close). Gives its index.
    pub(crate) fn open(&mut self, key: Slice, value: Slice, sort: Sort, line: usize) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { key, value, sort, line: short(line), after: short(at + 1) });
        at
    }

    /// Ends a node: what follows is no child of it; `end` is one past its last byte.
    pub(crate) fn close(&mut self, at: usize, end: usize) {
        let after = short(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(at) {
            node.after = after;
            node.value = Slice::of(node.value.at as usize, end);
        }
    }
}

/// Texts beyond 4 GiB are refused before they come here.
pub(crate) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
