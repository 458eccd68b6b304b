//! What no two nodes may have in common, and some have.

use crate::diagnose::finding::Proof;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::order::Map;
use crate::phrase;
use crate::span::Seen;
use crate::text::Phrase;

/// Nodes with one value.
pub struct Shared<'a> {
    /// The value.
    pub value: &'a str,
    /// The nodes, two or more.
    pub nodes: Vec<&'a Node>,
    /// Where each says so.
    pub evidence: Proof,
}

impl Shared<'_> {
    /// The names of the first two.
    pub fn pair(&self) -> (&str, &str) {
        let name = |at: usize| self.nodes.get(at).map_or("", |node| node.id.name.as_str());
        (name(0), name(1))
    }
}

/// The addresses or ranges that several nodes have; `label` is what the first line shows.
#[inline(never)]
pub fn shared(cluster: &Cluster, field: fn(&Node) -> Option<&Seen<String>>, label: fn() -> Phrase) -> Vec<Shared<'_>> {
    let mut by_value: Map<&str, Vec<(&Node, &Seen<String>)>> = Map::new();
    for node in cluster.nodes.values() {
        if let Some(seen) = field(node) {
            by_value.slot(seen.value.as_str(), Default::default).push((node, seen));
        }
    }
    // What was redacted is alike everywhere.
    let real = |value: &str| value.bytes().all(|it| it.is_ascii_hexdigit() || matches!(it, b'.' | b':' | b'/'));
    let several = by_value.into_iter().filter(|(value, nodes)| nodes.len() > 1 && real(value));
    several
        .filter_map(|(value, nodes)| {
            let ((_, first), rest) = nodes.split_first()?;
            let evidence =
                rest.iter().fold(Proof::new(first.span, label()), |proof, (_, seen)| proof.and(seen.span, phrase!("the same", "同上")));
            Some(Shared { value, nodes: nodes.iter().map(|(node, _)| *node).collect(), evidence })
        })
        .collect()
}
