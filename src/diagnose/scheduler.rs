//! Why the scheduler found no node for a pod: its message, as counts per reason.

use crate::model::event::Event;
use crate::model::pod::Pod;
use crate::span::Span;

/// What keeps a pod from a node, in the order in which the scheduler asks. The first refusal of a node is the one that is
/// counted, so the nodes with the last of these came closest.
/// Source: `getDefaultPlugins` in k8s.io/kubernetes, `pkg/scheduler/apis/config/v1/default_plugins.go`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Something that is not known here.
    Other,
    /// The node is cordoned or not ready, as old releases say.
    Unschedulable,
    /// A taint that the pod does not tolerate.
    Taint,
    /// Node selector, node affinity or node name.
    Selector,
    /// A host port that is taken.
    Ports,
    /// Too little of a resource, or too many pods.
    Insufficient,
    /// A volume that cannot be used there.
    Volume,
    /// Topology spread constraints.
    Spread,
    /// Affinity to other pods.
    Affinity,
    /// Anti-affinity, its own or that of pods that run there.
    AntiAffinity,
    /// Its claim; this is of the pod, not of a node.
    Claim,
}

/// A reason with the number of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// How many nodes; 0 where it is of the pod itself.
    pub nodes: u32,
    /// Of which sort.
    pub what: What,
    /// In the scheduler's words, without the number.
    pub words: &'a str,
}

impl<'a> Reason<'a> {
    /// The resource of which there is too little.
    pub fn resource(&self) -> Option<&'a str> {
        if self.words.starts_with("Too many pods") {
            return Some("pods");
        }
        self.words.strip_prefix("Insufficient ").map(|it| it.trim_end_matches(['.', ' ']))
    }

    /// The key of the taint, where the words tell it: since 1.26 some releases, and all before, print `{key: value}`.
    pub fn taint(&self) -> Option<&'a str> {
        let (_, inner) = self.words.split_once('{')?;
        inner.split([':', '}']).next().map(str::trim)
    }
}

/// The scheduler's last word on a pod.
#[derive(Clone, Debug)]
pub struct Refusal<'a> {
    /// Of how many nodes; `None` where the words do not tell.
    pub of: Option<u32>,
    /// In the order of the text.
    pub reasons: Vec<Reason<'a>>,
    /// Without the part on preemption.
    pub words: &'a str,
    /// Where it stands.
    pub span: Span,
}

impl<'a> Refusal<'a> {
    /// The reasons of one sort.
    pub fn of_sort(&self, what: What) -> impl Iterator<Item = &Reason<'a>> {
        self.reasons.iter().filter(move |it| it.what == what)
    }

    /// The reason that came closest to a node.
    pub fn closest(&self) -> What {
        self.reasons.iter().map(|it| it.what).max().unwrap_or(What::Other)
    }
}

/// Why a pod that waits for a node gets none, where the text tells.
pub fn refusal(pod: &Pod) -> Option<Refusal<'_>> {
    if !waits(pod) {
        return None;
    }
    let failed = |it: &&Event| it.reason == "FailedScheduling" && !it.message.is_empty();
    if let Some(event) = pod.events.iter().filter(failed).min_by_key(|it| it.age_secs.unwrap_or(i64::MAX)) {
        return Some(read(&event.message, event.span));
    }
    let placed = pod.conditions.get("PodScheduled").filter(|it| it.value.reason.as_deref() == Some("Unschedulable"))?;
    Some(read(placed.value.message.as_deref()?, placed.span))
}

/// Whether a pod waits to be placed on a node.
pub fn waits(pod: &Pod) -> bool {
    pod.node.is_none() && pod.deleted.is_none() && pod.status.as_ref().is_none_or(|it| it.value == "Pending") && !started(pod)
}

/// A later event tells that it was placed.
fn started(pod: &Pod) -> bool {
    pod.status.is_none()
        && pod.events.iter().any(|it| it.source.as_deref().is_some_and(|it| it.starts_with("kubelet")) || it.reason == "Scheduled")
}

fn read(message: &str, span: Span) -> Refusal<'_> {
    // `0/4 nodes are available: 2 Insufficient cpu, … preemption: 0/4 nodes are available: …`; before 1.10
    // `No nodes are available that match all of the predicates: Insufficient pods (2), …`.
    let of = message.split_once('/').filter(|_| message.starts_with("0/")).and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
    let body = message.split_once("are available: ").or_else(|| message.split_once("predicates: ")).map_or(message, |(_, rest)| rest);
    let cut = [" preemption: ", ". no new claims", ", no new claims", " no new claims"]
        .iter()
        .filter_map(|mark| body.find(mark))
        .min()
        .unwrap_or(body.len());
    let words = body.get(..cut).unwrap_or(body).trim_end_matches(['.', ' ', ',']);
    Refusal { of, reasons: reasons(words), words, span }
}

fn reasons(words: &str) -> Vec<Reason<'_>> {
    let mut out: Vec<Reason<'_>> = Vec::new();
    for part in words.split(", ") {
        // `1 node(s) had taint {…}, that the pod didn't tolerate`: the tail of the one before.
        if part.starts_with("that the pod") {
            continue;
        }
        let (number, rest) = part.split_once(' ').unwrap_or((part, ""));
        let (nodes, rest) = match (number.parse::<u32>(), part.rsplit_once(" (")) {
            (Ok(nodes), _) => (nodes, rest),
            (Err(_), Some((rest, number))) => (number.trim_end_matches([')', '.']).parse().unwrap_or(0), rest),
            (Err(_), None) => (0, part),
        };
        out.push(Reason { nodes, what: what(rest), words: rest });
    }
    out
}

/// Words by which the scheduler's reasons are told apart; the first that fits counts. Source: the `ErrReason…` constants of
/// k8s.io/kubernetes pkg/scheduler/framework/plugins, and the predicates' names before 1.10.
const WORDS: &[(&str, What)] = &[
    ("unbound immediate PersistentVolumeClaims", What::Claim),
    ("persistentvolumeclaim", What::Claim),
    ("Insufficient ", What::Insufficient),
    ("Too many pods", What::Insufficient),
    ("taint", What::Taint),
    ("ToleratesNodeTaints", What::Taint),
    ("anti-affinity", What::AntiAffinity),
    ("pod affinity", What::Affinity),
    ("MatchInterPodAffinity", What::Affinity),
    ("topology spread", What::Spread),
    ("volume", What::Volume),
    ("Volume", What::Volume),
    ("free ports", What::Ports),
    ("PodFitsHostPorts", What::Ports),
    ("node affinity", What::Selector),
    ("node selector", What::Selector),
    ("NodeSelector", What::Selector),
    ("requested node name", What::Selector),
    ("unschedulable", What::Unschedulable),
    ("NodeUnschedulable", What::Unschedulable),
    ("NodeNotReady", What::Unschedulable),
    ("not ready", What::Unschedulable),
];

fn what(words: &str) -> What {
    WORDS.iter().find(|(word, _)| words.contains(word)).map_or(What::Other, |(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(message: &str) -> (Option<u32>, Vec<(u32, What)>) {
        let it = read(message, Span::default());
        (it.of, it.reasons.iter().map(|it| (it.nodes, it.what)).collect())
    }

    #[test]
    fn messages_of_all_releases() {
        let all = [
            (
                "0/4 nodes are available: 2 Insufficient cpu, 2 node(s) had untolerated taint(s). no new claims to deallocate, preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling.",
                (Some(4), vec![(2, What::Insufficient), (2, What::Taint)]),
            ),
            (
                "0/3 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 2 Insufficient memory.",
                (Some(3), vec![(1, What::Taint), (2, What::Insufficient)]),
            ),
            (
                "No nodes are available that match all of the predicates: Insufficient pods (1), NodeNotReady (2), NodeUnschedulable (3).",
                (None, vec![(1, What::Insufficient), (2, What::Unschedulable), (3, What::Unschedulable)]),
            ),
            (
                "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) didn't match pod anti-affinity rules. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.",
                (Some(2), vec![(1, What::Selector), (1, What::AntiAffinity)]),
            ),
            ("0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found", (Some(4), vec![(0, What::Claim)])),
            (
                "0/6 nodes are available: 3 node(s) had volume node affinity conflict, 3 Too many pods.",
                (Some(6), vec![(3, What::Volume), (3, What::Insufficient)]),
            ),
            ("", (None, vec![(0, What::Other)])),
        ];
        for (message, wanted) in all {
            assert_eq!(told(message), wanted, "{message}");
        }
    }

    #[test]
    fn the_taint_and_the_resource() {
        let it = read(
            "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }. preemption: …",
            Span::default(),
        );
        assert_eq!(it.reasons.first().and_then(Reason::taint), Some("node.kubernetes.io/not-ready"));
        let it = read("0/1 nodes are available: 1 Insufficient nvidia.com/gpu.", Span::default());
        assert_eq!(it.reasons.first().and_then(Reason::resource), Some("nvidia.com/gpu"));
    }
}
