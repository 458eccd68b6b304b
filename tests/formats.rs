//! What kubectl and other programs print beside tables and descriptions: each form, what it is taken for, and what is read out of it.
//!
//! `formats/*.txt` hold the cases: a name, a text, and what its blocks and records are.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;

use porthole::ingest::window::Window;
use porthole::parse::format::{Context, Sink, Sure};
use porthole::parse::reader::{Read, read};
use porthole::parse::record::Record;
use porthole::parse::table::kinds::printed;
use porthole::span::{SourceId, Span};

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "support/prose.rs"]
mod prose;

/// Takes down the records that mean something here.
#[derive(Default)]
struct Noted(Vec<(u32, String)>);

impl Sink for Noted {
    fn begin(&mut self, _at: Span, _context: &Context) {}

    fn record(&mut self, record: Record<'_>) {
        let (span, said) = match record {
            Record::Version(it) => (it.span, format!("version of {}: {}", if it.server { "the server" } else { "kubectl" }, it.version)),
            Record::Check(it) => (it.span, format!("check {}: {}", it.name, if it.passed { "passed" } else { "failed" })),
            Record::Row(it) => (it.span, format!("row {} {}/{}", it.resource, it.namespace.unwrap_or("?"), it.name)),
            Record::Listed(it) => (it.span, format!("listed {} {}{}", it.rows, it.resource, if it.whole { ", whole" } else { "" })),
            Record::Program(program, span) => (span, format!("program {program}")),
            Record::Message(it) => (it.span, format!("message {:?}", it.class)),
            Record::Event(it) => (it.span, format!("event {}", it.reason)),
            Record::Address(it) => (it.span, format!("address {}", it.url)),
            Record::Described(it) => (it.span, format!("described {} {}", it.resource, it.name)),
            Record::Object(it) => (Span::default(), format!("object {} {}", it.kind, it.name)),
            _ => return,
        };
        self.0.push((span.line, said));
    }
}

fn blocks(text: &str) -> (Vec<Read>, Noted) {
    let mut bytes = text.as_bytes();
    let mut window = Window::new(SourceId(0), &mut bytes, None, usize::MAX).unwrap();
    let mut noted = Noted::default();
    let read = read(&mut window, "paste", &[], &mut noted);
    (read, noted)
}

/// A text's blocks, a line each, and below each what was read in it.
fn told(text: &str) -> String {
    let (read, noted) = blocks(text);
    let mut out = String::new();
    for block in read {
        let (from, to) = block.lines;
        let part = block.part;
        let resource = part.resource.as_deref().map(|it| format!(" {it}")).unwrap_or_default();
        let sure = if part.sure == Sure::Certain { String::new() } else { format!(", {:?}", part.sure) };
        writeln!(out, "{from}-{to} {}{resource} {}: {}{sure}", part.format, part.rows, part.taken_for.en).unwrap();
        for (line, said) in noted.0.iter().filter(|(line, _)| (from..=to).contains(line)) {
            writeln!(out, "  {line} {said}").unwrap();
        }
        for issue in part.issues.iter().filter(|issue| !issue.message.en.starts_with("Not recognised")) {
            writeln!(out, "  {} ! {}", issue.span.line, issue.message.en).unwrap();
        }
    }
    out
}

const CASE: &str = "### ";
const EXPECTED: &str = "\n=>\n";

/// Checks the cases of a file: `### name`, the text, `=>`, what it is taken for.
fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name);
    let file = std::fs::read_to_string(&path).unwrap();
    let mut wrong = String::new();
    for case in file.split(CASE).skip(1) {
        let (title, case) = case.split_once('\n').unwrap();
        let (text, expected) = case.split_once(EXPECTED).unwrap_or((case.trim_end_matches('\n'), ""));
        let have = told(text);
        if have.trim() != expected.trim() {
            writeln!(wrong, "{title}\nis:\n{have}\nshould be:\n{}\n", expected.trim()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{wrong}");
}

#[test]
fn versions() {
    check("version.txt");
}

#[test]
fn health() {
    check("health.txt");
}

#[test]
fn answers_to_changes() {
    check("rollout.txt");
}

#[test]
fn permissions_configuration_and_kinds() {
    check("can_i.txt");
}

#[test]
fn names_alone() {
    check("names.txt");
}

#[test]
fn other_programs() {
    check("foreign.txt");
}

#[test]
fn what_is_none_of_these() {
    check("none.txt");
}

/// No table of kubectl is taken for that of another program.
#[test]
fn tables_of_kubectl_are_its_own() {
    for it in printed() {
        let always: Vec<&str> = it.always().collect();
        let wide: Vec<&str> = always.iter().copied().chain(it.wide()).collect();
        for columns in [&always, &wide] {
            for first in [None, Some("NAMESPACE")] {
                for gap in ["   ", "  ", "\t", " | "] {
                    let head = first.into_iter().chain(columns.iter().copied()).collect::<Vec<_>>().join(gap);
                    let (read, _) = blocks(&format!("{head}\n"));
                    let taken: Vec<&str> = read.iter().map(|block| block.part.format).collect();
                    assert!(!taken.contains(&"unknown"), "{head}: {read:?}");
                }
            }
        }
    }
}

/// What each block is taken for is said in both languages.
#[test]
fn words_are_bilingual() {
    let cases = ["version.txt", "health.txt", "rollout.txt", "can_i.txt", "foreign.txt"];
    for name in cases {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name);
        let file = std::fs::read_to_string(path).unwrap();
        for case in file.split(CASE).skip(1) {
            for block in blocks(case.split(EXPECTED).next().unwrap()).0 {
                let phrases = std::iter::once(&block.part.taken_for).chain(block.part.issues.iter().map(|issue| &issue.message));
                for phrase in phrases.filter(|phrase| phrase.en != phrase.zh) {
                    prose::check(name, &phrase.en, &phrase.zh);
                }
            }
        }
    }
}

/// Lines as they stand in the cases, in any order and cut anywhere.
fn any_lines() -> impl Strategy<Value = String> {
    let files = ["version.txt", "health.txt", "rollout.txt", "can_i.txt", "names.txt", "foreign.txt", "none.txt"];
    let text: Vec<String> = files
        .iter()
        .map(|name| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name)).unwrap())
        .collect();
    let lines: Vec<String> = text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
    let cut = (proptest::sample::select(lines), 0_usize..200).prop_map(|(line, at)| line.chars().take(at).collect::<String>());
    proptest::collection::vec(prop_oneof![3 => cut, 1 => "[ -~é日●…│\t]{0,60}"], 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_read_in_order(text in any_lines()) {
        let count = u32::try_from(text.lines().count()).unwrap();
        let mut last = 0;
        for block in blocks(&text).0 {
            prop_assert!(block.lines.0 > last && block.lines.0 <= block.lines.1 && block.lines.1 <= count.max(1), "{:?}", block.lines);
            last = block.lines.1;
        }
    }
}
