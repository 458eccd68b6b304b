//! What a resource is called when it is counted.

use crate::kind::Kind;
use crate::text::Phrase;

/// Resources with a word of their own: one, several, and in Chinese. Others are called by their kind, which stays in both languages.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("pods", "pod", "pods", "Pod"),
    ("nodes", "node", "nodes", "节点"),
    ("namespaces", "namespace", "namespaces", "命名空间"),
    ("events", "event", "events", "事件"),
    ("", "object", "objects", "对象"),
];

/// "26 pods", "26 个 Pod".
pub fn counted(n: u32, resource: &str) -> Phrase {
    let (en, zh) = named(resource, n == 1);
    // Between Chinese and Latin letters stands a space.
    let gap = if zh.is_ascii() { " " } else { "" };
    Phrase { en: format!("{n} {en}"), zh: format!("{n} 个{gap}{zh}") }
}

/// What it is called in English, one or several of it, and in Chinese.
pub fn named(resource: &str, one: bool) -> (String, String) {
    if let Some((_, single, several, zh)) = WORDS.iter().find(|(plural, ..)| *plural == resource) {
        return ((if one { *single } else { *several }).to_owned(), (*zh).to_owned());
    }
    match Kind::parse(resource) {
        Kind::Other(name) => (name.clone(), name),
        kind => (if one { kind.name().to_owned() } else { several(kind.name()) }, kind.name().to_owned()),
    }
}

/// `StorageClass` → `StorageClasses`, `NetworkPolicy` → `NetworkPolicies`, `Endpoints` stays.
fn several(kind: &str) -> String {
    if let Some(stem) = kind.strip_suffix('y') {
        return format!("{stem}ies");
    }
    match kind {
        "Endpoints" => kind.to_owned(),
        _ if kind.ends_with('s') => format!("{kind}es"),
        _ => format!("{kind}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several() {
        for (n, resource, en, zh) in [
            (1, "pods", "1 pod", "1 个 Pod"),
            (3, "nodes", "3 nodes", "3 个节点"),
            (1, "poddisruptionbudgets", "1 PodDisruptionBudget", "1 个 PodDisruptionBudget"),
            (2, "storageclasses", "2 StorageClasses", "2 个 StorageClass"),
            (2, "networkpolicies", "2 NetworkPolicies", "2 个 NetworkPolicy"),
            (4, "endpoints", "4 Endpoints", "4 个 Endpoints"),
            (4, "widgets.example.org", "4 widgets.example.org", "4 个 widgets.example.org"),
        ] {
            assert_eq!(counted(n, resource), Phrase { en: en.to_owned(), zh: zh.to_owned() });
        }
    }
}
