//! Finding objects by what is known of them: name, kind, namespace, label, node, image, status, rule.

use crate::model::cluster::{Cluster, Other};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Set;
use crate::report::Report;
use crate::text::contains;

/// Objects that match every word of a query, in order.
///
/// A word matches where it is part of a name, kind, namespace, label (`key=value`), node, image, status, or of the id of a rule that found
/// something about the object; letters of either case are the same. `ns:`, `kind:`, `name:`, `node:`, `image:`, `status:`, `label:` and
/// `rule:` ask one of these alone. An empty query finds nothing.
pub fn find(report: &Report, query: &str) -> Vec<ObjectRef> {
    let words: Vec<Word> = query.split_whitespace().map(Word::parse).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let Report { cluster, diagnosis, .. } = report;
    // Objects about which a rule speaks, for each word that may be part of a rule's id.
    let by_rule: Vec<Set<&ObjectRef>> = words
        .iter()
        .map(|word| {
            let findings = diagnosis.findings.iter().filter(|it| word.asks("rule", &it.rule));
            findings.flat_map(|it| it.objects()).collect()
        })
        .collect();
    let fits = |id: &ObjectRef, has: &dyn Fn(&Word) -> bool| {
        let general = |word: &Word| {
            word.asks("name", &id.name) || word.asks("kind", id.kind.name()) || id.namespace.as_ref().is_some_and(|it| word.asks("ns", it))
        };
        words.iter().zip(&by_rule).all(|(word, ruled)| general(word) || has(word) || ruled.contains(&id))
    };
    let pods = cluster.pods.values().filter(|pod| fits(&pod.id, &|word| pod_has(cluster, pod, word))).map(|it| &it.id);
    let nodes = cluster.nodes.values().filter(|node| fits(&node.id, &|word| node_has(node, word))).map(|it| &it.id);
    let others = cluster.others.values().filter(|other| fits(&other.id, &|word| other_has(other, word))).map(|it| &it.id);
    nodes.chain(pods).chain(others).cloned().collect()
}

/// A word of a query, in small letters.
struct Word {
    of: Option<&'static str>,
    text: String,
}

const FIELDS: [&str; 8] = ["ns", "kind", "name", "node", "image", "status", "label", "rule"];

impl Word {
    fn parse(word: &str) -> Self {
        let lower = word.to_lowercase();
        let field = FIELDS.into_iter().find_map(|field| Some((field, lower.strip_prefix(field)?.strip_prefix(':')?)));
        match field {
            Some((of, text)) => Self { of: Some(of), text: text.to_owned() },
            None => Self { of: None, text: lower },
        }
    }

    /// Whether it asks for this field, and the value holds it.
    fn asks(&self, field: &str, value: &str) -> bool {
        self.of.is_none_or(|it| it == field) && contains(value, &self.text)
    }
}

fn pod_has(cluster: &Cluster, pod: &Pod, word: &Word) -> bool {
    let node = pod.node.as_ref().map(|it| it.value.as_str());
    node.is_some_and(|it| word.asks("node", it) && (word.of.is_some() || cluster.nodes.contains_key(it)))
        || pod.status.as_ref().is_some_and(|it| word.asks("status", &it.value))
        || pod.containers.iter().filter_map(|it| it.image.as_ref()).any(|it| word.asks("image", &it.value))
        || pod.labels.iter().any(|(key, value)| label(word, key, value))
}

fn node_has(node: &Node, word: &Word) -> bool {
    word.asks("node", &node.id.name)
        || node.status.as_ref().is_some_and(|it| word.asks("status", &it.value))
        || node.labels.iter().any(|(key, value)| label(word, key, value))
        || [&node.version, &node.internal_ip, &node.runtime]
            .into_iter()
            .flatten()
            .any(|it| word.of.is_none() && contains(&it.value, &word.text))
}

fn other_has(other: &Other, word: &Word) -> bool {
    other.fields.iter().any(|(path, seen)| match path.as_str() {
        "STATUS" | "Status" | "status.phase" => word.asks("status", &seen.value),
        "IMAGES" => word.asks("image", &seen.value),
        "LABELS" | "Labels" => word.asks("label", &seen.value),
        _ => path.strip_prefix("metadata.labels.").is_some_and(|key| label(word, key, &seen.value)),
    })
}

/// Labels match as `key=value`; a bare word only their values, or every pod would match `app`.
fn label(word: &Word, key: &str, value: &str) -> bool {
    match word.text.split_once('=') {
        Some((wanted, of)) => word.of.is_none_or(|it| it == "label") && contains(key, wanted) && contains(value, of),
        None => word.asks("label", value) || (word.of == Some("label") && contains(key, &word.text)),
    }
}
