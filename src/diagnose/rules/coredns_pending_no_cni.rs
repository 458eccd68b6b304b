//! DNS cannot start, and the list of all pods shows no network plugin.

use crate::diagnose::dns::{all_down, no_nodes};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, on_node, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::rules::cni_none_detected;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CorednsPendingNoCni = CorednsPendingNoCni;

pub(super) struct CorednsPendingNoCni;

static META: Meta = Meta {
    id: "coredns-pending-no-cni",
    what: text!("DNS waits for a pod network, and none is installed.", "DNS 在等待 Pod 网络，而网络插件尚未安装。"),
    needs: "kubectl get pods -A",
};

impl Rule for CorednsPendingNoCni {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = all_down(cluster);
        if !applies(cluster, &pods) {
            return Vec::new();
        }
        finding(&pods).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "sched-untolerated-taint", because: crate::diagnose::dns::is_server }, Link { effect: "sched-no-event", because: crate::diagnose::dns::is_server }]
    }
}

/// Whether the DNS pods wait for a network that is not there.
pub(super) fn applies(cluster: &Cluster, pods: &[&Pod]) -> bool {
    let waiting = !pods.is_empty() && pods.iter().all(|pod| matches!(reason(pod), "Pending" | "ContainerCreating"));
    waiting && !no_nodes(cluster) && cni_none_detected::none(cluster)
}

/// The scheduler says that nodes are not ready.
fn not_ready(event: &&Event) -> bool {
    event.reason == "FailedScheduling" && event.message.contains("node.kubernetes.io/not-ready")
}

fn finding(pods: &[&Pod]) -> Option<Finding> {
    let (first, rest) = pods.split_first()?;
    let name = first.id.name.as_str();
    let mut evidence = Proof::new(line(first), phrase!("it waits", "它在等待"));
    for pod in rest {
        evidence = evidence.and(line(pod), phrase!("so does this one", "这个也是"));
    }
    let event = pods.iter().flat_map(|pod| &pod.events).find(not_ready);
    if let Some(event) = event {
        evidence = evidence.and(event.span, phrase!("the scheduler finds no node that is ready", "调度器找不到就绪的节点"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if event.is_some() { Confidence::Likely } else { Confidence::Possible },
        subject: first.id.clone(),
        also: rest.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Cluster DNS waits for a pod network, and no network plugin is installed", "集群 DNS 在等待 Pod 网络，而集群没有安装网络插件"),
        why: phrase!(
            "The list of all pods shows no network plugin that is known here. Kubernetes brings none: until one is installed, nodes stay NotReady and DNS stays Pending. After `kubeadm init` that is expected.",
            "所有 Pod 的列表中没有已知的网络插件。Kubernetes 自身不带网络插件：安装之前节点保持 NotReady，DNS 保持 Pending。`kubeadm init` 之后这是正常现象。",
        ),
        fix: phrase!("Install a network plugin, such as Calico, Cilium or Flannel, with the pod CIDR that the cluster was set up with.", "安装一个网络插件（如 Calico、Cilium 或 Flannel），Pod 网段要与集群初始化时一致。"),
        next: vec![
            kubectl("kubectl describe nodes | grep -A8 Conditions", phrase!("\"cni plugin not initialized\" confirms it", "若出现 \"cni plugin not initialized\"，即可确认")),
            kubectl(format!("kubectl describe pod{} {name}", in_namespace(&first.id)), phrase!("why the scheduler finds no node", "调度器找不到节点的原因")),
            on_node(first.node.as_ref().map_or("NODE", |it| it.value.as_str()), "ls /etc/cni/net.d", phrase!("empty: no plugin was ever installed there", "为空则说明从未安装过插件")),
        ],
        evidence,
    })
}
