//! What several test files need: texts → report, and a report as lines a person can review.
#![allow(dead_code, clippy::indexing_slicing, reason = "each file of tests uses some of it, and in a test, to stop is to fail")]

use std::fmt::Write as _;
use std::path::Path;

use porthole::diagnose::finding::Finding;
use porthole::report::Report;
use porthole::session::Session;

/// The four outputs of the lesson, by file name.
pub fn seed() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(Path::new("tests/corpus/seed")).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    files.sort();
    files.iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())).collect()
}

/// A session over some inputs.
pub fn session<'a>(inputs: impl IntoIterator<Item = &'a (String, Vec<u8>)>) -> Session {
    let mut session = Session::default();
    for (name, bytes) in inputs {
        session.add(name, bytes.clone());
    }
    session
}

/// One finding in a line: what must not depend on how the text came.
pub fn line(finding: &Finding) -> String {
    format!("{:?} {:?} {} {}: {}", finding.severity, finding.confidence, finding.rule, finding.subject, finding.title.en)
}

/// Findings and incidents with their evidence lines, for snapshots.
pub fn story(session: &Session, report: &Report) -> String {
    let mut out = String::new();
    let findings = &report.diagnosis.findings;
    for incident in &report.diagnosis.incidents {
        writeln!(out, "INCIDENT {:?} {:?}: {} / {}", incident.severity, incident.confidence, incident.headline.en, incident.headline.zh)
            .unwrap();
        for effect in &incident.effects {
            writeln!(
                out,
                "  {} -> {} because {} / {}",
                findings[effect.cause].rule, findings[effect.finding].rule, effect.because.en, effect.because.zh
            )
            .unwrap();
        }
        for (what, phrases) in
            [("hit", &incident.hit), ("works", &incident.still_works), ("risk", &incident.at_risk), ("or", &incident.alternatives)]
        {
            for phrase in phrases {
                writeln!(out, "  {what}: {} / {}", phrase.en, phrase.zh).unwrap();
            }
        }
    }
    for finding in findings {
        writeln!(
            out,
            "{}\n  zh: {}\n  why: {}\n  原因: {}\n  fix: {}\n  处理: {}",
            line(finding),
            finding.title.zh,
            finding.why.en,
            finding.why.zh,
            finding.fix.en,
            finding.fix.zh
        )
        .unwrap();
        for step in &finding.next {
            writeln!(out, "  next ({:?}): {} — {}", step.place, step.command, step.purpose.en).unwrap();
        }
        for evidence in finding.evidence.iter() {
            let (source, line, text) = session.line_text(evidence.span);
            writeln!(out, "  {source}:{line} [{}] {}", evidence.note.en, text.trim()).unwrap();
        }
    }
    for gap in &report.diagnosis.not_judged {
        writeln!(out, "not judged: {} -> {}", gap.what.en, gap.step.command).unwrap();
    }
    out
}

/// What each block of a report was taken for, a line each.
pub fn blocks(report: &Report) -> String {
    let mut out = String::new();
    for source in &report.sources {
        writeln!(out, "{} ({} lines)", source.name, source.lines).unwrap();
        if let Some(problem) = &source.problem {
            writeln!(out, "  ! {}", problem.en).unwrap();
        }
        for block in &source.blocks {
            let (from, to) = block.lines;
            writeln!(
                out,
                "  {from}-{to} {} {:?} {:?} {:?} {}: {} / {}",
                block.format, block.resource, block.command, block.namespace, block.rows, block.taken_for.en, block.taken_for.zh
            )
            .unwrap();
            for issue in &block.issues {
                writeln!(out, "    {}: {}", issue.line, issue.message.en).unwrap();
            }
        }
    }
    out
}

/// All files below a folder of the tests' corpus, by path.
pub fn corpus(folder: &str) -> Vec<(String, Vec<u8>)> {
    fn walk(path: &Path, name: &str, found: &mut Vec<(String, Vec<u8>)>) {
        let mut entries: Vec<_> = std::fs::read_dir(path).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for entry in entries {
            let name = format!("{name}/{}", entry.file_name().unwrap().to_string_lossy());
            if entry.is_dir() { walk(&entry, &name, found) } else { found.push((name, std::fs::read(&entry).unwrap())) }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new("tests/corpus").join(folder), folder, &mut found);
    found
}
