//! Pods are Pending for minutes, and no event or condition in the text tells why.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, names};
use crate::diagnose::pending::waiting;
use crate::diagnose::storage;
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Listing;
use crate::order::{Map, Set};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedNoEvent = SchedNoEvent;

pub(super) struct SchedNoEvent;

static META: Meta = Meta {
    id: "sched-no-event",
    what: text!("A pod waits for a node, and the text does not say why.", "Pod 在等待节点，而文本没有说明原因。"),
    needs: "kubectl get pods",
};

impl Rule for SchedNoEvent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_namespace: Map<Option<&str>, Vec<&Pod>> = Map::new();
        for (group, _) in waiting(cluster).into_iter().filter(|(_, told)| told.is_none()) {
            for pod in std::iter::once(group.first).chain(group.rest).filter(|pod| old(cluster, pod)) {
                by_namespace.slot(pod.id.namespace.as_deref(), Vec::new).push(pod);
            }
        }
        by_namespace.into_values().filter_map(|pods| finding(cluster, &pods)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because no_node_at_all]
    }
}

/// A scheduler at work answers within seconds; image and volume come after it.
const GRACE_SECS: i64 = 300;

/// Long enough for a scheduler, or it has nothing to choose from.
fn old(cluster: &Cluster, pod: &Pod) -> bool {
    pod.age_secs.as_ref().is_some_and(|it| it.value >= GRACE_SECS) || no_nodes(cluster).is_some()
}

/// The list of nodes that came back empty.
fn no_nodes(cluster: &Cluster) -> Option<&Listing> {
    cluster.scope.covering(&Kind::Node, None).filter(|list| list.objects == 0 && cluster.nodes.is_empty())
}

/// Without any node DNS cannot run either.
fn no_node_at_all(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    no_nodes(cluster).and_then(|_| crate::diagnose::links::dns_pods(cluster, cause, effect))
}

/// Pods of so many workloads wait that it is a matter of the cluster.
const MANY: usize = 10;

fn finding(cluster: &Cluster, pods: &[&Pod]) -> Option<Finding> {
    let (first, rest) = pods.split_first()?;
    let name = first.id.name.as_str();
    let namespace = first.id.namespace.as_deref();
    let mut evidence = Proof::new(line(first), phrase!("Pending since it was created", "自创建起一直是 Pending"));
    for pod in rest.iter().take(4) {
        evidence = evidence.and(line(pod), phrase!("the same", "同上"));
    }
    let claims: Vec<_> = storage::waiting(cluster).into_iter().filter(|it| it.id.namespace.as_deref() == namespace).collect();
    let workloads: Set<String> = pods.iter().map(|pod| workload_of(pod)).collect();
        let why = if let Some(list) = no_nodes(cluster) {
        evidence = evidence.and(list.span, phrase!("the list of nodes is empty", "节点列表为空"));
        phrase!("The cluster has no node on which a pod could run.", "集群里没有任何可以运行 Pod 的节点。")
    } else if let Some(claim) = claims.first() {
        evidence = evidence.and(storage::place(claim), phrase!("a claim in the same namespace waits as well", "同一命名空间里有 PVC 也在等待"));
        phrase!(
            "No node has been found for it yet; a table does not tell the reason. Claim {claim} in the same namespace waits as well: if the pod uses it, the claim is what to look at first.",
            "至今没有为它找到节点；表格看不出原因。同一命名空间的 PVC {claim} 也在等待：如果该 Pod 使用它，先查这个 PVC。",
            claim = claim.id.name
        )
    } else if !cluster.nodes.is_empty() && cluster.nodes.values().all(|node| node.is_ready() == Some(false)) {
        phrase!("None of the nodes in the text is Ready, and only a Ready node takes new pods.", "文本中没有一个节点是 Ready，而只有 Ready 的节点才接受新 Pod。")
    } else {
        phrase!(
            "No node has been found for it yet; a table does not tell the reason. The scheduler writes it into an event of the pod: too little room, taints, labels, a claim. If there is no such event, the scheduler itself does not run, or the pod names another scheduler.",
            "至今没有为它找到节点；表格看不出原因。调度器会把原因写进该 Pod 的事件：资源不足、污点、标签或 PVC。如果没有这样的事件，可能是调度器没有运行，或 Pod 指定了别的调度器。",
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if no_nodes(cluster).is_some() { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: if workloads.len() < MANY { first.id.clone() } else { ObjectRef::cluster() },
        also: pods.iter().map(|pod| pod.id.clone()).filter(|id| workloads.len() >= MANY || *id != first.id).collect(),
        title: if no_nodes(cluster).is_some() {
            phrase!("{n} pods are Pending: the cluster has no nodes", "{n} 个 Pod 处于 Pending：集群没有任何节点", n = pods.len())
        } else if rest.is_empty() {
            phrase!("{name} is still Pending; the text does not say why", "{name} 一直处于 Pending，文本没有说明原因", name = name)
        } else {
            phrase!("{n} pods are still Pending ({which}); the text does not say why", "{n} 个 Pod 一直处于 Pending（{which}），文本没有说明原因", n = pods.len(), which = names(workloads.iter().map(String::as_str)))
        },
        why,
        fix: if no_nodes(cluster).is_some() {
            phrase!("Join a node to the cluster; on one machine, start its kubelet or worker as well.", "把节点加入集群；如果只有一台机器，也要在其上启动 kubelet 或工作节点进程。")
        } else {
            phrase!("Read the FailedScheduling event of the pod, then act on the reason that it names.", "查看该 Pod 的 FailedScheduling 事件，再按其中的原因处理。")
        },
        next: if no_nodes(cluster).is_some() {
            vec![kubectl("kubectl get nodes,csr", phrase!("has a node joined, or does one wait for approval?", "是否有节点加入，或有证书请求等待批准"))]
        } else {
            vec![
                kubectl(format!("kubectl describe pod{} {name}", in_namespace(&first.id)), phrase!("the scheduler's reason, under Events", "调度器给出的原因，见 Events")),
                kubectl("kubectl get pods -n kube-system | grep scheduler", phrase!("only if there is no event: does the scheduler run?", "仅在没有事件时：调度器是否在运行")),
            ]
        },
        evidence,
    })
}
