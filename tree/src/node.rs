//! The nodes of a tree, in the order of the text, in one vector that is used again for the next tree.

use crate::value::{Sort, Value};

/// A tree. Scalars without escapes are ranges of the text they were read from; the others lie in `scratch`.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) scratch: String,
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

/// A range of the text or of `scratch`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slice {
    pub(crate) start: u32,
    pub(crate) len: u32,
    pub(crate) escaped: bool,
    /// Where it stands in the text, also if its characters lie in `scratch`.
    pub(crate) at: u32,
}

impl Tree {
    /// Forgets the tree and keeps its memory.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.scratch.clear();
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
            node.value.len = short(end).saturating_sub(node.value.start);
        }
    }
}

/// Texts beyond 4 GiB are refused before they come here.
pub(crate) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
