//! Pods that every node should have: which nodes lack theirs.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, names, pods_of};
use crate::diagnose::rule::Meta;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::{Placement, Role};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::products;
use crate::phrase;
use crate::text::Phrase;

/// The nodes that are Ready and lack the pod of that role which the others have, the product, and the proof. Only where all nodes and
/// all pods are listed with the nodes they run on, and the others are the most: a DaemonSet may be meant for a few.
#[inline(never)]
fn lacking(cluster: &Cluster, role: Role) -> Option<(Vec<&Node>, &str, Proof)> {
    let mut pods = pods_of(cluster, role).filter(|pod| pod.component.as_ref().is_some_and(|it| it.placement == Placement::PerNode));
    let first = pods.next()?;
    let product = first.component.as_ref()?.product.as_str();
    let all: Vec<&Pod> = std::iter::once(first).chain(pods).collect();
    let same = all.iter().all(|pod| pod.component.as_ref().is_some_and(|it| it.product == product));
    let told = all.iter().all(|pod| pod.node.is_some() && pod.id.namespace == first.id.namespace);
    let listed = cluster.scope.covers_all(&Kind::Node) && cluster.scope.covering(&Kind::Pod, first.id.namespace.as_deref()).is_some();
    if !(same && told && listed) {
        return None;
    }
    let with = crate::order::set(all.iter().filter_map(|pod| pod.node.as_ref()).map(|it| it.value.as_str()));
    let has = |node: &Node| with.contains(node.id.name.as_str());
    let nodes: Vec<&Node> = cluster.nodes.values().filter(|node| node.is_ready() == Some(true) && usual(node) && !has(node)).collect();
    let few = nodes.len() * 2 < cluster.nodes.len();
    let status = nodes.first().filter(|_| few)?.status.as_ref()?;
    let mut proof = Proof::new(status.span, phrase!("the node is Ready, but no such pod is on it", "节点为 Ready，但其上没有该 Pod"));
    for pod in all.iter().take(2) {
        proof = proof.and(line(pod), phrase!("another node has one", "其他节点上有"));
    }
    Some((nodes, product, proof))
}

/// The finding that they lack it; `why` tells what follows, by the product's name.
#[inline(never)]
pub fn missing(cluster: &Cluster, meta: &Meta, role: Role, why: fn(&str) -> Phrase) -> Option<Finding> {
    let (nodes, product, evidence) = lacking(cluster, role)?;
    let name = products::name(product);
    Some(Finding {
        rule: meta.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: nodes.first().filter(|_| nodes.len() == 1).map_or_else(ObjectRef::cluster, |node| node.id.clone()),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!(
            "{name} is missing on {which}",
            "{which} 上缺少 {name}",
            name = name,
            which = names(nodes.iter().map(|node| node.id.name.as_str()))
        ),
        why: why(name),
        fix: phrase!(
            "Compare the taints and labels of that node with the tolerations and the nodeSelector of the DaemonSet.",
            "对比该节点的污点、标签与 DaemonSet 的容忍度、nodeSelector。"
        ),
        next: vec![
            kubectl("kubectl get daemonsets -A -o wide", phrase!("how many are desired, and for which nodes", "期望数量以及面向哪些节点")),
            kubectl(
                "kubectl describe nodes | grep -e ^Name: -e ^Taints:",
                phrase!("a taint that the DaemonSet does not tolerate", "DaemonSet 不容忍的污点"),
            ),
        ],
        evidence,
    })
}

/// Not a node of Windows, of a serverless provider, or so young that its pods are still to come.
fn usual(node: &Node) -> bool {
    let odd = |name: &str| ["fargate-", "virtual-node", "virtual-kubelet", "aci-"].iter().any(|begin| name.starts_with(begin));
    let windows = node.os_image.as_ref().is_some_and(|it| it.value.contains("Windows"))
        || node.labels.get("kubernetes.io/os").is_some_and(|it| it != "linux");
    let young = node.age_secs.as_ref().is_none_or(|it| it.value < 600);
    !odd(&node.id.name) && !windows && !young
}
