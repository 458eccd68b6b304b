//! The facts of the lesson's cluster, and of what is left of it when an output is missing.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]

mod support {
    pub mod seed;
}

use support::seed::{SEED, report};

use porthole::explain::overview::{Fact, overview};

fn told(names: &[&str]) -> Vec<Fact> {
    overview(&report(names).cluster)
}

fn english(facts: &[Fact]) -> Vec<(&str, &str, bool)> {
    facts.iter().map(|fact| (fact.label.en.as_str(), fact.value.en.as_str(), fact.inferred)).collect()
}

#[test]
fn the_facts_of_the_lesson() {
    let facts = told(&SEED);
    assert_eq!(
        english(&facts),
        [
            ("Nodes", "3 control plane, 0 workers", false),
            ("Pods in the text", "26", false),
            ("Kubernetes", "v1.25.16", false),
            ("API address", "https://k8s.sangfor.novalocal:8443", false),
            ("Pod network", "Calico", true),
            ("Container runtime", "docker", false),
            ("Set up by", "kubeadm", false),
            ("Text is from", "2025-11-20 03:21:31 UTC or later", false),
        ]
    );
    for fact in &facts {
        assert!(!fact.label.zh.is_empty() && !fact.value.zh.is_empty(), "{fact:?}");
        assert_eq!(fact.span.is_none(), fact.label.en == "Pods in the text", "{fact:?}");
        assert!(!fact.inferred || !fact.sign.en.is_empty() && !fact.sign.zh.is_empty(), "a conclusion names its sign: {fact:?}");
    }
}

#[test]
fn what_was_not_pasted_is_no_fact() {
    assert_eq!(told(&[]), []);
    let nodes = told(&["get-nodes-wide"]);
    assert!(nodes.iter().all(|fact| !["Pods in the text", "API address", "Pod network"].contains(&fact.label.en.as_str())), "{nodes:?}");
    assert_eq!(english(&told(&["cluster-info"])).len(), 1);
}
