//! What every rule implements, and how it declares what it explains.

use crate::diagnose::finding::{Finding, Step};
use crate::model::cluster::Cluster;
use crate::text::{Phrase, Text};

/// What is known of a rule without running it.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// Kebab-case; the file name in `rules/` and the fixture folder in `tests/rules/`.
    pub id: &'static str,
    /// What it finds, in one line.
    pub what: Text,
    /// The outputs that can show it.
    pub needs: &'static str,
}

/// One rule. Stateless; sees the cluster and nothing else.
pub trait Rule: Sync {
    /// Its card.
    fn meta(&self) -> &'static Meta;

    /// Everything it finds, each with proof.
    fn check(&self, cluster: &Cluster) -> Vec<Finding>;

    /// Whether what it finds is how the cluster is secured, not what is broken: kept apart from that.
    fn posture(&self) -> bool {
        false
    }

    /// The findings of other rules that one of its own explains.
    fn explains(&self) -> &'static [Link] {
        &[]
    }

    /// What an incident says beyond its root finding.
    fn story(&self, _cluster: &Cluster, _root: &Finding) -> Story {
        Story::default()
    }
}

/// A causal link: the rule that declares it is the cause.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Id of the rule whose finding is the effect.
    pub effect: &'static str,
    /// Why this effect follows from this cause; `None` where it does not.
    pub because: fn(&Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase>,
}

/// What an incident says beyond its root finding.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Who is hit, worst first.
    pub hit: Vec<Phrase>,
    /// What still works, and why.
    pub still_works: Vec<Phrase>,
    /// What one more failure would do.
    pub at_risk: Vec<Phrase>,
    /// Other causes that fit.
    pub alternatives: Vec<Phrase>,
    /// What settles it; the root's own steps if empty.
    pub settle: Vec<Step>,
}
