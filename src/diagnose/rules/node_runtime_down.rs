//! A node is not Ready because its kubelet gets no answer from the container runtime.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::node_trouble::{Trouble, kubelet_says, trouble};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeRuntimeDown = NodeRuntimeDown;

pub(super) struct NodeRuntimeDown;

static META: Meta = Meta {
    id: "node-runtime-down",
    what: text!("A node's container runtime does not answer its kubelet.", "节点的容器运行时没有响应 kubelet。"),
    needs: "kubectl describe nodes; journalctl -u kubelet",
};

impl Rule for NodeRuntimeDown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let down = cluster.nodes.values().filter_map(|node| match trouble(cluster, node) {
            Some((Trouble::Runtime, span)) => Some(finding(cluster, node, span)),
            _ => None,
        });
        down.collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "etcd-quorum-at-risk", because: super::node_not_ready::member },
            Link { effect: "etcd-quorum-lost", because: super::node_not_ready::member },
            Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend_there },
            Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend_there },
            Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend_there },
            Link { effect: "sched-no-event", because: crate::diagnose::links::no_ready_node },
        ]
    }
}

fn finding(cluster: &Cluster, node: &Node, span: Span) -> Finding {
    let name = node.id.name.as_str();
    let message = node.conditions.get("Ready").and_then(|it| it.value.message.as_deref()).unwrap_or_default();
    let mut evidence = Proof::new(span, phrase!("what the kubelet says", "kubelet 的说明"));
    if let Some(status) = &node.status {
        evidence = evidence.and(status.span, phrase!("STATUS is {status}", "STATUS 为 {status}", status = status.value));
    }
    for fact in kubelet_says(cluster, node, META.id) {
        evidence = evidence.and(fact.last_span, phrase!("its log says the same", "其日志中也有同样的记录"));
    }
    let slow = message.contains("PLEG") && !message.contains("runtime is down");
    let unit = match node.runtime.as_ref().and_then(|it| it.value.split_once("://")).map(|it| it.0) {
        Some("docker") => "docker",
        Some("cri-o") => "crio",
        _ => "containerd",
    };
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: node.id.clone(),
        also: cluster.pods_on(name).map(|pod| pod.id.clone()).collect(),
        title: if slow {
            phrase!("Node {name} is not Ready: its runtime is too slow to list its containers (PLEG)", "节点 {name} 未就绪：运行时列出容器过慢（PLEG）", name = name)
        } else {
            phrase!("Node {name} is not Ready: its container runtime does not answer", "节点 {name} 未就绪：容器运行时没有响应", name = name)
        },
        why: if slow {
            phrase!("The kubelet lists all containers every second and has not got through for three minutes. The runtime hangs, or the disk or the number of containers makes it slow.", "kubelet 每秒列出一次所有容器，现在已有三分钟没有完成。可能是运行时卡住，也可能是磁盘或容器数量过多导致变慢。")
        } else {
            phrase!("The kubelet runs and reports, but {unit} behind it does not answer. No container can be started or stopped there; those that run usually go on.", "kubelet 在运行并上报，但其后的 {unit} 没有响应。该节点上无法启动或停止容器；已在运行的通常不受影响。", unit = unit)
        },
        fix: phrase!("Read the log of {unit} on the node, look at the disk's load and free space, then restart {unit}.", "查看该节点上 {unit} 的日志，检查磁盘负载与剩余空间，然后重启 {unit}。", unit = unit),
        next: vec![
            on_node(name, format!("systemctl status {unit} --no-pager; journalctl -u {unit} -n 50 --no-pager"), phrase!("does it run, and what does it say?", "它在运行吗？日志说了什么？")),
            on_node(name, "df -h; iostat -x 1 3", phrase!("is the disk full or busy?", "磁盘是否已满或繁忙？")),
            kubectl(format!("kubectl describe node {name}"), phrase!("the message of the Ready condition", "Ready 状况中的消息")),
        ],
        evidence,
    }
}
