//! The lesson's cluster through each layer, and what happens when parts of it are missing, shuffled or pasted twice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use porthole::report::Report;
use support::{blocks, line, seed, session, story};

/// Findings as lines with the lines that prove them: all that must not depend on how the text came.
fn facts(inputs: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut session = session(inputs);
    let report = session.analyze();
    let proof = |it: &porthole::diagnose::finding::Finding| {
        let lines: BTreeSet<String> = it.evidence.iter().map(|it| session.line_text(it.span).2).collect();
        format!("{} {lines:?}", line(it))
    };
    report
        .diagnosis
        .findings
        .iter()
        .map(proof)
        .chain(report.diagnosis.incidents.iter().map(|it| format!("{} {:?}", it.headline.en, it.severity)))
        .collect()
}

fn rules(report: &Report) -> BTreeSet<String> {
    report.diagnosis.findings.iter().map(|it| it.rule.clone()).collect()
}

#[test]
fn what_each_block_was_taken_for() {
    let report = session(&seed()).analyze();
    assert!(report.sources.iter().flat_map(|it| &it.blocks).all(|block| block.issues.is_empty()));
    let out = blocks(&report);
    insta::assert_snapshot!(out);
}

#[test]
fn the_cluster() {
    let cluster = session(&seed()).analyze().cluster;
    let mut out = String::new();
    for node in cluster.nodes.values() {
        let text = |it: &Option<porthole::span::Seen<String>>| it.as_ref().map(|it| it.value.clone()).unwrap_or_default();
        writeln!(
            out,
            "{} {} {:?} {} {} {}",
            node.id,
            text(&node.status),
            node.roles.iter().collect::<Vec<_>>(),
            text(&node.version),
            text(&node.internal_ip),
            text(&node.runtime)
        )
        .unwrap();
    }
    for pod in cluster.pods.values() {
        let component = pod
            .component
            .as_ref()
            .map(|it| format!("{} {:?} {:?} {:?}", it.product, it.role, it.placement, it.certainty))
            .unwrap_or_default();
        let (status, restarts) = (pod.status.as_ref().unwrap(), pod.restarts.as_ref().unwrap());
        writeln!(out, "{} [{component}] {} {:?}", pod.id, status.value, restarts.value).unwrap();
    }
    for (what, it) in [("cni", &cluster.cni), ("runtime", &cluster.runtime), ("distribution", &cluster.distribution)] {
        let it = it.as_ref().unwrap();
        writeln!(out, "{what}: {} {:?}, {}", it.value, it.certainty, it.sign.en).unwrap();
    }
    writeln!(out, "version {:?}", cluster.version.as_ref().map(|it| &it.value)).unwrap();
    writeln!(out, "etcd {:?} {:?} converged {:?}", cluster.topology.etcd, cluster.topology.quorum, cluster.topology.converged).unwrap();
    writeln!(out, "endpoints {:?}", cluster.endpoints.iter().map(|it| (&it.value.what, &it.value.host, it.value.port)).collect::<Vec<_>>())
        .unwrap();
    writeln!(out, "now at least {}", cluster.now.as_ref().map(|it| it.value.utc()).unwrap_or_default()).unwrap();
    insta::assert_snapshot!(out);
}

#[test]
fn the_diagnosis() {
    let mut session = session(&seed());
    let report = session.analyze();
    insta::assert_snapshot!(story(&session, &report));
}

#[test]
fn order_and_repetition_change_nothing() {
    let inputs = seed();
    let expected = facts(&inputs);
    for shift in 1..inputs.len() {
        let mut turned = inputs.clone();
        turned.rotate_left(shift);
        assert_eq!(facts(&turned), expected, "rotated by {shift}");
        turned.reverse();
        assert_eq!(facts(&turned), expected, "rotated by {shift} and reversed");
    }
    for again in &inputs {
        let mut twice = inputs.clone();
        twice.push((format!("again-{}", again.0), again.1.clone()));
        assert_eq!(facts(&twice), expected, "{} twice", again.0);
    }
}

#[test]
fn one_paste_in_any_order_and_twice_says_the_same() {
    let inputs = seed();
    let expected = facts(&inputs);
    let joined = |parts: &[&(String, Vec<u8>)]| {
        vec![("paste".to_owned(), parts.iter().flat_map(|(_, bytes)| bytes.iter().copied().chain(*b"\n")).collect::<Vec<u8>>())]
    };
    let forward: Vec<_> = inputs.iter().collect();
    let backward: Vec<_> = inputs.iter().rev().collect();
    let doubled: Vec<_> = inputs.iter().chain(&inputs).collect();
    for parts in [forward, backward, doubled] {
        assert_eq!(facts(&joined(&parts)), expected);
    }
}

#[test]
fn without_one_output_no_rule_starts_to_lie() {
    let inputs = seed();
    let whole = rules(&session(&inputs).analyze());
    for (at, (name, _)) in inputs.iter().enumerate() {
        let mut rest = inputs.clone();
        rest.remove(at);
        let report = session(&rest).analyze();
        let new: Vec<_> = rules(&report).difference(&whole).cloned().collect();
        assert!(new.is_empty(), "without {name}: {new:?}");
        for finding in &report.diagnosis.findings {
            let with_all = session(&inputs).analyze();
            let same = with_all.diagnosis.findings.iter().find(|it| it.rule == finding.rule && it.subject == finding.subject);
            assert!(
                same.is_some_and(|it| it.confidence >= finding.confidence && it.severity >= finding.severity),
                "without {name}: {} became louder",
                finding.rule
            );
        }
    }
}

#[test]
fn without_the_pod_list_nothing_is_missing() {
    let inputs: Vec<_> = seed().into_iter().filter(|(name, _)| !name.contains("get-pods")).collect();
    let report = session(&inputs).analyze();
    assert!(rules(&report).iter().all(|rule| !rule.starts_with("etcd-")));
    assert!(report.diagnosis.incidents.is_empty());
}
