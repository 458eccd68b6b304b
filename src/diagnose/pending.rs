//! Pods that wait for a node: by workload, with what keeps them from one. Each has one verdict, so one rule speaks of it.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::fit::{affinity, allocatable, request, selected, selector, untolerated};
use crate::diagnose::look::{in_namespace, kubectl, status};
use crate::diagnose::scheduler::{Reason, Refusal, What, refusal, waits};
use crate::diagnose::workload::{Group, groups, workload_of};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::phrase;
use crate::text::Phrase;

/// What has to change for the pod to get a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It asks for more than the largest node has.
    ExceedsLargest,
    /// No node offers the resource at all.
    NotOffered,
    /// The nodes are too full.
    Insufficient,
    /// Taints.
    Taint,
    /// Node selector or node affinity.
    Selector,
    /// Host ports.
    Ports,
    /// A volume that is bound to other nodes.
    Volume,
    /// Topology spread constraints, or affinity to other pods.
    Together,
    /// Anti-affinity.
    Apart,
    /// Its claim.
    Claim,
    /// All nodes are cordoned or not ready.
    Unschedulable,
    /// Something not known here.
    Other,
}

/// Pods of one workload that wait.
pub struct Stuck<'a> {
    /// They.
    pub group: Group<'a>,
    /// The one of which the scheduler speaks.
    pub pod: &'a Pod,
    /// What it says.
    pub refusal: Refusal<'a>,
}

/// All pods that wait for a node, by workload; with what the scheduler says of one of them, where the text shows it.
pub fn waiting(cluster: &Cluster) -> Vec<(Group<'_>, Option<(&Pod, Refusal<'_>)>)> {
    let all = groups(cluster, |pod| waits(pod) && (status(pod) == "Pending" || refusal(pod).is_some()));
    let told = |group: &Group<'_>| -> Option<usize> {
        std::iter::once(group.first).chain(group.rest.iter().copied()).position(|pod| refusal(pod).is_some())
    };
    let with = |group| {
        let at = told(&group);
        let pod: Option<&Pod> = at.and_then(|at| if at == 0 { Some(group.first) } else { group.rest.get(at - 1).copied() });
        (group, pod.and_then(|pod| Some((pod, refusal(pod)?))))
    };
    all.into_iter().map(with).collect()
}

/// The pods of one verdict, by workload.
pub fn stuck(cluster: &Cluster, wanted: Verdict) -> Vec<Stuck<'_>> {
    let told = waiting(cluster).into_iter().filter_map(|(group, told)| {
        let (pod, refusal) = told?;
        Some(Stuck { group, pod, refusal })
    });
    told.filter(|it| verdict(cluster, it.pod, &it.refusal) == wanted).collect()
}

/// An event of a pod that the text does not show otherwise counts for so long: the scheduler tries again within five minutes.
const EVENT_SECS: i64 = 600;

/// Pods of which only the scheduler's events speak.
fn unlisted(cluster: &Cluster) -> Vec<Pod> {
    let mut found: Map<(Option<&str>, String), Pod> = Map::new();
    for event in cluster.events.iter().filter(|it| it.reason == "FailedScheduling" && it.age_secs.is_some_and(|age| age < EVENT_SECS)) {
        let Some(id) = event.object.as_ref().filter(|id| id.kind == Kind::Pod && !cluster.pods.contains_key(id)) else { continue };
        let placed = cluster.events.iter().any(|it| it.object.as_ref() == Some(id) && it.reason == "Scheduled");
        if placed || cluster.scope.covering(&Kind::Pod, id.namespace.as_deref()).is_some() {
            continue;
        }
        let pod = Pod { events: vec![event.clone()], sightings: vec![event.span], ..Pod::new(id.clone()) };
        let workload = workload_of(&pod);
        found.slot((id.namespace.as_deref(), workload), || pod);
    }
    found.into_values().collect()
}

/// The findings of a rule that speaks of one verdict.
#[inline(never)]
pub fn check(cluster: &Cluster, rule: &str, wanted: Verdict, words: fn(&Cluster, &Stuck<'_>) -> Words) -> Vec<Finding> {
    let unlisted = unlisted(cluster);
    let told = unlisted.iter().filter_map(|pod| Some(Stuck { group: Group::of(pod), pod, refusal: refusal(pod)? }));
    let told = told.filter(|it| verdict(cluster, it.pod, &it.refusal) == wanted);
    stuck(cluster, wanted).into_iter().chain(told).map(|it| finding(cluster, rule, &it, words(cluster, &it))).collect()
}

fn verdict(cluster: &Cluster, pod: &Pod, refusal: &Refusal<'_>) -> Verdict {
    match refusal.closest() {
        What::Claim => Verdict::Claim,
        What::AntiAffinity => Verdict::Apart,
        What::Affinity | What::Spread => Verdict::Together,
        What::Volume => Verdict::Volume,
        What::Insufficient => lacking(cluster, pod, refusal),
        What::Ports => Verdict::Ports,
        // A tainted node was not asked for its labels: the one with the right labels may be among them.
        What::Selector if refusal.of_sort(What::Taint).next().is_some() && tainted_match(cluster, pod) => Verdict::Taint,
        What::Selector => Verdict::Selector,
        What::Taint => Verdict::Taint,
        What::Unschedulable => Verdict::Unschedulable,
        What::Other => Verdict::Other,
    }
}

fn tainted_match(cluster: &Cluster, pod: &Pod) -> bool {
    let asks = !selector(pod).is_empty() || !affinity(pod).is_empty();
    asks && cluster.nodes.values().any(|node| selected(pod, node) == Some(true) && !untolerated(pod, node).is_empty())
}

fn lacking(cluster: &Cluster, pod: &Pod, refusal: &Refusal<'_>) -> Verdict {
    let resources = || refusal.of_sort(What::Insufficient).filter_map(Reason::resource);
    let whole = refusal.of.is_some_and(|of| cluster.nodes.len() >= of as usize);
    let largest = |resource: &str| cluster.nodes.values().map(|node| allocatable(node, resource)).max().flatten();
    let shown = |node: &crate::model::node::Node| node.fields.keys().any(|it| it.starts_with("status.allocatable."));
    if whole && cluster.nodes.values().all(shown) {
        if resources().any(|it| it.contains('/') && largest(it).unwrap_or(0) == 0) {
            return Verdict::NotOffered;
        }
        if resources().any(|it| request(pod, it).zip(largest(it)).is_some_and(|(want, have)| want > have)) {
            return Verdict::ExceedsLargest;
        }
    }
    Verdict::Insufficient
}

/// The scheduler's arithmetic in its own words: `2× Insufficient cpu, 2× node(s) had untolerated taint(s)`.
pub fn arithmetic(refusal: &Refusal<'_>) -> String {
    let part = |it: &Reason<'_>| {
        let words = it.words.trim_start_matches("node(s) ").trim_end_matches('.');
        if it.nodes == 0 { words.to_owned() } else { format!("{} × {words}", it.nodes) }
    };
    refusal.reasons.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// `No node for 3 pods of web: …`.
fn title(stuck: &Stuck<'_>, tail: &Phrase) -> Phrase {
    let first = stuck.pod;
    let who = if stuck.group.rest.is_empty() {
        Phrase::same(first.id.name.as_str())
    } else {
        phrase!("{n} pods of {workload}", "{workload} 的 {n} 个 Pod", n = stuck.group.rest.len() + 1, workload = workload_of(first))
    };
    let of = |who: &str, tail: &str| phrase!("No node for {who}: {tail}", "{who} 没有可用的节点：{tail}", who = who, tail = tail);
    Phrase { en: of(&who.en, &tail.en).en, zh: of(&who.zh, &tail.zh).zh }
}

/// What a rule says of pods that wait.
pub struct Words {
    /// The end of the title: what keeps them from a node.
    pub tail: Phrase,
    /// See [`Finding`].
    pub why: Phrase,
    /// See [`Finding`].
    pub fix: Phrase,
    /// What to run before the description of the pod.
    pub next: Vec<Step>,
}

/// The finding, with the scheduler's line first.
#[inline(never)]
pub fn finding(cluster: &Cluster, rule: &str, stuck: &Stuck<'_>, words: Words) -> Finding {
    let group = &stuck.group;
    let first = stuck.pod;
    let pods = group.proof(phrase!("waits for a node", "等待分配节点"));
    let mut evidence = Proof::new(stuck.refusal.span, phrase!("what the scheduler says", "调度器的说明"));
    for line in pods.iter() {
        evidence = evidence.and(line.span, line.note.clone());
    }
    let workload = workload_of(first);
    let serves = |pod: &Pod| pod.is_ready() == Some(true) && pod.id.namespace == first.id.namespace && workload_of(pod) == workload;
    let severity = match cluster.pods.values().any(serves) {
        // A second replica that must not share the only node with the first is how the add-ons of small clusters are.
        true if stuck.refusal.of == Some(1) && stuck.refusal.closest() == What::AntiAffinity => Severity::Info,
        true => Severity::Warning,
        false => Severity::Critical,
    };
    let describe = format!("kubectl describe pod{} {}", in_namespace(&first.id), first.id.name);
    let mut next = words.next;
    next.push(kubectl(
        describe,
        phrase!("its requests, selectors and tolerations, and the latest event", "它的资源请求、选择器、容忍度，以及最新的事件"),
    ));
    Finding {
        rule: rule.to_owned(),
        severity,
        confidence: if first.status.is_some() { Confidence::Certain } else { Confidence::Likely },
        subject: first.id.clone(),
        also: group.pods().filter(|pod| pod.id != first.id).map(|pod| pod.id.clone()).collect(),
        title: title(stuck, &words.tail),
        why: words.why,
        fix: words.fix,
        next,
        evidence,
    }
}

/// The taint that Kubernetes puts on a node that is not ready is why pods stay away.
pub fn node_taint(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let pod = cluster.pods.get(&effect.subject)?;
    let refusal = refusal(pod).filter(|it| matches!(it.closest(), What::Taint | What::Unschedulable))?;
    let own = |key: &str| matches!(key, "node.kubernetes.io/not-ready" | "node.kubernetes.io/unreachable");
    let node = cluster.nodes.get(cause.subject.name.as_str())?;
    let named = refusal.of_sort(What::Taint).filter_map(Reason::taint).any(own);
    let shown =
        refusal.of_sort(What::Taint).next().is_some() && untolerated(pod, node).iter().any(|it| it.split(':').next().is_some_and(own));
    (named || shown || refusal.of_sort(What::Unschedulable).next().is_some())
        .then(|| phrase!("a node that is not ready takes no new pods", "未就绪的节点不接受新的 Pod"))
}
