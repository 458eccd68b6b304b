//! What logs say, as the rules about log lines need it: lines of one meaning, one finding.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::look::{cut, names};
use crate::diagnose::rule::Meta;
use crate::model::cluster::Cluster;
use crate::model::log_fact::{Level, LogFact};
use crate::model::object_ref::ObjectRef;
use crate::order::Set;
use crate::phrase;
use crate::text::Phrase;

/// What was said longer ago than this is no trouble of now.
const PAST_SECS: i64 = 3600;

/// The words of a finding from logs.
pub struct Words {
    /// What it does.
    pub severity: Severity,
    /// How surely.
    pub confidence: Confidence,
    /// One line.
    pub title: Phrase,
    /// What the lines mean.
    pub why: Phrase,
    /// What to do.
    pub fix: Phrase,
    /// The next commands.
    pub next: Vec<Step>,
}

/// The facts of one meaning, without those that ended long before the newest thing that was observed.
pub fn facts<'a>(cluster: &'a Cluster, signature: &str) -> Vec<&'a LogFact> {
    cluster.logs.iter().filter(|it| it.signature == signature && !is_past(cluster, it)).collect()
}

/// Whether the lines ended long before the newest thing that was observed.
pub fn is_past(cluster: &Cluster, fact: &LogFact) -> bool {
    match (&cluster.now, fact.last) {
        (Some(now), Some(last)) => now.value.0.saturating_sub(last.0) > PAST_SECS,
        _ => false,
    }
}

/// How many lines.
pub fn lines(facts: &[&LogFact]) -> u64 {
    facts.iter().map(|it| it.count).sum()
}

/// Whose logs, at most three names.
pub fn who(facts: &[&LogFact]) -> String {
    let mut all: Set<&str> = Set::default();
    for fact in facts {
        all.insert(fact.name.as_deref().or(fact.program.as_deref()).unwrap_or("etcd"));
    }
    names(all.iter().copied())
}

/// Whether the fact is of a container or program of that name, or of a pod whose name begins with it.
pub fn of_program(fact: &LogFact, program: &str) -> bool {
    fact.program.as_deref() == Some(program) || fact.name.as_deref().is_some_and(|name| name.starts_with(program))
}

/// The object of a log: its pod as the cluster has it; without a name the cluster.
pub fn object(cluster: &Cluster, fact: &LogFact) -> ObjectRef {
    let Some(name) = fact.name.as_deref() else { return ObjectRef::cluster() };
    let known = cluster.pods.keys().find(|id| id.name == name && (fact.namespace.is_none() || id.namespace == fact.namespace));
    known.cloned().unwrap_or_else(|| ObjectRef::pod(fact.namespace.as_deref(), name))
}

/// Whether a finding is about this object, first or among others.
pub fn about(finding: &Finding, object: &ObjectRef) -> bool {
    finding.subject == *object || finding.also.contains(object)
}

/// The last words of a pod before it ended: its worst line of level error or above.
pub fn last_words<'a>(cluster: &'a Cluster, pod: &ObjectRef) -> Option<&'a LogFact> {
    let own = |it: &&LogFact| it.name.as_deref() == Some(pod.name.as_str()) && it.level >= Level::Error && !is_past(cluster, it);
    cluster.logs.iter().filter(own).max_by_key(|it| (it.level, it.last, it.span))
}

/// Some of a message, for a sentence.
pub fn quoted(message: &str) -> String {
    cut(message, 280)
}

/// One finding for all of them: about the pod, or, of several pods, about the cluster.
pub fn finding(cluster: &Cluster, meta: &Meta, facts: &[&LogFact], words: Words) -> Vec<Finding> {
    let Some((first, rest)) = facts.split_first() else { return Vec::new() };
    let subject = object(cluster, first);
    let mut also: Vec<ObjectRef> = Vec::new();
    let mut evidence = proof(first);
    for fact in rest {
        let id = object(cluster, fact);
        if id != subject && !also.contains(&id) {
            also.push(id);
        }
        evidence = evidence.and(fact.last_span, heard(fact));
    }
    let subject = if also.is_empty() {
        subject
    } else {
        also.insert(0, subject);
        ObjectRef::cluster()
    };
    vec![Finding {
        rule: meta.id.to_owned(),
        severity: words.severity,
        confidence: words.confidence,
        subject,
        also,
        title: words.title,
        why: words.why,
        fix: words.fix,
        next: words.next,
        evidence,
    }]
}

/// The last line of a fact as a proof.
pub fn proof(fact: &LogFact) -> Proof {
    Proof::new(fact.last_span, heard(fact))
}

/// What the line of a fact shows.
pub fn heard(fact: &LogFact) -> Phrase {
    if fact.count > 1 {
        phrase!("its log says so in {n} lines; the last", "其日志中有 {n} 行如此，这是最后一行", n = fact.count)
    } else {
        phrase!("its log says so", "其日志如此记录")
    }
}
