//! A pod is being deleted and does not go away.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, names, on_lost_node, on_node, status};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::replica_set;
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::time::parse_age;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PodTerminatingStuck = PodTerminatingStuck;

pub(super) struct PodTerminatingStuck;

static META: Meta = Meta {
    id: "pod-terminating-stuck",
    what: text!("A pod stays Terminating.", "Pod 一直处于 Terminating。"),
    needs: "kubectl get pods -o wide; kubectl describe pod …",
};

/// A deletion that takes longer than this is not the usual grace period (30 s) any more; what asks for more is rare.
const LONG_SECS: i64 = 300;

impl Rule for PodTerminatingStuck {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let leaving = cluster.pods.values().filter(|pod| status(pod).starts_with("Terminating") && !on_lost_node(cluster, pod));
        leaving.filter_map(|pod| Some(finding(pod, since(cluster, pod)?))).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const HOLDS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            let holder = effect.subject != cause.subject && effect.also.contains(&cause.subject);
            holder.then(|| phrase!("it holds the volume until it is gone", "在它消失之前，该卷一直被它占用"))
        };
        &[Link { effect: "volume-multi-attach", because: HOLDS }]
    }
}

/// How long it has been leaving, at least, and what tells so.
fn since(cluster: &Cluster, pod: &Pod) -> Option<(i64, Span)> {
    // describe prints `Terminating (lasts 5m)`.
    let lasts = status(pod).split_once("(lasts ").and_then(|(_, rest)| parse_age(rest.trim_end_matches(')')));
    // The stamp of an object is the end of its grace period.
    let past = pod.deleted.as_ref().zip(cluster.now.as_ref()).map(|(end, now)| (now.value.0 - end.value.0, end.span));
    // A ReplicaSet makes the replacement at once: the youngest sibling is no older than the deletion.
    let age = |it: &Pod| it.age_secs.as_ref().map(|it| it.value);
    let set = replica_set(pod);
    let siblings = cluster.pods.values().filter(|it| it.id != pod.id && set.is_some() && it.id.namespace == pod.id.namespace && replica_set(it) == set);
    let youngest = siblings.filter(|it| age(it) < age(pod)).min_by_key(|it| age(it)).and_then(|it| Some((age(it)?, line(it))));
    let all = [lasts.map(|it| (it, line(pod))), past, youngest];
    all.into_iter().flatten().find(|(secs, _)| *secs >= LONG_SECS)
}

fn finding(pod: &Pod, (secs, told): (i64, Span)) -> Finding {
    let name = pod.id.name.as_str();
    let of = in_namespace(&pod.id);
    let minutes = secs / 60;
    let mut next = vec![kubectl(format!("kubectl get pod{of} {name} -o jsonpath='{{.metadata.deletionTimestamp}} {{.metadata.finalizers}}'"), phrase!("since when, and what must happen first", "从何时开始，以及要先完成什么"))];
    if let Some(node) = &pod.node {
        next.push(kubectl(format!("kubectl get node {}", node.value), phrase!("whether its node is Ready", "所在节点是否 Ready")));
        next.push(on_node(&node.value, format!("journalctl -u kubelet --since '-30 min' --no-pager | grep {name}"), phrase!("what the kubelet waits for", "kubelet 在等待什么")));
    }
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        subject: pod.id.clone(),
        also: Vec::new(),
        title: phrase!("{name} has been Terminating for at least {minutes} minutes", "{name} 处于 Terminating 至少 {minutes} 分钟", name = name, minutes = minutes),
        why: phrase!(
            "A deletion ends within the grace period, 30 s unless set otherwise. It takes longer where the node's kubelet does not answer, a container or volume cannot be stopped, or a finalizer waits for its controller. Meanwhile the pod may keep its volume from its replacement.",
            "删除会在宽限期内完成，默认 30 秒。如果更久，原因可能是节点 kubelet 没有响应、容器或卷无法停止，或 finalizer 在等待其控制器。在此期间，它可能占着卷，使替代的 Pod 无法挂载。",
        ),
        fix: phrase!(
            "Look at its node and finalizers first. `kubectl delete pod --force` only removes the record: use it only when the node is surely off, or two pods may write to one volume.",
            "先检查所在节点和 finalizer。`kubectl delete pod --force` 只是删除记录：只有确认节点已关机才使用，否则可能有两个 Pod 同时写入一个卷。",
        ),
        next,
        evidence: Proof::new(line(pod), phrase!("being deleted", "正在删除")).and(told, phrase!("tells since when: its replacement is {minutes} minutes old, or its deletion was due then", "说明从何时开始：替代的 Pod 已存在 {minutes} 分钟，或删除本应在那时完成", minutes = minutes)),
    }
}

/// Names of some pods.
pub(super) fn listed(pods: &[&Pod]) -> String {
    names(pods.iter().map(|pod| pod.id.name.as_str()))
}
