//! Kubelets of several minor releases: an upgrade goes on, or was left half done.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SkewNodesMixed = SkewNodesMixed;

pub(super) struct SkewNodesMixed;

static META: Meta = Meta {
    id: "skew-nodes-mixed",
    what: text!("Nodes run different minor releases.", "节点运行着不同的次版本。"),
    needs: "kubectl get nodes",
};

impl Rule for SkewNodesMixed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn of(node: &Node) -> Option<u32> {
    minor(&node.version.as_ref()?.value)
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let newest = cluster.nodes.values().filter_map(of).max()?;
    let behind: Vec<&Node> = cluster.nodes.values().filter(|node| of(node).is_some_and(|it| it < newest)).collect();
    let first = behind.first()?.version.as_ref()?;
    let ahead = cluster.nodes.values().find(|node| of(node) == Some(newest))?.version.as_ref()?;
    let evidence = Proof::new(first.span, phrase!("still {version}", "仍为 {version}", version = first.value)).and(ahead.span, phrase!("already {version}", "已是 {version}", version = ahead.value));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: behind.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("Nodes run different releases; behind the others: {which}", "节点的版本不一致，落后的有：{which}", which = names(behind.iter().map(|node| node.id.name.as_str()))),
        why: phrase!("An upgrade goes on, or was left half done. Both releases work together within the supported skew, but pods behave a little differently by node, and the next upgrade of the control plane has to wait.", "升级正在进行，或只完成了一半。在支持的版本偏差内两者可以共存，但 Pod 在不同节点上的行为会略有差异，控制平面的下一次升级也要等待。"),
        fix: phrase!("Finish the upgrade: drain, upgrade and uncordon the nodes that are behind, one by one.", "完成升级：逐个排空、升级并恢复落后的节点。"),
        next: vec![kubectl("kubectl get nodes --sort-by=.status.nodeInfo.kubeletVersion", phrase!("which nodes are behind", "哪些节点落后"))],
        evidence,
    })
}
