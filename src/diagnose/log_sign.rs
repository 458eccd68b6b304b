//! Rules that stand on one known line of a log: what the line means is in its signature, and only the words differ.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::log_fact::LogFact;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::Phrase;

/// What such a rule says.
pub struct Sign {
    /// How bad it is.
    pub severity: Severity,
    /// Of the kubelet: about the node; else about the pod, or the workload that the program is of.
    pub of_kubelet: bool,
    /// The program that must have said it, by the beginning of its or its pod's name; any, if empty.
    pub program: &'static str,
    /// So many lines at least: a single one may be a passing trouble.
    pub least: u64,
    /// What is wrong, in one line.
    pub title: fn() -> Phrase,
    /// The mechanism.
    pub why: fn() -> Phrase,
    /// What to do.
    pub fix: fn() -> Phrase,
    /// The commands, with the node's or the pod's name.
    pub next: fn(&str) -> Vec<Step>,
}

/// Such a rule. Its id is that of the signature.
pub struct LogRule {
    /// Its card.
    pub meta: &'static Meta,
    /// What it says.
    pub sign: &'static Sign,
    /// What it explains.
    pub links: &'static [Link],
}

impl Rule for LogRule {
    fn meta(&self) -> &'static Meta {
        self.meta
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, self.meta.id, self.sign)
    }

    fn explains(&self) -> &'static [Link] {
        self.links
    }
}

/// One finding for all logs that say so, the first of them its subject.
#[inline(never)]
fn check(cluster: &Cluster, id: &str, sign: &Sign) -> Vec<Finding> {
    let facts: Vec<&LogFact> =
        cluster.logs.iter().filter(|it| it.signature == id && says(sign, it) && !over(cluster, id, sign, it)).collect();
    let lines: u64 = facts.iter().map(|it| it.count).sum();
    let Some((first, rest)) = facts.split_first().filter(|_| lines >= sign.least) else { return Vec::new() };
    let mut evidence = Proof::new(first.span, phrase!("the log says so", "日志如此记录"));
    if first.last_span != first.span {
        evidence = evidence.and(first.last_span, phrase!("and says it again: {n} lines", "反复出现：{n} 行", n = first.count));
    }
    for fact in rest.iter().take(3) {
        evidence = evidence.and(fact.span, phrase!("another log says the same", "另一份日志也是如此"));
    }
    let subject = subject(cluster, sign, first);
    let mut also: Vec<ObjectRef> = rest.iter().map(|it| self::subject(cluster, sign, it)).filter(|it| *it != subject).collect();
    also.dedup();
    let name = if subject.kind == Kind::Cluster { "NODE" } else { subject.name.as_str() };
    vec![Finding {
        rule: id.to_owned(),
        severity: sign.severity,
        confidence: Confidence::Likely,
        title: (sign.title)(),
        why: (sign.why)(),
        fix: (sign.fix)(),
        next: (sign.next)(name),
        also,
        subject,
        evidence,
    }]
}

fn says(sign: &Sign, fact: &LogFact) -> bool {
    let own = |it: &Option<String>| it.as_deref().is_some_and(|it| it.starts_with(sign.program));
    sign.program.is_empty() || own(&fact.program) || own(&fact.name)
}

/// Whether what the log is of does well by now: a kubelet that could not start has started, if its node is Ready. A pod that is ready
/// may well go on complaining.
fn over(cluster: &Cluster, id: &str, sign: &Sign, fact: &LogFact) -> bool {
    let start = sign.of_kubelet && id.starts_with("kubelet-");
    start && cluster.nodes.get(&subject(cluster, sign, fact).name).and_then(Node::is_ready) == Some(true)
}

fn subject(cluster: &Cluster, sign: &Sign, fact: &LogFact) -> ObjectRef {
    let Some(name) = &fact.name else {
        let only = cluster.nodes.keys().next().filter(|_| sign.of_kubelet && cluster.nodes.len() == 1);
        return match (only, &fact.program) {
            (Some(node), _) => ObjectRef::node(node.as_str()),
            (None, Some(program)) if !sign.of_kubelet => {
                ObjectRef { kind: Kind::Pod, namespace: fact.namespace.clone(), name: program.clone() }
            }
            _ => ObjectRef::cluster(),
        };
    };
    if sign.of_kubelet {
        let known = cluster.nodes.keys().find(|node| *node == name || node.split('.').next() == name.split('.').next());
        return ObjectRef::node(known.unwrap_or(name).as_str());
    }
    ObjectRef::pod(fact.namespace.as_deref(), name.as_str())
}

/// The effect is about the node whose kubelet wrote the log.
pub fn same_node(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    (effect.subject == cause.subject).then(|| phrase!("it is the kubelet of that node", "它就是该节点的 kubelet"))
}

/// The effect is about a pod whose log says so, or about its fellows.
pub fn same_pod(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let workload = |id: &ObjectRef| cluster.pods.get(id).map(crate::diagnose::workload::workload_of);
    let own = workload(&cause.subject)?;
    (workload(&effect.subject)? == own).then(|| phrase!("its log tells the reason", "它的日志说明了原因"))
}
