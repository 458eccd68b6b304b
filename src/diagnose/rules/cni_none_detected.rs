//! Nodes lack a pod network, and the list of all pods shows no network plugin: one cause for all of them.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::node_trouble::{Trouble, trouble};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CniNoneDetected = CniNoneDetected;

pub(super) struct CniNoneDetected;

static META: Meta = Meta {
    id: "cni-none-detected",
    what: text!("No network plugin is installed.", "没有安装网络插件。"),
    needs: "kubectl describe nodes; kubectl get pods -A",
};

impl Rule for CniNoneDetected {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        if none(cluster) { finding(cluster).into_iter().collect() } else { Vec::new() }
    }

    fn explains(&self) -> &'static [Link] {
        const NETWORK: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, _, _| Some(phrase!("without a pod network no pod gets an address", "没有 Pod 网络，Pod 就得不到地址"));
        &[
            Link { effect: "node-cni-not-initialised", because: NETWORK },
            Link { effect: "coredns-pending-no-cni", because: NETWORK },
            Link { effect: "coredns-not-ready", because: NETWORK },
            Link { effect: "pod-sandbox-failed", because: NETWORK },
        ]
    }
}

/// Whether every pod is listed and none belongs to a network plugin.
pub(super) fn none(cluster: &Cluster) -> bool {
    let of_network = |role: Role| matches!(role, Role::Cni | Role::CniController);
    let any = cluster.pods.values().any(|pod| pod.component.as_ref().is_some_and(|it| of_network(it.role)));
    !any && cluster.cni.is_none() && !cluster.pods.is_empty() && cluster.scope.covers_all(&Kind::Pod)
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let mut nodes = cluster.nodes.values().filter_map(|node| match trouble(cluster, node) {
        Some((Trouble::Network, span)) => Some((node, span)),
        _ => None,
    });
    let first = nodes.next()?;
    let all: Vec<_> = std::iter::once(first).chain(nodes).collect();
    let mut evidence = Proof::new(first.1, phrase!("no network, says the kubelet", "kubelet 报告没有网络"));
    for (_, span) in all.iter().skip(1).take(3) {
        evidence = evidence.and(*span, phrase!("the same", "同上"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: if all.len() == 1 { first.0.id.clone() } else { ObjectRef::cluster() },
        also: all.iter().map(|(node, _)| node.id.clone()).collect(),
        title: phrase!("No network plugin is installed: {which} cannot become Ready", "没有安装网络插件：{which} 无法变为 Ready", which = names(all.iter().map(|(node, _)| node.id.name.as_str()))),
        why: phrase!(
            "The kubelets wait for a pod network, and the list of all pods shows no plugin that is known here. Kubernetes brings none of its own; after `kubeadm init` this is expected.",
            "kubelet 在等待 Pod 网络，而所有 Pod 的列表中没有已知的网络插件。Kubernetes 自身不带网络插件；`kubeadm init` 之后这是正常现象。",
        ),
        fix: phrase!("Install a network plugin, such as Calico, Cilium or Flannel, with the pod CIDR that the cluster was set up with.", "安装一个网络插件（如 Calico、Cilium 或 Flannel），Pod 网段要与集群初始化时一致。"),
        next: vec![
            kubectl("kubectl get nodes -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}{.spec.podCIDR}{\"\\n\"}{end}'", phrase!("the pod CIDR that the plugin has to use", "网络插件需要使用的 Pod 网段")),
        ],
        evidence,
    })
}
