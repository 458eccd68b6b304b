//! Findings → incidents: follows the causal links that the rules declare.

use std::cmp::Reverse;

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::impact;
use crate::diagnose::incident::{Effect, Incident};
use crate::diagnose::replicas::Replicas;
use crate::diagnose::rule::Rule;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::topology::Presence;
use crate::order;
use crate::order::Map;
use crate::phrase;
use crate::text::Phrase;

/// What explains each finding, by places among the findings.
struct Causes {
    /// For each finding that has one, its cause and why.
    of: Map<usize, (usize, Phrase)>,
    /// Findings that another one would explain as well, with that one.
    rivals: Vec<(usize, usize)>,
}

impl Causes {
    /// The finding at the head of the chain.
    fn root(&self, mut at: usize) -> usize {
        while let Some((cause, _)) = self.of.get(&at) {
            at = *cause;
        }
        at
    }
}

/// Joins findings into incidents, most severe first. Every critical or warning finding is in exactly one.
pub(super) fn join(cluster: &Cluster, rules: &[&dyn Rule], findings: &[Finding]) -> Vec<Incident> {
    let causes = causes(cluster, rules, findings);
    let mut members: Map<usize, Vec<usize>> = Map::new();
    for at in 0..findings.len() {
        members.slot(causes.root(at), Default::default).push(at);
    }
    let replicas = Replicas::of(cluster);
    let mut incidents: Vec<Incident> = members
        .into_iter()
        .filter_map(|(root, members)| incident(&Case { cluster, rules, findings, causes: &causes, replicas: &replicas }, root, &members))
        .collect();
    order::sort_by_key(&mut incidents, |it| {
        let members = std::iter::once(it.root).chain(it.effects.iter().map(|effect| effect.finding));
        let reach = members.filter_map(|at| findings.get(at)).map(|found| reach(cluster, &found.subject)).max();
        (Reverse(it.severity), Reverse(reach), Reverse(it.effects.len()), it.root)
    });
    incidents
}

/// How far the failure of an object reaches: the control plane over a node and what every pod needs, those over anything else.
fn reach(cluster: &Cluster, object: &ObjectRef) -> u8 {
    match &object.kind {
        Kind::Cluster => 2,
        Kind::Node if cluster.nodes.get(&object.name).is_some_and(Node::is_control_plane) => 2,
        Kind::Node => 1,
        Kind::Pod => match cluster.pods.get(object).and_then(|pod| pod.component.as_ref()).map(|it| it.role) {
            Some(Role::ApiServer | Role::Etcd | Role::ControllerManager | Role::Scheduler) => 2,
            Some(Role::Dns | Role::Cni) => 1,
            // What is missing is not among the pods.
            None if cluster
                .topology
                .control_plane
                .iter()
                .any(|it| matches!(&it.etcd, Presence::Absent { expected, .. } if expected == object)) =>
            {
                2
            }
            _ => 0,
        },
        _ => 0,
    }
}

/// For each finding the one that explains it, and why. The surest and most severe cause wins; a cycle is never closed.
fn causes(cluster: &Cluster, rules: &[&dyn Rule], findings: &[Finding]) -> Causes {
    let by_rule = |id: &str| findings.iter().enumerate().filter(move |(_, it)| it.rule == id).collect::<Vec<_>>();
    let mut candidates: Vec<(usize, usize, Phrase)> = Vec::new();
    for rule in rules {
        let found = by_rule(rule.meta().id);
        if found.is_empty() {
            continue;
        }
        for link in rule.explains() {
            for (effect_at, effect) in by_rule(link.effect) {
                for (cause_at, cause) in &found {
                    if *cause_at != effect_at
                        && let Some(because) = (link.because)(cluster, cause, effect)
                    {
                        candidates.push((effect_at, *cause_at, because));
                    }
                }
            }
        }
    }
    let strength = |at: usize| findings.get(at).map(|it| (it.confidence, it.severity));
    order::sort_by_key(&mut candidates, |(effect, cause, _)| (*effect, Reverse(strength(*cause)), *cause));
    let mut res = Causes { of: Map::new(), rivals: Vec::new() };
    for (effect, cause, because) in candidates {
        if res.of.contains_key(&effect) {
            res.rivals.push((effect, cause));
        } else if res.root(cause) != effect {
            res.of.insert(effect, (cause, because));
        }
    }
    // What is itself part of the same chain is no other cause.
    let mut rivals = std::mem::take(&mut res.rivals);
    rivals.retain(|(effect, rival)| {
        res.root(*effect) != res.root(*rival) && findings.get(*rival).is_some_and(|it| it.severity >= Severity::Warning)
    });
    res.rivals = rivals;
    res
}

/// What an incident is made from.
struct Case<'a> {
    cluster: &'a Cluster,
    rules: &'a [&'a dyn Rule],
    findings: &'a [Finding],
    causes: &'a Causes,
    replicas: &'a Replicas<'a>,
}

fn incident(case: &Case<'_>, root: usize, members: &[usize]) -> Option<Incident> {
    let Case { cluster, rules, findings, causes, replicas } = *case;
    let of_it: Vec<&Finding> = members.iter().filter_map(|at| findings.get(*at)).collect();
    let severity = of_it.iter().map(|it| it.severity).max()?;
    if severity < Severity::Warning {
        return None;
    }
    let found = findings.get(root)?;
    let mut story = rules.iter().find(|rule| rule.meta().id == found.rule).map(|rule| rule.story(cluster, found)).unwrap_or_default();
    impact::add(cluster, replicas, &of_it, &mut story);
    for (effect, rival) in causes.rivals.iter().filter(|(effect, _)| members.contains(effect)) {
        let said = findings.get(*effect).zip(findings.get(*rival)).map(|(effect, rival)| other_cause(effect, rival));
        story.alternatives.extend(said.filter(|said| !story.alternatives.contains(said)));
    }
    let mut effects = Vec::new();
    let mut open = vec![root];
    // Depth first, so that each effect stands right after what it follows from.
    while let Some(cause) = open.pop() {
        if let Some((from, because)) = causes.of.get(&cause).filter(|_| cause != root) {
            effects.push(Effect { finding: cause, cause: *from, because: because.clone() });
        }
        open.extend(members.iter().rev().copied().filter(|at| *at != root && causes.of.get(at).is_some_and(|(from, _)| *from == cause)));
    }
    Some(Incident {
        root,
        effects,
        severity,
        confidence: found.confidence.max(Confidence::Possible),
        headline: found.title.clone(),
        hit: story.hit,
        still_works: story.still_works,
        at_risk: story.at_risk,
        alternatives: story.alternatives,
        settle: if story.settle.is_empty() { found.next.clone() } else { story.settle },
    })
}

/// That an effect has another cause that fits, and what tells the two apart.
fn other_cause(effect: &Finding, rival: &Finding) -> Phrase {
    let apart = rival.next.first().or(effect.next.first()).map_or_else(String::new, |step| step.command.clone());
    let say = |effect: &str, rival: &str| {
        phrase!(
            "{effect}: {rival} would explain it as well. `{apart}` tells the two apart.",
            "{effect}：{rival} 同样可以解释。用 `{apart}` 加以区分。",
            effect = effect,
            rival = rival,
            apart = apart,
        )
    };
    Phrase { en: say(&effect.title.en, &rival.title.en).en, zh: say(&effect.title.zh, &rival.title.zh).zh }
}
