//! Pods that are alike: several of one workload with the same trouble are one finding.

use crate::diagnose::finding::Proof;
use crate::diagnose::look::{line, reason};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// Pods of one workload with the same STATUS.
pub struct Group<'a> {
    /// The first by name.
    pub first: &'a Pod,
    /// The others.
    pub rest: Vec<&'a Pod>,
    workload: String,
}

impl<'a> Group<'a> {
    /// A group of one.
    pub fn of(first: &'a Pod) -> Self {
        Self { first, rest: Vec::new(), workload: workload_of(first) }
    }

    /// All of them.
    pub fn pods(&self) -> impl Iterator<Item = &Pod> {
        std::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// The line of each of them.
    pub fn proof(&self, note: Phrase) -> Proof {
        let first = Proof::new(line(self.first), note);
        self.rest.iter().fold(first, |proof, pod| proof.and(line(pod), phrase!("the same", "同上")))
    }

    /// The others by their ids.
    pub fn also(&self) -> Vec<ObjectRef> {
        self.rest.iter().map(|pod| pod.id.clone()).collect()
    }

    /// The line of each of them that shows its STATUS: in a description that is another than the one of its restarts.
    pub fn proof_of_status(&self, note: Phrase) -> Proof {
        let first = Proof::new(status_line(self.first), note);
        self.rest.iter().fold(first, |proof, pod| proof.and(status_line(pod), phrase!("the same", "同上")))
    }

    /// The title for one pod, or for several with their number and workload.
    pub fn title(&self, one: Phrase, several: impl Fn(usize, &str) -> Phrase) -> Phrase {
        if self.rest.is_empty() { one } else { several(self.rest.len() + 1, &self.workload) }
    }
}

/// Where the STATUS of a pod stands.
pub fn status_line(pod: &Pod) -> Span {
    pod.status.as_ref().map_or_else(|| line(pod), |it| it.span)
}

/// The pods that `wanted` picks, by workload and STATUS, in order of their names.
pub fn groups(cluster: &Cluster, wanted: fn(&Pod) -> bool) -> Vec<Group<'_>> {
    groups_by(cluster.pods.values().filter(|pod| wanted(pod)).collect(), reason)
}

/// Pods by workload and what `alike` says of them, in order of their names.
#[inline(never)]
pub fn groups_by(pods: Vec<&Pod>, alike: fn(&Pod) -> &str) -> Vec<Group<'_>> {
    let mut by_workload: Map<(Option<&str>, String, &str), Vec<&Pod>> = Map::new();
    for pod in pods {
        let key = (pod.id.namespace.as_deref(), workload_of(pod), alike(pod));
        by_workload.slot(key, Default::default).push(pod);
    }
    by_workload
        .into_iter()
        .filter_map(|((_, workload, _), pods)| {
            let (first, rest) = pods.split_first()?;
            Some(Group { first, rest: rest.to_vec(), workload })
        })
        .collect()
}

/// Pods of one workload belong together, whatever their STATUS.
pub fn any_status(_: &Pod) -> &'static str {
    ""
}

/// The workload's name: its owner's, else the pod's name without what a ReplicaSet or DaemonSet appended.
pub fn workload_of(pod: &Pod) -> String {
    let name = pod.owner.as_ref().map_or(pod.id.name.as_str(), |owner| owner.value.name.as_str());
    let mut parts: Vec<&str> = name.split('-').collect();
    if pod.owner.is_none() && parts.len() > 1 && parts.last().is_some_and(|it| generated(it, 5, 5)) {
        parts.pop();
    }
    // The hash of a ReplicaSet has 8 to 10 characters.
    if parts.len() > 1 && parts.last().is_some_and(|it| generated(it, 8, 10)) {
        parts.pop();
    }
    parts.join("-")
}

/// The ReplicaSet of a pod: its owner, else its name without the last part, where a hash stands before it.
pub fn replica_set(pod: &Pod) -> Option<&str> {
    if let Some(owner) = &pod.owner {
        return (owner.value.kind == Kind::ReplicaSet).then_some(owner.value.name.as_str());
    }
    let (set, own) = pod.id.name.rsplit_once('-')?;
    let (_, hash) = set.rsplit_once('-')?;
    (generated(own, 5, 5) && generated(hash, 8, 10)).then_some(set)
}

/// Whether a part of a name was made by a machine. Source: k8s.io/apimachinery `rand.String` uses these letters only,
/// without vowels and easily confused digits.
fn generated(part: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&part.len()) && part.chars().all(|c| "bcdfghjklmnpqrstvwxz2456789".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_controllers_append() {
        for (pod, workload) in [
            ("coredns-558698fb9f-6n4mq", "coredns"),
            ("cadvisor-9jp79", "cadvisor"),
            ("kube-apiserver-node-1", "kube-apiserver-node-1"),
            ("mysql-0", "mysql-0"),
            ("tigera-operator-6bbdd8d949-z4lll", "tigera-operator"),
        ] {
            assert_eq!(workload_of(&Pod::new(ObjectRef::pod(None, pod))), workload, "{pod}");
        }
    }
}
