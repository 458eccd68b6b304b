//! What a pod asks of a node, and what nodes have, as far as the text shows both.

use crate::diagnose::quantity::milli;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::pod::{Container, Pod};
use crate::order;

/// Where the API keeps the required node affinity.
const TERMS: &str = "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.";

/// The node selector: key and value.
pub fn selector(pod: &Pod) -> Vec<(&str, &str)> {
    let entries = pod.fields.iter().filter_map(|(path, seen)| Some((path.strip_prefix("nodeSelector.")?, seen.value.as_str())));
    let mut all: Vec<(&str, &str)> = entries.map(|(key, value)| pair(key, value)).collect();
    // The same pod may be shown in both ways.
    order::sort(&mut all);
    all.dedup();
    all
}

/// Describe numbers its lines, an object has the label's key in the path.
fn pair<'a>(key: &'a str, value: &'a str) -> (&'a str, &'a str) {
    if key.parse::<u32>().is_ok() { value.split_once('=').unwrap_or((value, "")) } else { (key, value) }
}

/// The required node affinity in words (`disktype In nvme`); only objects of the API show it.
pub fn affinity(pod: &Pod) -> Vec<String> {
    let mut all = Vec::new();
    for term in 0..8 {
        for at in 0..8 {
            let part =
                |key: &str| pod.fields.get(format!("{TERMS}{term}.matchExpressions.{at}.{key}").as_str()).map(|it| it.value.as_str());
            let Some((key, operator)) = part("key").zip(part("operator")) else { break };
            let values: Vec<&str> = (0..8).map_while(|n| part(&format!("values.{n}"))).collect();
            let values = values.join("|");
            all.push(match operator {
                "In" => format!("{key}={values}"),
                "NotIn" => format!("{key}!={values}"),
                "Exists" => key.to_owned(),
                "DoesNotExist" => format!("!{key}"),
                other => format!("{key} {other} {values}"),
            });
        }
    }
    all
}

/// Whether a node has the labels that the pod's node selector and required affinity ask for; `None` if the text does not tell.
pub fn selected(pod: &Pod, node: &Node) -> Option<bool> {
    if node.labels.is_empty() {
        return None;
    }
    let plain = selector(pod).iter().all(|(key, value)| node.labels.get(*key).is_some_and(|it| it == value));
    let mut terms = (0..8).map_while(|term| {
        pod.fields.get(format!("{TERMS}{term}.matchExpressions.0.key").as_str())?;
        Some((0..8).all(|at| expression(pod, node, &format!("{TERMS}{term}.matchExpressions.{at}"))))
    });
    // The terms are alternatives; no term at all asks for nothing.
    let affine = match terms.next() {
        None => true,
        Some(first) => first || terms.any(|it| it),
    };
    Some(plain && affine)
}

fn expression(pod: &Pod, node: &Node, path: &str) -> bool {
    let part = |key: &str| pod.fields.get(format!("{path}.{key}").as_str()).map(|it| it.value.as_str());
    let Some(key) = part("key") else { return true };
    let have = node.labels.get(key).map(String::as_str);
    let listed = || (0..16).map_while(|n| part(&format!("values.{n}"))).any(|value| Some(value) == have);
    match part("operator") {
        Some("In") => listed(),
        Some("NotIn") => !listed(),
        Some("Exists") => have.is_some(),
        Some("DoesNotExist") => have.is_none(),
        _ => true,
    }
}

/// The taints of a node that keep the pod away.
pub fn untolerated<'a>(pod: &Pod, node: &'a Node) -> Vec<&'a str> {
    let taints = node.taints.iter().flatten().map(|it| it.value.as_str());
    taints.filter(|taint| matches!(taint.rsplit(':').next(), Some("NoSchedule" | "NoExecute")) && !tolerates(pod, taint)).collect()
}

fn tolerates(pod: &Pod, taint: &str) -> bool {
    let (label, effect) = taint.rsplit_once(':').unwrap_or((taint, ""));
    let (key, value) = label.split_once('=').unwrap_or((label, ""));
    (0..32).any(|at| {
        let part = |name: &str| pod.fields.get(format!("tolerations.{at}{name}").as_str()).map(|it| it.value.as_str());
        // Describe: `key=value:Effect op=Exists for 300s`.
        if let Some(line) = part("") {
            let mut words = line.split(' ');
            let exists = line.contains("op=Exists");
            let first = words.next().filter(|it| !it.starts_with("op=")).unwrap_or_default();
            let (label, of) = first.rsplit_once(':').unwrap_or((first, ""));
            let (have, with) = label.split_once('=').unwrap_or((label, ""));
            return (have == key && (exists || with == value) || have.is_empty() && exists) && (of.is_empty() || of == effect);
        }
        let of = part(".effect");
        let exists = part(".operator") == Some("Exists");
        let some = part(".key").is_some() || part(".operator").is_some();
        some && part(".key").is_none_or(|it| it == key)
            && (exists || part(".value").unwrap_or_default() == value)
            && of.is_none_or(|it| it == effect)
    })
}

/// How much of a resource the pod asks for, in thousandths; `None` if it asks for none or the text does not tell.
/// Source: the API reference of Pod: the containers' requests together, or an init container's own where that is more.
pub fn request(pod: &Pod, resource: &str) -> Option<i64> {
    if resource == "pods" {
        return Some(1000);
    }
    let of = |it: &Container| {
        let field = |section: &str| it.fields.get(format!("resources.{section}.{resource}").as_str());
        field("requests").or_else(|| field("limits")).and_then(|it| milli(&it.value)).unwrap_or(0)
    };
    let together: i64 = pod.containers.iter().filter(|it| !it.init || it.sidecar).map(of).sum();
    let first = pod.containers.iter().filter(|it| it.init).map(of).max().unwrap_or(0);
    Some(together.max(first)).filter(|it| *it > 0)
}

/// How much of a resource a node gives to pods, in thousandths.
pub fn allocatable(node: &Node, resource: &str) -> Option<i64> {
    node.fields.get(format!("status.allocatable.{resource}").as_str()).and_then(|it| milli(&it.value))
}

/// What the pods on a node ask for together; `None` if the text does not show all of them with their requests.
pub fn used(cluster: &Cluster, node: &str, resource: &str) -> Option<i64> {
    if !cluster.scope.covers_all(&Kind::Pod) {
        return None;
    }
    let mut sum = 0;
    for pod in cluster.pods_on(node) {
        if matches!(crate::diagnose::look::status(pod), "Completed" | "Succeeded" | "Failed" | "Error" | "Evicted") {
            continue;
        }
        if pod.containers.is_empty() {
            return None;
        }
        sum += request(pod, resource).unwrap_or(0);
    }
    Some(sum)
}

/// Whether a node takes part: ready, not cordoned, as far as the text tells.
pub fn takes_pods(node: &Node) -> bool {
    node.status.as_ref().is_none_or(|it| it.value == "Ready")
}
