//! A node that reports pressure: disk, memory and process ids differ in their words only.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::look::{line, status};
use crate::diagnose::node_trouble::kubelet_says;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// What is said of one kind of pressure.
pub struct Words {
    /// What the node does, as the end of a sentence.
    pub does: fn() -> Phrase,
    /// The mechanism.
    pub why: fn() -> Phrase,
    /// What to do.
    pub fix: fn() -> Phrase,
    /// The commands, with the node's name.
    pub next: fn(&str) -> Vec<Step>,
}

/// Finds it by the condition, else by the kubelet's log.
#[inline(never)]
pub fn check(cluster: &Cluster, rule: &'static str, condition: &str, words: &Words) -> Vec<Finding> {
    let mut found: Vec<Finding> = cluster.nodes.values().filter_map(|node| by_node(cluster, rule, condition, node, words)).collect();
    // A kubelet's log without a list of nodes.
    if cluster.nodes.is_empty()
        && let Some(fact) = cluster.logs.iter().find(|it| it.signature == rule)
    {
        let subject = fact.name.as_deref().map_or_else(ObjectRef::cluster, ObjectRef::node);
        let proof = Proof::new(fact.span, phrase!("the kubelet's log", "kubelet 的日志"));
        found.push(finding(rule, subject, Confidence::Likely, proof, Vec::new(), words));
    }
    found
}

fn by_node(cluster: &Cluster, rule: &'static str, condition: &str, node: &Node, words: &Words) -> Option<Finding> {
    let seen = node.conditions.get(condition);
    let (span, confidence): (Span, _) = match seen {
        Some(seen) if seen.value.status == "True" => (seen.span, Confidence::Certain),
        // A condition that is False is newer than a log, or as new.
        Some(_) => return None,
        None => (kubelet_says(cluster, node, rule).next()?.last_span, Confidence::Likely),
    };
    let evicted: Vec<_> = cluster.pods_on(&node.id.name).filter(|pod| status(pod) == "Evicted").collect();
    let mut proof = Proof::new(span, phrase!("the kubelet says so", "kubelet 如此报告"));
    for pod in evicted.iter().take(3) {
        proof = proof.and(line(pod), phrase!("evicted from that node", "已从该节点驱逐"));
    }
    Some(finding(rule, node.id.clone(), confidence, proof, evicted.iter().map(|pod| pod.id.clone()).collect(), words))
}

fn finding(rule: &str, subject: ObjectRef, confidence: Confidence, evidence: Proof, also: Vec<ObjectRef>, words: &Words) -> Finding {
    let name = subject.name.clone();
    let does = (words.does)();
    let who_is_named = subject.kind == crate::kind::Kind::Node;
    let who = if who_is_named {
        phrase!("Node {name} ", "节点 {name} ", name = name)
    } else {
        phrase!("The node whose kubelet wrote this log ", "写下该日志的 kubelet 所在节点")
    };
    Finding {
        rule: rule.to_owned(),
        severity: Severity::Critical,
        confidence,
        title: Phrase { en: who.en + &does.en, zh: who.zh + &does.zh },
        subject,
        also,
        why: (words.why)(),
        fix: (words.fix)(),
        next: if who_is_named { (words.next)(&name) } else { (words.next)("NODE") },
        evidence,
    }
}
