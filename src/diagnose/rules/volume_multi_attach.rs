//! A volume for one node at a time is still attached to the old pod's node.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, status};
use crate::diagnose::mounting::{Sort, Trouble, troubles, volume};
use crate::diagnose::workload::workload_of;
use crate::model::pod::Pod;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: VolumeMultiAttach = VolumeMultiAttach;

pub(super) struct VolumeMultiAttach;

static META: Meta = Meta {
    id: "volume-multi-attach",
    what: text!("A volume is still attached to another node.", "卷仍挂接在另一个节点上。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for VolumeMultiAttach {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        troubles(cluster, Sort::MultiAttach).iter().map(|it| finding(cluster, it)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout]
    }
}

fn finding(cluster: &Cluster, trouble: &Trouble<'_>) -> Finding {
    let name = trouble.id.name.as_str();
    let event = trouble.event;
    let disk = volume(event);
    let workload = trouble.pod.map_or_else(|| workload_of(&Pod::new(trouble.id.clone())), workload_of);
    // `Volume is already used by pod(s) web-1`; else the sibling that is on its way out.
    let told = event.message.split_once("used by pod(s) ").and_then(|(_, rest)| rest.split([',', ' ']).next());
    let leaving = |pod: &&Pod| pod.id.namespace == trouble.id.namespace && pod.id != trouble.id && (Some(pod.id.name.as_str()) == told || status(pod) == "Terminating" && workload_of(pod) == workload);
    let holder = cluster.pods.values().find(leaving);
    let node = holder.and_then(|pod| pod.node.as_ref()).map(|it| it.value.as_str());
    let lost = node.and_then(|node| cluster.nodes.get(node)).is_some_and(|node| node.is_ready() == Some(false));
    let mut evidence = Proof::new(event.span, phrase!("what the attach controller says", "挂接控制器的说明"));
    if let Some(pod) = holder {
        evidence = evidence.and(line(pod), phrase!("the pod that holds it", "占用该卷的 Pod"));
    }
    let who = holder.map(|pod| pod.id.name.as_str()).or(told).unwrap_or_default();
    // Source: kubernetes/kubernetes, pkg/controller/volume/attachdetach/attach_detach_controller.go: MaxWaitForUnmountDuration is six minutes,
    // and counts for a node that is not healthy alone.
    let why = match (who.is_empty(), lost) {
        (false, true) => phrase!(
            "The volume may be attached to one node at a time, and {who} still holds it on {node}, which is not ready: nobody can confirm that it has let go. Kubernetes detaches by force after six minutes, and only once the pod is deleted.",
            "该卷同一时间只能挂接到一个节点，而 {who} 仍在 {node} 上占用它，该节点未就绪：没有人能确认它已释放。Kubernetes 要等六分钟才会强制分离，且前提是该 Pod 已删除。",
            who = who, node = node.unwrap_or_default()
        ),
        (false, false) => phrase!(
            "The volume may be attached to one node at a time, and {who} still holds it. In a rolling update the old pod goes only when the new one is ready, and the new one waits for the volume: neither moves.",
            "该卷同一时间只能挂接到一个节点，而 {who} 仍占用它。滚动更新时，旧 Pod 要等新 Pod 就绪才会退出，新 Pod 又在等这个卷：双方都无法前进。",
            who = who
        ),
        (true, _) => phrase!(
            "The volume may be attached to one node at a time, and it still is to another. It moves when the old pod is gone and its node has let go.",
            "该卷同一时间只能挂接到一个节点，而它仍挂接在另一个节点上。旧 Pod 消失且其节点释放之后，它才能转移。",
        ),
    };
    let fix = if lost {
        phrase!("Make sure that the old node is off, then delete the old pod by force or taint the node `node.kubernetes.io/out-of-service`. If both write, the data is lost.", "先确认旧节点已关机，再强制删除旧 Pod，或给节点加上 `node.kubernetes.io/out-of-service` 污点。如果两边同时写入，数据会损坏。")
    } else {
        phrase!("Use the strategy Recreate for a Deployment with such a volume (or a StatefulSet), and delete the old pod once.", "对使用这种卷的 Deployment 改用 Recreate 策略（或使用 StatefulSet），并删除一次旧 Pod。")
    };
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: trouble.id.clone(),
        also: trouble.also.iter().cloned().chain(holder.map(|pod| pod.id.clone())).collect(),
        title: phrase!("{name} waits for volume {disk}, which is attached to another node", "{name} 在等待卷 {disk}，它仍挂接在另一个节点上", name = name, disk = disk),
        why,
        fix,
        next: vec![
            kubectl("kubectl get volumeattachments", phrase!("to which node the volume is attached", "该卷挂接在哪个节点")),
            kubectl(format!("kubectl get pods{} -o wide", in_namespace(&trouble.id)), phrase!("is the old pod still there?", "旧 Pod 是否还在")),
        ],
        evidence,
    }
}
