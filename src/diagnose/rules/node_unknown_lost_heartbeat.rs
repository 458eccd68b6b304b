//! A node's kubelet has stopped reporting: the condition Ready is Unknown.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, names, on_node};
use crate::diagnose::node_trouble::{Trouble, silent_together, trouble};
use crate::diagnose::rule::{Link, Meta, Rule, Story};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeUnknownLostHeartbeat = NodeUnknownLostHeartbeat;

pub(super) struct NodeUnknownLostHeartbeat;

static META: Meta = Meta {
    id: "node-unknown-lost-heartbeat",
    what: text!("A node's kubelet has stopped reporting.", "节点的 kubelet 已停止上报状态。"),
    needs: "kubectl describe nodes",
};

impl Rule for NodeUnknownLostHeartbeat {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // Where most fell silent at once, the fault is not theirs: another rule says so.
        let together = silent_together(cluster);
        let alone = |node: &&Node| together.iter().all(|it| it.id != node.id);
        let silent = cluster.nodes.values().filter(alone).filter_map(|node| match trouble(cluster, node) {
            Some((Trouble::Silent, span)) => finding(cluster, node, span),
            _ => None,
        });
        silent.collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "etcd-quorum-at-risk", because: super::node_not_ready::member },
            Link { effect: "etcd-quorum-lost", because: super::node_not_ready::member },
            Link { effect: "sched-untolerated-taint", because: crate::diagnose::pending::node_taint },
            Link { effect: "volume-multi-attach", because: crate::diagnose::mounting::held_there },
            Link { effect: "pod-terminating-node-lost", because: super::node_not_ready::ends_there },
            Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend_there },
            Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend_there },
            Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend_there },
            Link { effect: "sched-no-event", because: crate::diagnose::links::no_ready_node },
        ]
    }

    fn story(&self, _: &Cluster, root: &Finding) -> Story {
        let name = root.subject.name.as_str();
        Story {
            alternatives: vec![
                phrase!("The host is down or hangs: no answer to ping, none on its console.", "主机宕机或卡死：ping 不通，控制台也没有响应。"),
                phrase!("The host runs but does not reach the API server: ping works, the kubelet's log says timeout or refused.", "主机在运行但连不上 API 服务器：能 ping 通，kubelet 日志中有超时或拒绝连接。"),
                phrase!("Only the kubelet is down: its containers go on, `systemctl status kubelet` shows it.", "只有 kubelet 停了：容器仍在运行，`systemctl status kubelet` 可以看出。"),
            ],
            settle: vec![on_node(name, "systemctl status kubelet --no-pager; journalctl -u kubelet -n 50 --no-pager", phrase!("if you get in at all: does the kubelet run, and what does it say?", "如果还能登录：kubelet 在运行吗？日志说了什么？"))],
            ..Story::default()
        }
    }
}

fn finding(cluster: &Cluster, node: &Node, span: Span) -> Option<Finding> {
    let name = node.id.name.as_str();
    let status = node.status.as_ref()?;
    let mut evidence = Proof::new(span, phrase!("the kubelet does not report any more", "kubelet 已不再上报"))
        .and(status.span, phrase!("STATUS is {status}", "STATUS 为 {status}", status = status.value));
    let on_it: Vec<_> = cluster.pods_on(name).collect();
    let stale: Vec<_> = on_it.iter().filter(|pod| crate::diagnose::look::status(pod) == "Running").collect();
    for pod in stale.iter().take(2) {
        evidence = evidence.and(line(pod), phrase!("the last status before it fell silent, not the present one", "这是失联前的最后状态，不是当前状态"));
    }
    let why = if stale.is_empty() {
        phrase!(
            "Ready is Unknown, not False: nobody hears of this node. The host is down, cut off, or its kubelet has stopped. After five minutes its pods are replaced elsewhere, except those of DaemonSets and StatefulSets.",
            "Ready 为 Unknown 而不是 False：没有任何来自该节点的消息。可能是主机宕机、网络中断，或 kubelet 停止。五分钟后其上的 Pod 会在别处重建，DaemonSet 和 StatefulSet 的 Pod 除外。",
        )
    } else {
        phrase!(
            "Ready is Unknown, not False: nobody hears of this node. The host is down, cut off, or its kubelet has stopped. {n} pods there still print Running ({which}): that is what was last heard of them. Pods of a StatefulSet are not replaced until the node is back or is deleted.",
            "Ready 为 Unknown 而不是 False：没有任何来自该节点的消息。可能是主机宕机、网络中断，或 kubelet 停止。其上有 {n} 个 Pod 仍显示 Running（{which}），那只是最后一次上报的状态。StatefulSet 的 Pod 要等节点恢复或被删除后才会重建。",
            n = stale.len(),
            which = names(stale.iter().map(|pod| pod.id.name.as_str())),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: node.id.clone(),
        also: on_it.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Node {name} has fallen silent: its kubelet stopped reporting", "节点 {name} 失联：kubelet 已停止上报状态", name = name),
        why,
        fix: phrase!("Look at the host first (console, ping), then at its kubelet. If it will not come back, delete the node so that its StatefulSet pods can move.", "先检查主机（控制台、ping），再检查 kubelet。如果无法恢复，删除该节点，让 StatefulSet 的 Pod 得以迁移。"),
        next: vec![
            kubectl(format!("kubectl get lease -n kube-node-lease {name} -o yaml"), phrase!("when it was last heard of (renewTime)", "最后一次续约的时间（renewTime）")),
            on_node(name, "systemctl status kubelet --no-pager; journalctl -u kubelet -n 50 --no-pager", phrase!("if you get in: does the kubelet run, and what does it say?", "如果还能登录：kubelet 在运行吗？日志说了什么？")),
        ],
        evidence,
    })
}
