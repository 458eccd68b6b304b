//! What several test files need: texts → report, and a report as lines a person can review.

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
        for (what, phrases) in [("works", &incident.still_works), ("risk", &incident.at_risk), ("or", &incident.alternatives)] {
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
