//! What holds for every input: nothing panics, spans point into the text, tables say what was put in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

mod support;

use proptest::prelude::*;

use porthole::session::Session;
use support::{seed, session};

/// Analyses and checks that every span of the report lies in its text, on character boundaries.
fn checked(inputs: &[(String, Vec<u8>)]) {
    let mut session = session(inputs);
    let report = session.analyze();
    for finding in &report.diagnosis.findings {
        for evidence in finding.evidence.iter() {
            let (_, line, text) = session.line_text(evidence.span);
            assert!(line > 0 && !text.is_empty(), "{} quotes nothing", finding.rule);
        }
    }
    for source in &report.sources {
        let mut last = 0;
        for block in &source.blocks {
            assert!(
                block.lines.0 > last && block.lines.0 <= block.lines.1 && block.lines.1 <= source.lines,
                "blocks in order and in range"
            );
            last = block.lines.1;
        }
        assert!(source.problem.is_some() || !source.blocks.is_empty(), "no input without a word about it");
    }
}

fn paste(text: &str) -> Vec<(String, Vec<u8>)> {
    vec![("paste".to_owned(), text.as_bytes().to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        checked(&[("bytes".to_owned(), bytes)]);
    }

    #[test]
    fn any_text_gives_a_report(text in "(\\PC{0,40}\n|NAME   READY   STATUS\n|Name:   \\PC{0,9}\n|  \\PC{0,9}:  \\PC{0,9}\n|\\$ kubectl get pods\n){0,20}") {
        checked(&paste(&text));
    }

    #[test]
    fn cut_anywhere_the_seed_still_reads(file in 0usize..4, at in 0usize..6_000) {
        let (name, mut bytes) = seed().swap_remove(file);
        bytes.truncate(at.min(bytes.len()));
        checked(&[(name, bytes)]);
    }

    #[test]
    fn a_changed_byte_breaks_nothing(file in 0usize..4, at in 0usize..6_000, byte in any::<u8>()) {
        let (name, mut bytes) = seed().swap_remove(file);
        let len = bytes.len();
        bytes[at % len] = byte;
        checked(&[(name, bytes)]);
    }

    #[test]
    fn a_printed_table_reads_as_it_was(rows in proptest::collection::btree_map("[a-z][a-z0-9-]{0,30}[a-z0-9]", ("[0-9]/[0-9]", "(Running|CrashLoopBackOff|Init:0/1|Completed)", "([0-9]{1,5}|[0-9]{1,4} \\([0-9]{1,3}[smhd] ago\\))", "[1-9][0-9]{0,2}[smhd]"), 1..20)) {
        let header = ("NAME".to_owned(), ("READY".to_owned(), "STATUS".to_owned(), "RESTARTS".to_owned(), "AGE".to_owned()));
        let lines: Vec<[&str; 5]> = std::iter::once((&header.0, &header.1)).chain(rows.iter()).map(|(name, (ready, status, restarts, age))| [name.as_str(), ready, status, restarts, age]).collect();
        let width = |column: usize| lines.iter().map(|line| line[column].len()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..5).map(width).collect();
        let print = |line: &[&str; 5]| line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect::<Vec<_>>().join("   ").trim_end().to_owned();
        let text = format!("$ kubectl get pods -n shop\n{}\n", lines.iter().map(print).collect::<Vec<_>>().join("\n"));
        let mut session = Session::default();
        session.add("paste", text.into_bytes());
        let report = session.analyze();
        prop_assert_eq!(report.sources[0].blocks[0].rows as usize, rows.len());
        for (name, (ready, status, restarts, _)) in &rows {
            let pod = report.cluster.pods.values().find(|pod| pod.id.name == *name).expect("every row is a pod");
            let have = pod.ready.as_ref().unwrap().value;
            prop_assert_eq!(&format!("{}/{}", have.ready, have.total), ready);
            prop_assert_eq!(&pod.status.as_ref().unwrap().value, status);
            prop_assert_eq!(pod.restarts.as_ref().unwrap().value.count.to_string(), if restarts.split(' ').next().unwrap().trim_start_matches('0').to_owned().is_empty() { "0".to_owned() } else { restarts.split(' ').next().unwrap().parse::<u64>().unwrap().to_string() });
        }
    }
}

#[test]
fn every_prefix_of_a_table_keeps_the_rows_before_the_cut() {
    let (_, bytes) = seed().into_iter().find(|(name, _)| name.contains("get-pods")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for end in (0..text.len()).step_by(7) {
        let cut = &text[..end];
        let mut session = Session::default();
        session.add("paste", cut.as_bytes().to_vec());
        let pods = session.analyze().cluster.pods.len();
        let whole_rows = cut.matches('\n').count().saturating_sub(2);
        assert!(pods >= whole_rows.min(26), "cut at {end}: {pods} pods of {whole_rows}");
    }
}
