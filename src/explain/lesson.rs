//! The homework: questions about the pasted cluster, set and marked from the text itself.
//! Knows the report. A question is set only where the text holds the answer.

mod access;
mod network;
mod nodes;
pub mod question;
mod store;

use crate::explain::lesson::question::Question;
use crate::report::Report;

/// The questions that this text can answer, in the order of the course.
pub fn lesson(report: &Report) -> Vec<Question> {
    let cluster = &report.cluster;
    [
        nodes::roles(cluster),
        network::which(cluster),
        access::highly_available(cluster),
        access::what_is_broken(cluster),
        access::why_kubectl_answers(cluster),
        nodes::what_ready_proves(cluster),
        store::spare(cluster),
        network::not_in_the_list(cluster),
        network::kube_proxy(cluster),
    ]
    .into_iter()
    .flatten()
    .collect()
}
