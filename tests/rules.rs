//! Every rule against its own inputs: `tests/rules/<id>/fires-*.txt` and `silent-*.txt`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use porthole::diagnose::finding::Severity;
use porthole::diagnose::rules::RULES;
use porthole::session::Session;

fn cases(rule: &str, prefix: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/rules").join(rule);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).map(|it| it.map(|it| it.unwrap().path()).collect()).unwrap_or_default();
    files.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with(prefix));
    files.sort();
    files
}

fn fired(path: &Path) -> BTreeSet<String> {
    let mut session = Session::default();
    session.add("paste", std::fs::read(path).unwrap());
    let report = session.analyze();
    assert!(report.understood(), "{}: nothing was read", path.display());
    for finding in &report.diagnosis.findings {
        for evidence in finding.evidence.iter() {
            assert!(!session.line_text(evidence.span).2.trim().is_empty(), "{}: {} quotes an empty line", path.display(), finding.rule);
        }
    }
    report.diagnosis.findings.into_iter().map(|it| it.rule).collect()
}

#[test]
fn every_rule_fires_and_stays_silent() {
    for rule in RULES {
        let id = rule.meta().id;
        let (fires, silent) = (cases(id, "fires-"), cases(id, "silent-"));
        assert!(!fires.is_empty() && !silent.is_empty(), "{id}: needs a fires-* and a silent-* input");
        for path in fires {
            assert!(fired(&path).contains(id), "{} should fire {id}", path.display());
        }
        for path in silent {
            assert!(!fired(&path).contains(id), "{} should leave {id} silent", path.display());
        }
    }
}

#[test]
fn every_folder_is_a_rule_and_every_file_a_case() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.meta().id).collect();
    assert_eq!(ids.len(), RULES.len(), "ids are unique");
    for folder in std::fs::read_dir("tests/rules").unwrap().map(|it| it.unwrap().path()) {
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        assert!(ids.contains(id.as_str()), "{id} is no rule");
        for file in std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()) {
            let name = file.to_string_lossy().into_owned();
            assert!(name.starts_with("fires-") || name.starts_with("silent-"), "{id}/{name} is no case");
        }
        let source = format!("src/diagnose/rules/{}.rs", id.replace('-', "_"));
        assert!(Path::new(&source).exists(), "{id} lives in {source}");
    }
}

#[test]
fn a_link_names_a_rule() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.meta().id).collect();
    for link in RULES.iter().flat_map(|rule| rule.explains()) {
        assert!(ids.contains(link.effect), "{} is no rule", link.effect);
    }
}

#[test]
fn inputs_without_a_fault_raise_no_alarm() {
    for path in RULES.iter().flat_map(|rule| cases(rule.meta().id, "silent-healthy")) {
        let mut session = Session::default();
        session.add("paste", std::fs::read(&path).unwrap());
        let loud: Vec<_> =
            session.analyze().diagnosis.findings.into_iter().filter(|it| it.severity > Severity::Info).map(|it| it.rule).collect();
        assert!(loud.is_empty(), "{}: {loud:?}", path.display());
    }
}
