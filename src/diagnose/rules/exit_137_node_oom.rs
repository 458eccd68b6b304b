//! A container was killed because its node ran out of memory.

use crate::diagnose::ended::{RECENT_SECS, ended_ago, newest, out_of_memory, share};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Container, Pod};
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: Exit137NodeOom = Exit137NodeOom;

pub(super) struct Exit137NodeOom;

static META: Meta = Meta {
    id: "exit-137-node-oom",
    what: text!("A node ran out of memory and killed containers.", "节点内存耗尽，终止了容器。"),
    needs: "kubectl get events -A; kubectl describe pod …",
};

/// An event or a log by which the node itself was out of memory. Sources: the kubelet's `SystemOOM`, node-problem-detector's `OOMKilling`.
fn out(cluster: &Cluster, node: &str) -> Option<Span> {
    let of_node = |id: &ObjectRef| id.kind == Kind::Node && id.name == node;
    let event = newest(cluster.events.iter().filter(|it| matches!(it.reason.as_str(), "SystemOOM" | "OOMKilling") && it.object.as_ref().is_some_and(of_node)));
    let log = || cluster.logs.iter().find(|it| it.signature == "oom-killed-node" && it.name.as_deref() == Some(node)).map(|it| it.last_span);
    event.map(|it| it.span).or_else(log)
}

/// Killed, and not for a limit of its own.
fn killed<'a>(cluster: &Cluster, pod: &'a Pod) -> Option<&'a Container> {
    let by_signal = |it: &&Container| it.exit_code.as_ref().is_some_and(|code| code.value == 137) && !out_of_memory(it);
    let old = ended_ago(cluster, pod).is_some_and(|ago| ago > RECENT_SECS);
    pod.containers.iter().find(by_signal).filter(|_| !old)
}

impl Rule for Exit137NodeOom {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes = crate::order::set(cluster.pods.values().filter(|pod| killed(cluster, pod).is_some()).filter_map(|pod| pod.node.as_ref()).map(|it| it.value.as_str()));
        nodes.iter().filter_map(|node| finding(cluster, node, out(cluster, node)?)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link {
            effect: "crashloop",
            because: |_, cause, effect| share(cause, effect).then(|| phrase!("the kernel of its node killed it to free memory", "节点内核为释放内存而终止了它")),
        }]
    }
}

fn finding(cluster: &Cluster, node: &str, told: Span) -> Option<Finding> {
    let pods: Vec<&Pod> = cluster.pods_on(node).filter(|pod| killed(cluster, pod).is_some()).collect();
    let mut evidence = Proof::new(told, phrase!("the node itself was out of memory", "节点自身内存耗尽"));
    for pod in &pods {
        evidence = evidence.and(killed(cluster, pod)?.exit_code.as_ref().map_or_else(|| line(pod), |it| it.span), phrase!("{name} was killed, and not for its own limit", "{name} 被终止，但不是因为自身上限", name = pod.id.name));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: ObjectRef::node(node),
        also: pods.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Node {node} ran out of memory and its kernel killed containers", "节点 {node} 内存耗尽，内核终止了容器", node = node),
        why: phrase!(
            "Exit code 137 with another reason than OOMKilled is not the container's own limit. The node reports that it was out of memory itself: pods there use more than the scheduler counted, because they have no limits or too small requests, or something beside Kubernetes takes the memory.",
            "退出码 137 而原因不是 OOMKilled，说明不是容器自身的上限。节点报告自身内存耗尽：其上的 Pod 用量超过了调度器的计算（没有上限或 requests 过小），或有 Kubernetes 之外的进程占用内存。",
        ),
        fix: phrase!("Set memory requests near what the pods use and limits where they are missing; reserve memory for the system (`systemReserved`, `kubeReserved`).", "把内存 requests 设为接近实际用量，补上缺失的 limits；为系统预留内存（`systemReserved`、`kubeReserved`）。"),
        next: vec![
            kubectl("kubectl top pods -A --sort-by=memory", phrase!("who uses most", "谁用得最多")),
            on_node(node, "journalctl -k --no-pager | grep -i 'out of memory'", phrase!("which processes the kernel killed", "内核终止了哪些进程")),
        ],
        evidence,
    })
}
