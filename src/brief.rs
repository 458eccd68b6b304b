//! What the page is told of a report at once. The report itself stays with the worker, which is asked for the rest: an
//! explanation of a part, the lesson, lines of the text.

use std::borrow::Cow;

use crate::crosses;
use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::follow_up::Answer;
use crate::explain::overview::{Fact, overview};
use crate::model::cluster::Cluster;
use crate::report::{Report, SourceReport, understood};
use crate::text::Phrase;

/// A report without its cluster: borrowed from the report where it is written, owned where it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief<'a> {
    /// What was read, input by input, in the order given.
    pub sources: Cow<'a, [SourceReport]>,
    /// What is wrong with the cluster.
    pub diagnosis: Cow<'a, Diagnosis>,
    /// What the newest outputs made of what was said before them.
    pub answers: Cow<'a, [Answer]>,
    /// What the text tells of the cluster as a whole.
    pub facts: Vec<Fact>,
    /// What the text calls the clusters that it shows; the one with most objects first.
    pub clusters: Vec<Phrase>,
    /// Words by which the user can name them.
    pub handles: Vec<String>,
    /// What files about it are called: its name, else the day of the text, else nothing.
    pub called: String,
    /// Which of them this is about.
    pub shown: usize,
    /// Whether it shows neither a node nor a pod.
    pub empty: bool,
}

crosses! { struct Brief<'a> { sources, diagnosis, answers, facts, clusters, handles, called, shown, empty } }

impl<'a> Brief<'a> {
    /// The brief of a report.
    pub fn of(report: &'a Report) -> Self {
        Self {
            sources: Cow::Borrowed(&report.sources),
            diagnosis: Cow::Borrowed(&report.diagnosis),
            answers: Cow::Borrowed(&[]),
            facts: overview(&report.cluster),
            clusters: report.clusters().into_iter().map(|(cluster, _)| cluster.label()).collect(),
            handles: report.clusters().into_iter().filter_map(|(cluster, _)| cluster.handle().map(str::to_owned)).collect(),
            called: called(&report.cluster),
            shown: report.shown,
            empty: report.cluster.nodes.is_empty() && report.cluster.pods.is_empty(),
        }
    }

    /// Whether any block was understood.
    pub fn understood(&self) -> bool {
        understood(&self.sources)
    }
}

fn called(cluster: &Cluster) -> String {
    cluster.name.clone().or_else(|| cluster.now.as_ref().map(|now| now.value.date())).unwrap_or_default()
}
