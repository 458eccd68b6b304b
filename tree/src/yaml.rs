//! YAML, as kubectl, oc and the printers beneath them write it, and as people write it in manifests: a whole document, one
//! item of a list, or any other run of lines.
//!
//! Own code instead of a YAML crate because every value must know its place (the page quotes the line that proves a fact),
//! because a paste that is cut or was edited by hand must give everything before and after the bad line where a library fails
//! as a whole, because a run of lines from the middle of a document is no document, and because a library costs 60 to 150 KB
//! of compressed WebAssembly, up to a fifth of the page's budget.
//!
//! Where YAML forbids what people write anyway, the likely meaning is read: `key: a: b` is the text `a: b`, and `{{ x }}` is
//! text. Anchors and tags are dropped, an alias is its own name as text: expanding it could exhaust the memory.

mod block;
mod document;
mod flow;
mod lines;
mod literal;
mod plain;
mod quoted;
mod reading;
mod scan;

use crate::node::Tree;
use crate::yaml::reading::Reading;

/// Deeper than this nothing is read: no object of an API goes there, and a paste must not exhaust the stack.
const DEEPEST: usize = 64;

/// So many lines that were not understood are kept; the others are counted.
const MOST_UNREAD: usize = 20;

/// What a reading left over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Where the first lines that could not be understood begin, in order; of a quote or bracket without an end, its first line.
    pub unread: Vec<usize>,
    /// How many there are.
    pub unread_lines: usize,
}

/// Reads one document, or a run of lines of one, into an empty tree. `line` is how many line ends stand before the text.
///
/// Total: a line that fits nowhere is noted, and reading goes on with the next one that fits. The root of a text that begins in
/// the middle of a document is a map of what is there; what had its key before the beginning has an empty key.
pub fn read(text: &str, line: usize, tree: &mut Tree) -> Outcome {
    tree.clear();
    let mut reading = Reading::new(text, line, tree);
    reading.document();
    reading.outcome
}
