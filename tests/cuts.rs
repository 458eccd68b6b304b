//! A paste ends anywhere, and its outputs come in any order, some twice: what was there is read all the same.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "in a test, to stop is to fail")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;

use porthole::report::Report;
use porthole::session::Session;
use support::{corpus, session};

fn file(name: &str) -> String {
    let (folder, _) = name.rsplit_once('/').unwrap();
    let (_, bytes) = corpus(folder).into_iter().find(|(it, _)| it == name).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The objects of a report that have a place in its text.
fn objects(report: &Report) -> BTreeSet<String> {
    let pods = report.cluster.pods.values().map(|it| it.id.to_string());
    let nodes = report.cluster.nodes.values().map(|it| it.id.to_string());
    let others = report.cluster.others.values().map(|it| it.id.to_string());
    pods.chain(nodes).chain(others).collect()
}

fn read(text: &str) -> Report {
    let mut session = Session::default();
    session.add("paste", text.as_bytes().to_vec());
    session.analyze()
}

/// Cuts a text at every `step`th byte; each object that had ended before the cut must be there.
/// `ends` finds where objects end: the first byte that they do not need.
fn check(name: &str, step: usize, ends: impl Fn(&str) -> Vec<usize>) {
    let text = file(name);
    let ends = ends(&text);
    let whole = objects(&read(&text));
    assert_eq!(ends.len(), whole.len(), "{name}: the test finds the objects");
    for end in (0..text.len()).step_by(step).filter(|end| text.is_char_boundary(*end)) {
        let found = objects(&read(&text[..end]));
        let ended = ends.iter().filter(|it| **it <= end).count();
        let of_whole = found.intersection(&whole).count();
        assert!(of_whole >= ended, "{name}, cut at {end}: {of_whole} of the {ended} objects before");
    }
}

/// Where each object but the first begins, by the sign before it: there the one before is over. The end of the text ends the last.
fn next_begins(text: &str, begin: &str) -> Vec<usize> {
    let begins = text.match_indices(begin).map(|(at, _)| at).skip(1);
    begins.chain([text.len()]).collect()
}

#[test]
fn descriptions() {
    check("real/14-k3s-single/describe_pods_A.txt", 61, |text| next_begins(text, "\nName:  "));
}

#[test]
fn json() {
    check("real/14-k3s-single/pods_A.json", 211, |text| text.match_indices("\n        }").map(|(at, sign)| at + sign.len()).collect());
}

#[test]
fn yaml() {
    check("real/14-k3s-single/nodes.yaml", 1, |text| vec![text.find("\nkind: List").unwrap()]);
}

/// The outputs of one cluster, each with the command that printed it.
fn outputs() -> Vec<String> {
    let table = file("real/14-k3s-single/pods_A.txt");
    let described = file("real/14-k3s-single/describe_pods_A.txt");
    vec![
        format!("$ kubectl get pods -A\n{table}\n"),
        format!("$ kubectl describe pods -A\n{described}\n"),
        format!("$ kubectl get nodes -o yaml\n{}\n", file("real/14-k3s-single/nodes.yaml")),
        format!("$ kubectl get pods -A -o json\n{}\n", file("real/14-k3s-single/pods_A.json")),
    ]
}

/// What is known of every pod and node, and what is found wrong.
fn story(report: &Report) -> BTreeSet<String> {
    let pods = report.cluster.pods.values().map(|pod| {
        let ready = pod.ready.as_ref().map(|it| (it.value.ready, it.value.total));
        let status = pod.status.as_ref().map(|it| it.value.clone());
        format!(
            "{} {ready:?} {status:?} {:?} {:?}",
            pod.id,
            pod.restarts.as_ref().map(|it| it.value.count),
            pod.node.as_ref().map(|it| &it.value)
        )
    });
    let nodes = report.cluster.nodes.values().map(|node| format!("{} {:?}", node.id, node.status.as_ref().map(|it| &it.value)));
    let findings = report.diagnosis.findings.iter().map(support::line);
    pods.chain(nodes).chain(findings).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_outputs_and_their_repetition_do_not_matter(
        order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle(),
        again in prop::collection::vec(0_usize..4, 0..3),
        one_paste in any::<bool>(),
    ) {
        let outputs = outputs();
        let given: Vec<(String, Vec<u8>)> = outputs.iter().map(|it| ("paste".to_owned(), it.clone().into_bytes())).collect();
        let expected = story(&session(&given).analyze());
        let texts: Vec<&str> = order.iter().chain(&again).map(|at| outputs[*at].as_str()).collect();
        let found = if one_paste {
            read(&texts.concat())
        } else {
            session(&texts.iter().map(|it| ("paste".to_owned(), it.as_bytes().to_vec())).collect::<Vec<_>>()).analyze()
        };
        prop_assert_eq!(story(&found), expected);
    }
}
