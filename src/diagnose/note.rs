//! Findings that are worth knowing about one pod: certain, and no fault of today.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::Meta;
use crate::model::pod::Pod;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// The words of a note.
pub struct Note {
    /// What the line shows.
    pub shows: Phrase,
    /// One line.
    pub title: Phrase,
    /// Why it matters.
    pub why: Phrase,
    /// What to do.
    pub fix: Phrase,
}

/// A finding of severity info about a pod, proved by one line.
pub fn note(meta: &Meta, pod: &Pod, span: Span, words: Note) -> Finding {
    Finding {
        rule: meta.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: Vec::new(),
        title: words.title,
        why: words.why,
        fix: words.fix,
        next: vec![kubectl(
            format!("kubectl describe pod{} {}", in_namespace(&pod.id), pod.id.name),
            phrase!("the command with all its flags", "完整的命令及其所有参数"),
        )],
        evidence: Proof::new(span, words.shows),
    }
}
