//! Where the text places each pod: on a node by its own row, by the name of a static pod, or on none.

use crate::diagnose::scheduler::waits;
use crate::model::cluster::Cluster;
use crate::model::component::Placement;
use crate::model::pod::Pod;
use crate::order;
use crate::order::{Map, Set};

/// All nodes that the text shows in any way, and the pods whose rows tell none.
#[derive(Debug)]
pub struct Placing<'a> {
    /// The names of the nodes, in order.
    pub nodes: Vec<&'a str>,
    /// Static pods whose names end with that of a node, by node.
    pub by_name: Map<&'a str, Vec<&'a Pod>>,
    /// Pods that wait for a node.
    pub waiting: Vec<&'a Pod>,
    /// Pods of which the text does not tell the node.
    pub unplaced: Vec<&'a Pod>,
}

/// Places every pod.
pub fn placing(cluster: &Cluster) -> Placing<'_> {
    let members = cluster.topology.control_plane.iter().map(|it| &it.node);
    let mut nodes: Vec<&str> = cluster.nodes.keys().chain(cluster.on_node.keys()).chain(members).map(String::as_str).collect();
    order::sort(&mut nodes);
    nodes.dedup();
    let all: Set<&str> = nodes.iter().copied().collect();
    let mut placing = Placing { nodes, by_name: Map::new(), waiting: Vec::new(), unplaced: Vec::new() };
    for pod in cluster.pods.values().filter(|it| it.node.is_none()) {
        match static_node(pod, &all) {
            Some(name) => placing.by_name.slot(name, Vec::new).push(pod),
            None if waits(pod) && pod.status.is_some() => placing.waiting.push(pod),
            None => placing.unplaced.push(pod),
        }
    }
    placing
}

/// The node of a static pod whose row does not tell it: its name ends with the node's.
fn static_node<'a>(pod: &Pod, nodes: &Set<&'a str>) -> Option<&'a str> {
    let is_static = pod.component.as_ref().is_some_and(|it| it.placement == Placement::Static);
    // The longest end comes first.
    let mut ends = pod.id.name.match_indices('-').filter(|_| is_static).filter_map(|(at, _)| pod.id.name.get(at + 1..));
    ends.find_map(|end| nodes.get(end).copied())
}
