//! [`Cluster`](crate::model::cluster::Cluster) → findings → incidents. Knows operations; does not know text or layout.

use std::cmp::Reverse;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::Finding;
use crate::diagnose::rules::RULES;
use crate::model::cluster::Cluster;
use crate::order;

pub mod diagnosis;
mod dns;
mod ended;
pub mod facts;
mod fields;
pub mod finding;
mod fit;
mod gaps;
mod heard;
pub mod incident;
mod join;
mod links;
mod log_sign;
pub mod look;
mod metrics;
mod mounting;
mod node_trouble;
mod note;
mod pdb;
mod pending;
mod per_node;
mod pressure;
mod probing;
mod pulling;
mod quantity;
mod refused;
pub mod rule;
pub mod rules;
mod said;
mod same_words;
mod scheduler;
mod services;
mod shared;
mod skew;
mod static_pod;
mod storage;
mod webhook;
mod workload;

/// Runs every rule over a cluster and joins what they find.
pub fn diagnose(cluster: &Cluster) -> Diagnosis {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule.check(cluster)).collect();
    order::sort_by(&mut findings, |a, b| {
        let key = |it: &Finding| (Reverse(it.severity), Reverse(it.confidence));
        key(a).cmp(&key(b)).then_with(|| a.rule.cmp(&b.rule)).then_with(|| a.subject.cmp(&b.subject))
    });
    let findings = same_words::joined(findings);
    let incidents = join::join(cluster, RULES, &findings);
    Diagnosis { findings, incidents, rules_run: u32::try_from(RULES.len()).unwrap_or(u32::MAX), not_judged: gaps::gaps(cluster) }
}
