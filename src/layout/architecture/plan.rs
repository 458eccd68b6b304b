//! What is to be drawn, before anything has a place: cards, columns, services.
//! Knows the report; knows no coordinates.

use crate::layout::card::Card;
use crate::model::component::Role;
use crate::model::topology::Quorum;

/// A node drawn in full.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub node: Card,
    /// Control-plane components in the order of [`Role`].
    pub control_plane: Vec<(Role, Card)>,
    pub every_node: Vec<Card>,
    pub workloads: Vec<Card>,
}

/// The way in: kubectl and the address that it uses.
#[derive(Clone, Debug)]
pub struct Entry {
    pub kubectl: Card,
    pub endpoint: Card,
    /// The node whose API server is the only one behind the address; `None` where it may be any.
    pub only: Option<String>,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub entry: Option<Entry>,
    pub control_plane: Vec<Column>,
    pub workers: Vec<Column>,
    /// Nodes drawn as one card each.
    pub tiles: Vec<Card>,
    pub quorum: Option<(Card, Quorum)>,
    /// Whether each API server talks to the etcd of its own node.
    pub stacked: bool,
    /// The address at which it does, where a described API server shows it.
    pub etcd_address: Option<String>,
    pub services: Vec<Card>,
    pub notes: Option<Card>,
}
