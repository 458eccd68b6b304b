//! Several API servers, but kubectl is pointed at the address of one node.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ControlplaneLbSinglePoint = ControlplaneLbSinglePoint;

pub(super) struct ControlplaneLbSinglePoint;

static META: Meta = Meta {
    id: "controlplane-lb-single-point",
    what: text!("Several control planes, one of whose own addresses kubectl uses.", "有多个控制平面，但 kubectl 使用的是其中一个节点的地址。"),
    needs: "kubectl cluster-info; kubectl get nodes -o wide",
};

impl Rule for ControlplaneLbSinglePoint {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(endpoint) = cluster.endpoints.first().filter(|_| cluster.topology.control_plane.len() > 1) else { return Vec::new() };
        let host = endpoint.value.host.as_str();
        let at_host = |node: &&crate::model::node::Node| node.id.name == host || node.internal_ip.as_ref().is_some_and(|ip| ip.value == host);
        let Some(node) = cluster.nodes.values().find(at_host) else { return Vec::new() };
        let name = node.id.name.as_str();
        let at = node.internal_ip.as_ref().map(|ip| ip.span).or(node.sightings.first().copied()).unwrap_or_default();
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: vec![node.id.clone()],
            title: phrase!("kubectl depends on one node: {host} is {name}", "kubectl 依赖单个节点：{host} 就是 {name}", host = host, name = name),
            why: phrase!(
                "There are {n} API servers, but this kubeconfig knows only the one on {name}. When that node goes, kubectl goes with it, and so does every client that uses the same address, though the cluster lives on.",
                "共有 {n} 个 API 服务器，但这份 kubeconfig 只认识 {name} 上的那个。该节点一旦失效，kubectl 以及使用同一地址的所有客户端都会失去连接，尽管集群本身仍在运行。",
                n = cluster.topology.control_plane.len(),
                name = name,
            ),
            fix: phrase!("Put a load balancer or a virtual address before the API servers and use its name in every kubeconfig.", "在 API 服务器前面放置负载均衡器或虚拟地址，并在所有 kubeconfig 中使用它。"),
            next: vec![kubectl("kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}'", phrase!("the address that this kubeconfig uses", "这份 kubeconfig 使用的地址"))],
            evidence: Proof::new(endpoint.span, phrase!("the address in use", "正在使用的地址")).and(at, phrase!("the node that has it", "拥有该地址的节点")),
        }]
    }
}
