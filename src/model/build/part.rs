//! What is known of a part of a text as a whole: where it stands, what was asked, when it was printed.

use crate::model::pod::Pod;
use crate::parse::format::Context;
use crate::parse::objects::of_path::is_of_dump;
use crate::span::{Seen, Span};
use crate::time::Stamp;

/// A part.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its first line.
    pub first: Span,
    /// What was asked, and what the user said.
    pub context: Context,
    /// The newest instant at which something in it was observed.
    pub newest: Option<Seen<Stamp>>,
    /// Nodes that it lists, or names as those of pods; enough of them to tell the cluster.
    pub nodes: Vec<String>,
    /// Whether it lists every node there is.
    pub lists_nodes: bool,
    /// The cluster it is of.
    pub cluster: usize,
}

/// So many names are enough to tell a cluster by its nodes.
const NAMES: usize = 5_000;

impl Part {
    /// A part that begins.
    pub fn new(first: Span, context: &Context) -> Self {
        Self { first, context: context.clone(), newest: None, nodes: Vec::new(), lists_nodes: false, cluster: 0 }
    }

    /// Whether it is of a dump of the cluster.
    pub fn is_of_dump(&self) -> bool {
        self.context.asked.dump || is_of_dump(&self.context.path)
    }

    /// Moves "now" of the part forward.
    pub fn observed(&mut self, at: Option<Stamp>, span: Span) {
        if let Some(at) = at
            && self.newest.as_ref().is_none_or(|have| have.value < at)
        {
            self.newest = Some(Seen::new(at, span));
        }
    }

    /// Notes a node.
    pub fn node(&mut self, name: &str) {
        if self.nodes.len() < NAMES && self.nodes.last().is_none_or(|last| last != name) {
            self.nodes.push(name.to_owned());
        }
    }

    /// Notes the node that a pod is on.
    pub fn node_of(&mut self, pod: &Pod) {
        pod.node.iter().for_each(|node| self.node(&node.value));
    }
}

/// The parts in an order that does not depend on that of the inputs.
pub(super) struct Parts {
    /// In the order in which they were read.
    pub all: Vec<Part>,
    /// The digest of each source.
    pub digests: Vec<u64>,
}

impl Parts {
    /// One of them.
    pub fn get(&self, part: u32) -> Option<&Part> {
        self.all.get(part as usize)
    }

    /// When it was printed, as far as that is known.
    pub fn printed(&self, part: u32) -> Option<Stamp> {
        let part = self.get(part)?;
        part.context.told.as_ref().and_then(|told| told.at).or(part.newest.as_ref().map(|it| it.value))
    }

    /// The number of its source.
    pub fn source(&self, part: u32) -> u64 {
        let source = self.get(part).map_or(0, |it| it.first.source.0 as usize);
        self.digests.get(source).copied().unwrap_or_default()
    }
}
