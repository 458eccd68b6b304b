//! A node's STATUS is not Ready, and the text does not tell why.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::mounting::held_there;
use crate::diagnose::look::{kubectl, names, on_node};
use crate::diagnose::node_trouble::{Trouble, trouble};
use crate::diagnose::pending::node_taint;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeNotReady = NodeNotReady;

pub(super) struct NodeNotReady;

static META: Meta = Meta {
    id: "node-not-ready",
    what: text!("A node is not Ready.", "节点未就绪。"),
    needs: "kubectl get nodes",
};

impl Rule for NodeNotReady {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let untold = |node: &&Node| trouble(cluster, node).is_some_and(|(it, _)| it == Trouble::Untold);
        cluster.nodes.values().filter(untold).filter_map(|node| finding(cluster, node)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "etcd-quorum-at-risk", because: member },
            Link { effect: "etcd-quorum-lost", because: member },
            Link { effect: "sched-untolerated-taint", because: node_taint },
            Link { effect: "volume-multi-attach", because: held_there },
            Link { effect: "pod-terminating-node-lost", because: ends_there },
            Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend_there },
            Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend_there },
            Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend_there },
            Link { effect: "sched-no-event", because: crate::diagnose::links::no_ready_node },
        ]
    }
}

/// An etcd member is on the node that fails.
pub(super) fn member(cluster: &Cluster, cause: &Finding, _: &Finding) -> Option<Phrase> {
    let member = cluster.topology.control_plane.iter().any(|it| it.node == cause.subject.name && it.etcd.pod().is_some());
    member.then(|| phrase!("an etcd member is on that node", "该节点上有一个 etcd 成员"))
}

/// The pods that cannot be confirmed to have ended are on the node, or on one of the nodes.
pub(super) fn ends_there(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let node = &cluster.pods.get(&effect.subject)?.node.as_ref()?.value;
    let there = cause.objects().any(|it| it.kind == Kind::Node && it.name == *node);
    there.then(|| phrase!("only the kubelet of that node can confirm that they have ended", "只有该节点的 kubelet 能确认它们已结束"))
}

fn finding(cluster: &Cluster, node: &Node) -> Option<Finding> {
    let status = node.status.as_ref()?;
    let name = node.id.name.as_str();
    let on_it: Vec<_> = cluster.pods_on(name).collect();
    let running: Vec<_> = on_it.iter().filter(|pod| pod.status.as_ref().is_some_and(|it| it.value == "Running")).collect();
    let mut evidence = Proof::new(status.span, phrase!("STATUS is {status}", "STATUS 为 {status}", status = status.value));
    for pod in running.iter().take(2) {
        evidence = evidence.and(crate::diagnose::look::line(pod), phrase!("still shown as Running: perhaps the last status before the node fell silent", "仍显示 Running：可能是节点失联前的最后状态"));
    }
    let why = if running.is_empty() {
        phrase!("The API server gets no good word from its kubelet. Pods there are moved away after about five minutes, unless they belong to a DaemonSet.", "API 服务器收不到该节点 kubelet 的正常心跳。约五分钟后，其上的 Pod 会被驱逐到别处，DaemonSet 的 Pod 除外。")
    } else {
        phrase!(
            "The API server gets no good word from its kubelet. {n} pods there are still shown as Running ({which}). If the kubelet is silent, that is their last known status and not their state now.",
            "API 服务器收不到该节点 kubelet 的正常心跳。其上有 {n} 个 Pod 仍显示 Running（{which}）。如果 kubelet 已失联，那只是最后一次上报的状态，不是当前状态。",
            n = running.len(),
            which = names(running.iter().map(|pod| pod.id.name.as_str())),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: node.id.clone(),
        also: on_it.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Node {name} is {status}", "节点 {name} 的状态为 {status}", name = name, status = status.value),
        why,
        fix: phrase!("Read the Ready condition of the node: it tells a dead host from a kubelet or a network plugin that fails.", "查看该节点的 Ready 状况：它能区分是主机宕机，还是 kubelet 或网络插件故障。"),
        next: vec![
            kubectl(format!("kubectl describe node {name}"), phrase!("the reason in the Ready condition", "Ready 状况中的原因")),
            on_node(name, "systemctl status kubelet --no-pager; journalctl -u kubelet -n 50 --no-pager", phrase!("does the kubelet run, and what does it say?", "kubelet 在运行吗？日志说了什么？")),
        ],
        evidence,
    })
}
