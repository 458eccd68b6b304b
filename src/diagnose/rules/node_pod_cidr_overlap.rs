//! Two nodes were given one pod range.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::span::Seen;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodePodCidrOverlap = NodePodCidrOverlap;

pub(super) struct NodePodCidrOverlap;

static META: Meta = Meta {
    id: "node-pod-cidr-overlap",
    what: text!("Two nodes have the same pod range.", "两个节点的 Pod 网段相同。"),
    needs: "kubectl get nodes -o wide; kubectl describe nodes",
};

impl Rule for NodePodCidrOverlap {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_value: Map<&str, Vec<(&Node, &Seen<String>)>> = Map::new();
        for node in cluster.nodes.values() {
            if let Some(seen) = node.fields.get("spec.podCIDR") {
                by_value.slot(seen.value.as_str(), Default::default).push((node, seen));
            }
        }
        by_value.iter().filter_map(|(value, nodes)| finding(value, nodes)).collect()
    }
}

fn finding(value: &str, nodes: &[(&Node, &Seen<String>)]) -> Option<Finding> {
    let [(first, at), (other, _), ..] = nodes else { return None };
    // What was redacted is alike everywhere.
    if !value.bytes().all(|it| it.is_ascii_hexdigit() || matches!(it, b'.' | b':' | b'/')) {
        return None;
    }
    let evidence = nodes.iter().skip(1).fold(Proof::new(at.span, phrase!("PodCIDR", "PodCIDR")), |proof, (_, seen)| proof.and(seen.span, phrase!("the same", "同上")));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|(node, _)| node.id.clone()).collect(),
        title: phrase!("{a} and {b} have the same pod range {value}", "{a} 与 {b} 的 Pod 网段相同：{value}", a = first.id.name, b = other.id.name, value = value),
        why: phrase!("The controller manager gives each node a range of its own. With the same one, pods on both nodes get the same addresses, and traffic reaches whichever the route names.", "控制器管理器会给每个节点分配各自的网段。网段相同时，两个节点上的 Pod 会得到相同的地址，流量则取决于路由指向谁。"),
        fix: phrase!("The range of a node cannot be changed: drain and delete one of the nodes and let it join again, so that it is given a free range.", "节点的网段不能修改：排空并删除其中一个节点，再让它重新加入，以获得空闲的网段。"),
        next: vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,CIDR:.spec.podCIDR", phrase!("the range of every node", "各节点的网段"))],
        evidence,
    })
}
