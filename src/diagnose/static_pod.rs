//! What the rules about static pods of the control plane have in common.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard;
use crate::diagnose::look::{in_namespace, kubectl, line, on_node, pods_of, reason, status};
use crate::diagnose::rule::Meta;
use crate::diagnose::workload::replica_set;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::log_fact::Level;
use crate::model::pod::{BACK_OFF_CAP_SECS, Pod};
use crate::phrase;
use crate::text::{Phrase, thousands};

/// A pod younger than this may still be starting.
const GRACE_SECS: i64 = 120;

/// A finding for each pod of `role` that is not ready. `impact` says what it means with so many others ready.
pub fn down(cluster: &Cluster, meta: &Meta, role: Role, impact: impl Fn(usize) -> Phrase) -> Vec<Finding> {
    let others_ready = |pod: &Pod| pods_of(cluster, role).filter(|it| it.id != pod.id && it.is_ready() == Some(true)).count();
    let mut res = Vec::new();
    for pod in pods_of(cluster, role).filter(|pod| pod.is_ready() == Some(false)) {
        // Where it runs as a Deployment, for a cluster that is hosted here, its name tells no node.
        let named = pod.id.name.strip_prefix(&format!("{}-", product(pod))).unwrap_or_default();
        let node = if hosted(pod) { String::new() } else { named.to_owned() };
        let node_down = cluster.nodes.get(&node).and_then(crate::model::node::Node::is_ready) == Some(false);
        let fresh = pod.age_secs.as_ref().is_some_and(|age| age.value < GRACE_SECS) && !reason(pod).contains("BackOff");
        // On a node that fell silent the pod is as it was; but a program that wrote why it ends, ended for that.
        let unknown = node_down && heard::last_words(cluster, &pod.id).is_none_or(|it| it.level < Level::Fatal);
        if fresh || unknown || status(pod) == "Completed" {
            continue;
        }
        let mut found = finding(pod, meta, &node, &impact(others_ready(pod)));
        if let Some(words) = heard::last_words(cluster, &pod.id) {
            found.evidence = found.evidence.and(words.last_span, phrase!("what its log says", "其日志的说明"));
            let said = phrase!("Its log says: \"{said}\".", "其日志写道：“{said}”。", said = heard::quoted(&words.message));
            found.why = Phrase { en: format!("{} {}", said.en, found.why.en), zh: said.zh + &found.why.zh };
        }
        res.push(found);
    }
    res
}

/// Whether a controller named it: then the last part of its name is no node.
fn hosted(pod: &Pod) -> bool {
    replica_set(pod).is_some() || pod.owner.as_ref().is_some_and(|it| it.value.kind == Kind::StatefulSet)
}

fn product(pod: &Pod) -> &str {
    pod.component.as_ref().map_or("", |it| it.product.as_str())
}

fn finding(pod: &Pod, meta: &Meta, node: &str, impact: &Phrase) -> Finding {
    let name = product(pod);
    let state = status(pod);
    let count = pod.restarts.as_ref().map_or(0, |it| it.value.count);
    let mut evidence = Proof::new(line(pod), phrase!("not ready: {state}", "未就绪：{state}", state = state));
    for event in pod.events.iter().filter(|it| it.kind == "Warning") {
        evidence = evidence.and(event.span, phrase!("an event of this pod", "该 Pod 的事件"));
    }
    let since = since(pod);
    let why = match since {
        Some(since) => Phrase { en: format!("{} {}", since.en, impact.en), zh: format!("{}{}", since.zh, impact.zh) },
        None => impact.clone(),
    };
    let severity = if matches!(meta.id, "apiserver-crashloop" | "etcd-crashloop") { Severity::Critical } else { Severity::Warning };
    let previous = format!("kubectl logs{} {} --previous --tail=50", in_namespace(&pod.id), pod.id.name);
    let on_host = format!("crictl logs --tail 50 $(crictl ps -a -q --name {name} | head -1)");
    Finding {
        rule: meta.id.to_owned(),
        severity,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: Vec::new(),
        title: if node.is_empty() {
            phrase!("{pod} is not ready: {state}", "{pod} 未就绪：{state}", pod = pod.id.name, state = state)
        } else {
            title(name, node, state, count)
        },
        why,
        fix: phrase!(
            "Read its last log: the final line before it exits names the reason.",
            "查看它最后一次的日志：退出前的最后一行会说明原因。",
        ),
        next: if node.is_empty() {
            vec![kubectl(previous, phrase!("why it exited the last time", "上一次为何退出"))]
        } else {
            vec![
                kubectl(previous, phrase!("why it exited the last time", "上一次为何退出")),
                on_node(
                    node,
                    on_host,
                    phrase!("the same on the node, if the API cannot fetch the log", "若 API 取不到日志，可在节点上查看"),
                ),
            ]
        },
        evidence,
    }
}

fn title(name: &str, node: &str, state: &str, count: u64) -> Phrase {
    if count > 0 && state == "Running" {
        phrase!(
            "{name} on {node} is not ready, {count} restarts",
            "{node} 上的 {name} 未就绪，已重启 {count} 次",
            name = name,
            node = node,
            count = thousands(count)
        )
    } else if count > 0 {
        phrase!(
            "{name} on {node}: {state}, {count} restarts",
            "{node} 上的 {name}：{state}，已重启 {count} 次",
            name = name,
            node = node,
            state = state,
            count = thousands(count)
        )
    } else {
        phrase!("{name} on {node} is not ready: {state}", "{node} 上的 {name} 未就绪：{state}", name = name, node = node, state = state)
    }
}

/// How long it has failed, where restarts and age tell: the back-off allows at most one start in five minutes,
/// so a greater count reaches back further than the age of the mirror pod.
fn since(pod: &Pod) -> Option<Phrase> {
    let (count, age) = (i64::try_from(pod.restarts.as_ref()?.value.count).ok()?, pod.age_secs.as_ref()?.value);
    if !reason(pod).contains("BackOff") || count == 0 {
        return None;
    }
    let possible = pod.restarts_possible()?;
    let days = age / 86_400;
    if count > possible && days >= 1 {
        let at_least = count * BACK_OFF_CAP_SECS / 86_400;
        let lead = if at_least >= 60 {
            phrase!(
                "It has been failing for months, far longer than the pod's age of {days} days.",
                "它已经失败了好几个月，远不止 Pod 年龄显示的 {days} 天。",
                days = days
            )
        } else {
            phrase!(
                "It has been failing for longer than the pod's age of {days} days.",
                "它失败的时间比 Pod 年龄显示的 {days} 天更长。",
                days = days
            )
        };
        let sum = phrase!(
            "The kubelet waits up to 5 minutes between two starts, which allows about {possible} restarts in that time; {count} restarts take some {at_least} days, unless the kubelet itself was restarted again and again.",
            "kubelet 两次启动之间最长等待 5 分钟，这段时间最多约 {possible} 次重启；{count} 次重启大约需要 {at_least} 天，除非 kubelet 本身被反复重启。",
            possible = thousands(possible.unsigned_abs()),
            count = thousands(count.unsigned_abs()),
            at_least = at_least,
        );
        return Some(Phrase { en: format!("{} {}", lead.en, sum.en), zh: format!("{}{}", lead.zh, sum.zh) });
    }
    None
}
