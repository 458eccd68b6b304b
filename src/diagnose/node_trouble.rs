//! Why a node is not Ready, as far as the text tells: several rules share the cases between them, so that each node has one finding.

use crate::diagnose::look::{line, reason};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::log_fact::LogFact;
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::span::Span;

/// What is the matter with a node that is not Ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its kubelet does not report any more.
    Silent,
    /// Its kubelet reports that the pod network is not ready.
    Network,
    /// Nothing tells but this: the network agent on it fails.
    NetworkAgent,
    /// Its kubelet reports that the container runtime does not answer.
    Runtime,
    /// The text does not tell.
    Untold,
}

/// The trouble of a node whose STATUS is not Ready, and the line that tells it best.
#[inline(never)]
pub fn trouble(cluster: &Cluster, node: &Node) -> Option<(Trouble, Span)> {
    if node.is_ready() != Some(false) {
        return None;
    }
    let status = node.status.as_ref()?;
    // A description that is older than the table may still say that all is well.
    if let Some(ready) = node.conditions.get("Ready").filter(|it| it.value.status != "True") {
        let message = ready.value.message.as_deref().unwrap_or_default();
        if ready.value.status == "Unknown" {
            return Some((Trouble::Silent, ready.span));
        }
        if RUNTIME.iter().any(|words| message.contains(words)) {
            return Some((Trouble::Runtime, ready.span));
        }
        if NETWORK.iter().any(|words| message.contains(words)) {
            return Some((Trouble::Network, ready.span));
        }
    }
    if let Some(taint) = node.taints.iter().flatten().find(|it| it.value.starts_with("node.kubernetes.io/unreachable")) {
        return Some((Trouble::Silent, taint.span));
    }
    for (signature, trouble) in [("node-runtime-down", Trouble::Runtime), ("node-cni-not-initialised", Trouble::Network)] {
        if let Some(fact) = kubelet_says(cluster, node, signature).next() {
            return Some((trouble, fact.last_span));
        }
    }
    if let Some(agent) = failing_agent(cluster, node) {
        return Some((Trouble::NetworkAgent, line(agent)));
    }
    Some((Trouble::Untold, status.span))
}

/// What the kubelet writes into the condition Ready. Source: kubelet `runtime.go` (`errors`), `kubelet.go` (`updateRuntimeUp`).
const RUNTIME: [&str; 4] = ["container runtime is down", "PLEG is not healthy", "container runtime not ready", "RuntimeReady=false"];
const NETWORK: [&str; 5] = [
    "cni plugin not initialized",
    "network plugin is not ready",
    "NetworkPluginNotReady",
    "cni config uninitialized",
    "NetworkReady=false",
];

/// Facts of a kubelet's log that is this node's: by its host name, or because there is but one node.
pub fn kubelet_says<'a>(cluster: &'a Cluster, node: &'a Node, signature: &'static str) -> impl Iterator<Item = &'a LogFact> {
    let name = node.id.name.as_str();
    let alone = cluster.nodes.len() == 1;
    let own = move |host: &str| alone || host == name || host.split('.').next() == name.split('.').next();
    cluster.logs.iter().filter(move |it| {
        let kubelet = it.program.as_deref().is_none_or(|it| it.starts_with("kubelet")) && it.namespace.is_none();
        it.signature == signature && kubelet && it.name.as_deref().map_or(alone, own)
    })
}

/// The network agents on a node, as far as the text tells where they run.
pub fn agents_on<'a>(cluster: &'a Cluster, node: &'a Node) -> impl Iterator<Item = &'a Pod> {
    let alone = cluster.nodes.len() == 1;
    let name = node.id.name.as_str();
    // On the only node there is, wherever the text leaves it open.
    let open = alone.then(|| cluster.pods.values().filter(|pod| pod.node.is_none())).into_iter().flatten();
    cluster.pods_on(name).chain(open).filter(|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::Cni))
}

/// The network agent on a node that is plainly broken.
pub fn failing_agent<'a>(cluster: &'a Cluster, node: &'a Node) -> Option<&'a Pod> {
    agents_on(cluster, node).find(|pod| fails(pod))
}

/// Whether a pod cannot run: not merely not ready yet.
pub fn fails(pod: &Pod) -> bool {
    matches!(
        reason(pod),
        "CrashLoopBackOff"
            | "Error"
            | "ImagePullBackOff"
            | "ErrImagePull"
            | "CreateContainerConfigError"
            | "CreateContainerError"
            | "RunContainerError"
            | "StartError"
    )
}

/// So close to each other do nodes fall silent when the fault is not theirs. The node controller looks every 5 seconds and waits 50 for
/// each node (40 before 1.32). Source: kube-controller-manager, `--node-monitor-period`, `--node-monitor-grace-period`;
/// kubernetes/kubernetes#126287.
const TOGETHER_SECS: i64 = 120;

/// The nodes that fell silent at one time, if they are two or more and more than half of all.
#[inline(never)]
pub fn silent_together(cluster: &Cluster) -> Vec<&Node> {
    let silent = |node: &&Node| matches!(trouble(cluster, node), Some((Trouble::Silent, _)));
    let nodes: Vec<&Node> = cluster.nodes.values().filter(silent).filter(|node| since(node).is_some()).collect();
    let with =
        |first: i64| nodes.iter().copied().filter(move |node| since(node).is_some_and(|it| (0..=TOGETHER_SECS).contains(&(it - first))));
    let largest = nodes.iter().filter_map(|node| since(node)).max_by_key(|first| with(*first).count());
    let together: Vec<&Node> = largest.into_iter().flat_map(with).collect();
    if together.len() > 1 && together.len() * 2 > cluster.nodes.len() { together } else { Vec::new() }
}

/// Since when the condition Ready is as it is.
pub fn since(node: &Node) -> Option<i64> {
    node.conditions.get("Ready")?.value.since.map(|it| it.0)
}
