//! A node has no kube-proxy, and the others do.

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
pub(super) const RULE: KubeProxyMissingOnNode = KubeProxyMissingOnNode;

pub(super) struct KubeProxyMissingOnNode;

static META: Meta = Meta {
    id: "kube-proxy-missing-on-node",
    what: text!("A node has no kube-proxy.", "节点上没有 kube-proxy。"),
    needs: "kubectl get nodes; kubectl get pods -A -o wide",
};

impl Rule for KubeProxyMissingOnNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let (nodes, product, evidence) = lacking(cluster, Role::KubeProxy)?;
    let name = products::name(product);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: nodes.first().filter(|_| nodes.len() == 1).map_or_else(ObjectRef::cluster, |node| node.id.clone()),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{name} is missing on {which}", "{which} 上缺少 {name}", name = name, which = names(nodes.iter().map(|node| node.id.name.as_str()))),
        why: phrase!("Without {name}, nothing on that node translates the addresses of Services: pods there do not reach cluster DNS, nor the API server by its Service address.", "没有 {name}，该节点上就没有组件转换 Service 地址：其上的 Pod 无法访问集群 DNS，也无法通过 Service 地址访问 API 服务器。", name = name),
        fix: phrase!("Compare the taints and labels of that node with the tolerations and the nodeSelector of the DaemonSet.", "对比该节点的污点、标签与 DaemonSet 的容忍度、nodeSelector。"),
        next: vec![
            kubectl("kubectl get daemonsets -A -o wide", phrase!("how many are desired, and for which nodes", "期望数量以及面向哪些节点")),
            kubectl("kubectl describe nodes | grep -e ^Name: -e ^Taints:", phrase!("a taint that the DaemonSet does not tolerate", "DaemonSet 不容忍的污点")),
        ],
        evidence,
    })
}
