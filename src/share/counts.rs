//! The cluster in numbers. Counts what the text showed; what it could not show stays `None`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::cluster::Cluster;
use crate::model::node::Node;

/// How many nodes there are, and of which sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NodeCounts {
    /// Nodes in the text.
    pub total: usize,
    /// Those that decide; `None` where some node's roles are not shown.
    pub control_plane: Option<usize>,
    /// All the others.
    pub worker: Option<usize>,
    /// Those whose STATUS says Ready; `None` where some node's status is not shown.
    pub ready: Option<usize>,
}

impl NodeCounts {
    /// Counts the nodes of a cluster.
    pub fn of(cluster: &Cluster) -> Self {
        let total = cluster.nodes.len();
        let roles_known = total > 0 && cluster.nodes.values().all(|node| node.roles_seen.is_some());
        let control_plane = roles_known.then(|| cluster.nodes.values().filter(|node| node.is_control_plane()).count());
        let ready: Option<Vec<bool>> = cluster.nodes.values().map(Node::is_ready).collect();
        Self {
            total,
            control_plane,
            worker: control_plane.map(|deciding| total - deciding),
            ready: ready.filter(|_| total > 0).map(|all| all.into_iter().filter(|ready| *ready).count()),
        }
    }
}

/// Pods by STATUS, as kubectl prints it; pods whose status is not shown are in none.
pub fn pods_by_status(cluster: &Cluster) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for status in cluster.pods.values().filter_map(|pod| pod.status.as_ref()) {
        *counts.entry(status.value.as_str()).or_default() += 1;
    }
    counts
}

/// Objects by kind.
pub fn objects_by_kind(cluster: &Cluster) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    let nodes = cluster.nodes.values().map(|node| &node.id);
    for object in nodes.chain(cluster.pods.keys()).chain(cluster.others.keys()) {
        *counts.entry(object.kind.name()).or_default() += 1;
    }
    counts
}
