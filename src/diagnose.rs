//! [`Cluster`](crate::model::cluster::Cluster) → findings → incidents. Knows operations; does not know text or layout.

use std::cmp::Reverse;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::dismissal::{Dismissal, Dismissed};
use crate::diagnose::finding::Finding;
use crate::diagnose::rules::RULES;
use crate::model::cluster::Cluster;
use crate::order;

pub mod diagnosis;
pub mod dismissal;
mod dns;
mod ended;
pub mod facts;
pub mod fields;
pub mod finding;
pub mod fit;
pub mod follow_up;
mod gaps;
mod heard;
mod impact;
pub mod incident;
mod join;
mod links;
mod log_sign;
pub mod look;
mod looked_at;
mod metrics;
mod mounting;
mod node_trouble;
mod note;
mod pdb;
mod pending;
mod per_node;
pub mod placing;
mod pressure;
mod probing;
mod pulling;
pub mod quantity;
mod refused;
mod replicas;
pub mod rule;
pub mod rules;
mod said;
mod same_words;
mod scheduler;
pub mod services;
mod shared;
mod skew;
mod static_pod;
mod storage;
mod webhook;
pub mod workload;

/// Runs every rule over a cluster and joins what they find, leaving aside what the user has dismissed.
pub fn diagnose(cluster: &Cluster, dismissals: &[Dismissal]) -> Diagnosis {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule.check(cluster)).collect();
    order::sort_by(&mut findings, |a, b| {
        let key = |it: &Finding| (Reverse(it.severity), Reverse(it.confidence));
        key(a).cmp(&key(b)).then_with(|| a.rule.cmp(&b.rule)).then_with(|| a.subject.cmp(&b.subject))
    });
    let (findings, dismissed) = set_aside(same_words::joined(findings), dismissals);
    let incidents = join::join(cluster, RULES, &findings);
    let is_posture = |it: &Finding| RULES.iter().any(|rule| rule.posture() && rule.meta().id == it.rule);
    Diagnosis {
        posture: findings.iter().enumerate().filter(|(_, it)| is_posture(it)).map(|(at, _)| at).collect(),
        findings,
        incidents,
        dismissed,
        rules_run: u32::try_from(RULES.len()).unwrap_or(u32::MAX),
        looked_at: looked_at::looked_at(cluster),
        not_judged: gaps::gaps(cluster),
    }
}

fn set_aside(findings: Vec<Finding>, dismissals: &[Dismissal]) -> (Vec<Finding>, Vec<Dismissed>) {
    let (mut kept, mut dismissed) = (Vec::new(), Vec::new());
    for finding in findings {
        match dismissals.iter().find(|it| it.covers(&finding)) {
            Some(by) => dismissed.push(Dismissed { finding, by: by.clone() }),
            None => kept.push(finding),
        }
    }
    (kept, dismissed)
}
