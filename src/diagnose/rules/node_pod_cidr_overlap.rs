//! Two nodes were given one pod range.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::shared::{Shared, shared};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
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
        shared(cluster, |node| node.fields.get("spec.podCIDR"), || phrase!("PodCIDR", "PodCIDR")).into_iter().map(finding).collect()
    }
}

fn finding(found: Shared<'_>) -> Finding {
    let (a, b) = found.pair();
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: found.nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{a} and {b} have the same pod range {value}", "{a} 与 {b} 的 Pod 网段相同：{value}", a = a, b = b, value = found.value),
        why: phrase!("The controller manager gives each node a range of its own. With the same one, pods on both nodes get the same addresses, and traffic reaches whichever the route names.", "控制器管理器会给每个节点分配各自的网段。网段相同时，两个节点上的 Pod 会得到相同的地址，流量则取决于路由指向谁。"),
        fix: phrase!("The range of a node cannot be changed: drain and delete one of the nodes and let it join again, so that it is given a free range.", "节点的网段不能修改：排空并删除其中一个节点，再让它重新加入，以获得空闲的网段。"),
        next: vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,CIDR:.spec.podCIDR", phrase!("the range of every node", "各节点的网段"))],
        evidence: found.evidence,
    }
}
