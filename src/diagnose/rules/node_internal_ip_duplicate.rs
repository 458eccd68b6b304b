//! Two nodes have one address.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::shared::{Shared, shared};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
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
        // 10.0.2.15 is told by a rule of its own.
        let others = shared(cluster, |node| node.internal_ip.as_ref(), || phrase!("INTERNAL-IP", "INTERNAL-IP")).into_iter().filter(|it| it.value != "10.0.2.15");
        others.map(finding).collect()
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
        title: phrase!("{a} and {b} have the same address {value}", "{a} 与 {b} 的地址相同：{value}", a = a, b = b, value = found.value),
        why: phrase!("Traffic for one of them reaches the other: logs and exec show the wrong machine's containers, and routes to pods flap. Most often one is a clone of the other, or an old node object of the same machine under its former name.", "发往其中一个的流量会到达另一个：logs 和 exec 会显示错误机器上的容器，Pod 路由也会抖动。多半是克隆的虚拟机，或同一台机器改名后留下的旧节点对象。"),
        fix: phrase!("If one is a left-over of a machine that was renamed, delete that node object. If both are real, give one of them another address and restart its kubelet.", "如果其中一个是改名前的残留，删除该节点对象。如果两台都真实存在，给其中一台换地址并重启 kubelet。"),
        next: vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,IP:.status.addresses[0].address,MACHINE:.status.nodeInfo.machineID,UUID:.status.nodeInfo.systemUUID", phrase!("the same machine id: a clone, or one machine twice", "machineID 相同：克隆，或同一台机器注册了两次"))],
        evidence: found.evidence,
    }
}
