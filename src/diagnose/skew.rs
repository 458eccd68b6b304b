//! Versions of kubelets against that of the API server.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::Proof;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::phrase;
use crate::span::Seen;

/// The API server's own version and its minor number; nothing where it was merely concluded from the kubelets.
pub fn server(cluster: &Cluster) -> Option<(&Seen<String>, u32)> {
    let version = cluster.version.as_ref()?;
    let own = cluster.nodes.values().all(|node| node.version.as_ref().is_none_or(|it| it.span != version.span));
    Some((version, minor(&version.value)?)).filter(|_| own)
}

/// The nodes whose kubelet's minor number is so, and the proof: the server first.
#[inline(never)]
pub fn kubelets<'a>(cluster: &'a Cluster, server: &Seen<String>, is_so: &dyn Fn(u32) -> bool) -> Option<(Vec<&'a Node>, Proof)> {
    let so = |node: &&Node| node.version.as_ref().and_then(|it| minor(&it.value)).is_some_and(is_so);
    let nodes: Vec<&Node> = cluster.nodes.values().filter(so).collect();
    let mut proof = Proof::new(server.span, phrase!("the API server is {version}", "API 服务器为 {version}", version = server.value));
    for version in nodes.iter().take(4).filter_map(|node| node.version.as_ref()) {
        proof = proof.and(version.span, phrase!("a kubelet of {version}", "kubelet 为 {version}", version = version.value));
    }
    (!nodes.is_empty()).then_some((nodes, proof))
}
