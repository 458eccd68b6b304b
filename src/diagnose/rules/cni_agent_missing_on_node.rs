//! A node has no network agent, and the others do.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::per_node::lacking;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::products;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CniAgentMissingOnNode = CniAgentMissingOnNode;

pub(super) struct CniAgentMissingOnNode;

static META: Meta = Meta {
    id: "cni-agent-missing-on-node",
    what: text!("A node has no network agent.", "节点上没有网络代理。"),
    needs: "kubectl get nodes; kubectl get pods -A -o wide",
};

impl Rule for CniAgentMissingOnNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let (nodes, product, evidence) = lacking(cluster, Role::Cni)?;
    let name = products::name(product);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: nodes.first().filter(|_| nodes.len() == 1).map_or_else(ObjectRef::cluster, |node| node.id.clone()),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{name} is missing on {which}", "{which} 上缺少 {name}", name = name, which = names(nodes.iter().map(|node| node.id.name.as_str()))),
        why: phrase!("The node is Ready, perhaps by the configuration of an earlier agent, but no agent of {name} is on it. New pods there get no address or no routes, and NetworkPolicies are not kept up.", "节点为 Ready（可能靠之前的代理留下的配置），但其上没有 {name} 的代理。新建的 Pod 得不到地址或路由，NetworkPolicy 也不会更新。", name = name),
        fix: phrase!("Compare the taints and labels of that node with the tolerations and the nodeSelector of the DaemonSet.", "对比该节点的污点、标签与 DaemonSet 的容忍度、nodeSelector。"),
        next: vec![
            kubectl("kubectl get daemonsets -A -o wide", phrase!("how many are desired, and for which nodes", "期望数量以及面向哪些节点")),
            kubectl("kubectl describe nodes | grep -e ^Name: -e ^Taints:", phrase!("a taint that the DaemonSet does not tolerate", "DaemonSet 不容忍的污点")),
        ],
        evidence,
    })
}
