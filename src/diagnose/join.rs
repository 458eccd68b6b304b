//! Findings → incidents: follows the causal links that the rules declare.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::incident::{Effect, Incident};
use crate::diagnose::rule::Rule;
use crate::model::cluster::Cluster;
use crate::order;
use crate::order::Map;
use crate::text::Phrase;

/// Joins findings into incidents, most severe first. Every critical or warning finding is in exactly one.
pub(super) fn join(cluster: &Cluster, rules: &[&dyn Rule], findings: &[Finding]) -> Vec<Incident> {
    let causes = causes(cluster, rules, findings);
    let root_of = |mut at: usize| {
        while let Some((cause, _)) = causes.get(&at) {
            at = *cause;
        }
        at
    };
    let mut members: Map<usize, Vec<usize>> = Map::new();
    for at in 0..findings.len() {
        members.slot(root_of(at), Default::default).push(at);
    }
    let mut incidents: Vec<Incident> =
        members.into_iter().filter_map(|(root, members)| incident(cluster, rules, findings, &causes, root, &members)).collect();
    order::sort_by_key(&mut incidents, |it| (std::cmp::Reverse(it.severity), std::cmp::Reverse(it.effects.len()), it.root));
    incidents
}

/// For each finding the one that explains it, and why. The surest and most severe cause wins; a cycle is never closed.
fn causes(cluster: &Cluster, rules: &[&dyn Rule], findings: &[Finding]) -> Map<usize, (usize, Phrase)> {
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
    order::sort_by_key(&mut candidates, |(effect, cause, _)| (*effect, std::cmp::Reverse(strength(*cause)), *cause));
    let mut res: Map<usize, (usize, Phrase)> = Map::new();
    for (effect, cause, because) in candidates {
        let mut up = cause;
        while let Some((next, _)) = res.get(&up) {
            up = *next;
        }
        if up != effect && !res.contains_key(&effect) {
            res.insert(effect, (cause, because));
        }
    }
    res
}

fn incident(
    cluster: &Cluster,
    rules: &[&dyn Rule],
    findings: &[Finding],
    causes: &Map<usize, (usize, Phrase)>,
    root: usize,
    members: &[usize],
) -> Option<Incident> {
    let severity = members.iter().filter_map(|at| findings.get(*at)).map(|it| it.severity).max()?;
    if severity < Severity::Warning {
        return None;
    }
    let found = findings.get(root)?;
    let story = rules.iter().find(|rule| rule.meta().id == found.rule).map(|rule| rule.story(cluster, found)).unwrap_or_default();
    let mut effects = Vec::new();
    let mut open = vec![root];
    // Depth first, so that each effect stands right after what it follows from.
    while let Some(cause) = open.pop() {
        if let Some((_, because)) = causes.get(&cause).filter(|_| cause != root) {
            let from = causes.get(&cause).map_or(root, |(from, _)| *from);
            effects.push(Effect { finding: cause, cause: from, because: because.clone() });
        }
        open.extend(members.iter().rev().copied().filter(|at| *at != root && causes.get(at).is_some_and(|(from, _)| *from == cause)));
    }
    Some(Incident {
        root,
        effects,
        severity,
        confidence: found.confidence.max(Confidence::Possible),
        headline: found.title.clone(),
        still_works: story.still_works,
        at_risk: story.at_risk,
        alternatives: story.alternatives,
        settle: if story.settle.is_empty() { found.next.clone() } else { story.settle },
    })
}
