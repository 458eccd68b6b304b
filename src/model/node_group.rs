//! What nodes have in common: role, zone, pool, version, runtime.

use crate::model::node::Node;

/// Labels that name the failure zone, the present one first. Source: kubernetes.io, "Well-Known Labels, Annotations and Taints".
const ZONE: [&str; 2] = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];

/// Labels by which providers name the group that a node was made from.
/// Sources: the documentation of EKS, GKE, AKS, Karpenter, ACK, TKE, `DigitalOcean`, OKE, kops and Cluster API.
const POOL: [&str; 11] = [
    "eks.amazonaws.com/nodegroup",
    "cloud.google.com/gke-nodepool",
    "kubernetes.azure.com/agentpool",
    "karpenter.sh/nodepool",
    "alibabacloud.com/nodepool-id",
    "cloud.tencent.com/node-pool-id",
    "doks.digitalocean.com/node-pool",
    "oci.oraclecloud.com/oke-node-pool-name",
    "kops.k8s.io/instancegroup",
    "cluster.x-k8s.io/pool-name",
    "node-pool",
];

/// The node's value of `role`, `zone`, `pool`, `version` or `runtime`; `None` where no text tells.
pub fn value(node: &Node, by: &str) -> Option<String> {
    let label = |names: &[&str]| names.iter().find_map(|name| node.labels.get(*name)).cloned();
    match by {
        "role" if node.is_control_plane() => Some("control-plane".to_owned()),
        "role" => Some(node.roles.iter().next().cloned().unwrap_or_else(|| "worker".to_owned())),
        "zone" => label(&ZONE),
        "pool" => label(&POOL),
        "version" => node.version.as_ref().map(|it| it.value.clone()),
        "runtime" => node.runtime.as_ref().map(|it| it.value.clone()),
        _ => None,
    }
}
