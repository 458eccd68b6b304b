//! Two nodes have one address.

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
pub(super) const RULE: NodeInternalIpDuplicate = NodeInternalIpDuplicate;

pub(super) struct NodeInternalIpDuplicate;

static META: Meta = Meta {
    id: "node-internal-ip-duplicate",
    what: text!("Two nodes have the same address.", "两个节点的地址相同。"),
    needs: "kubectl get nodes -o wide; kubectl describe nodes",
};

impl Rule for NodeInternalIpDuplicate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_value: Map<&str, Vec<(&Node, &Seen<String>)>> = Map::new();
        for node in cluster.nodes.values() {
            if let Some(seen) = node.internal_ip.as_ref() {
                by_value.slot(seen.value.as_str(), Default::default).push((node, seen));
            }
        }
        by_value.iter().filter_map(|(value, nodes)| finding(value, nodes)).collect()
    }
}

fn finding(value: &str, nodes: &[(&Node, &Seen<String>)]) -> Option<Finding> {
    let [(first, at), (other, _), ..] = nodes else { return None };
    // That one is told by a rule of its own.
    if value == "10.0.2.15" {
        return None;
    }
    // What was redacted is alike everywhere.
    if !value.bytes().all(|it| it.is_ascii_hexdigit() || matches!(it, b'.' | b':' | b'/')) {
        return None;
    }
    let evidence = nodes.iter().skip(1).fold(Proof::new(at.span, phrase!("INTERNAL-IP", "INTERNAL-IP")), |proof, (_, seen)| proof.and(seen.span, phrase!("the same", "同上")));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|(node, _)| node.id.clone()).collect(),
        title: phrase!("{a} and {b} have the same address {value}", "{a} 与 {b} 的地址相同：{value}", a = first.id.name, b = other.id.name, value = value),
        why: phrase!("Traffic for one of them reaches the other: logs and exec show the wrong machine's containers, and routes to pods flap. Most often one is a clone of the other, or an old node object of the same machine under its former name.", "发往其中一个的流量会到达另一个：logs 和 exec 会显示错误机器上的容器，Pod 路由也会抖动。多半是克隆的虚拟机，或同一台机器改名后留下的旧节点对象。"),
        fix: phrase!("If one is a left-over of a machine that was renamed, delete that node object. If both are real, give one of them another address and restart its kubelet.", "如果其中一个是改名前的残留，删除该节点对象。如果两台都真实存在，给其中一台换地址并重启 kubelet。"),
        next: vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,IP:.status.addresses[0].address,MACHINE:.status.nodeInfo.machineID,UUID:.status.nodeInfo.systemUUID", phrase!("the same machine id: a clone, or one machine twice", "machineID 相同：克隆，或同一台机器注册了两次"))],
        evidence,
    })
}
