//! Pods of a node that is silent stay Terminating.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, status};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::look::on_lost_node;
use crate::diagnose::rules::pod_terminating_stuck::listed;
use crate::diagnose::workload::status_line;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PodTerminatingNodeLost = PodTerminatingNodeLost;

pub(super) struct PodTerminatingNodeLost;

static META: Meta = Meta {
    id: "pod-terminating-node-lost",
    what: text!("Pods of a silent node stay Terminating.", "失联节点上的 Pod 一直处于 Terminating。"),
    needs: "kubectl get nodes; kubectl get pods -A -o wide",
};

impl Rule for PodTerminatingNodeLost {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        cluster.nodes.keys().filter_map(|node| finding(cluster, node)).collect()
    }
}

/// A StatefulSet's pods end in a number and have the same name when they come again.
fn of_stateful_set(pod: &Pod) -> bool {
    match &pod.owner {
        Some(owner) => owner.value.kind == Kind::StatefulSet,
        None => pod.id.name.rsplit_once('-').is_some_and(|(_, last)| last.len() < 4 && last.chars().all(|it| it.is_ascii_digit())),
    }
}

fn finding(cluster: &Cluster, node: &str) -> Option<Finding> {
    let here = |pod: &&Pod| status(pod).starts_with("Terminating") && on_lost_node(cluster, pod);
    let pods: Vec<&Pod> = cluster.pods_on(node).filter(here).collect();
    let (first, rest) = pods.split_first()?;
    let fixed: Vec<&Pod> = pods.iter().copied().filter(|pod| of_stateful_set(pod)).collect();
    let mut evidence = Proof::new(status_line(first), phrase!("being deleted, on a node that is not Ready", "正在删除，所在节点未就绪"));
    for pod in rest {
        evidence = evidence.and(status_line(pod), phrase!("the same", "同上"));
    }
    let why = if fixed.is_empty() {
        phrase!("They were evicted because {node} is silent, but only its kubelet can confirm that they have ended. Deployments have made replacements elsewhere.", "因为 {node} 失联，这些 Pod 被驱逐，但只有该节点的 kubelet 能确认它们已结束。Deployment 已在别处创建替代的 Pod。", node = node)
    } else {
        phrase!(
            "They were evicted because {node} is silent, but only its kubelet can confirm that they have ended. Deployments have made replacements elsewhere; a StatefulSet does not, so that no two pods of one name write to one volume: {which} stays away until the node is back.",
            "因为 {node} 失联，这些 Pod 被驱逐，但只有该节点的 kubelet 能确认它们已结束。Deployment 已在别处创建替代的 Pod；StatefulSet 不会，以免两个同名 Pod 写入同一个卷：节点恢复之前，{which} 不会重新出现。",
            node = node,
            which = listed(&fixed),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: first.id.clone(),
        also: rest.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("{n} pods on {node} stay Terminating while the node is silent", "节点 {node} 失联，其上 {n} 个 Pod 停留在 Terminating", n = pods.len(), node = node),
        why,
        fix: phrase!(
            "Bring the node back, and they go by themselves. If it is surely off and will not return, give it the taint `node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`: then their volumes are let go and StatefulSets go on. Do not force-delete while the node may still run.",
            "恢复节点后它们会自行消失。如果确认节点已关机且不会恢复，给它加上污点 `node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`：卷会被释放，StatefulSet 得以继续。节点可能仍在运行时不要强制删除。",
        ),
        next: vec![kubectl(format!("kubectl get pods -A -o wide --field-selector spec.nodeName={node}"), phrase!("every pod that is bound to it", "绑定在该节点上的所有 Pod"))],
        evidence,
    })
}
