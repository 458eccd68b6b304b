//! What a rule says of several objects in the very same words is one finding: each API server lacks the same flag.

use crate::diagnose::finding::Finding;

/// Joins neighbours that say the same; the findings are sorted by rule and subject. Commands are those of the first.
pub(super) fn joined(findings: Vec<Finding>) -> Vec<Finding> {
    let mut res: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match res.last_mut().filter(|have| same(have, &finding)) {
            Some(have) => take(have, finding),
            None => res.push(finding),
        }
    }
    res
}

fn same(one: &Finding, other: &Finding) -> bool {
    let words = |it: &Finding| (it.severity, it.confidence);
    one.rule == other.rule && words(one) == words(other) && one.title == other.title && one.why == other.why && one.fix == other.fix
}

fn take(have: &mut Finding, other: Finding) {
    let mut proof = have.evidence.clone();
    for line in other.evidence.iter() {
        proof = proof.and(line.span, line.note.clone());
    }
    have.evidence = proof;
    have.also.push(other.subject);
    have.also.extend(other.also);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::finding::{Confidence, Proof, Severity};
    use crate::model::object_ref::ObjectRef;
    use crate::span::Span;
    use crate::text::Phrase;

    fn finding(pod: &str, title: &str, at: u32) -> Finding {
        let span = Span { line: at, last: at, ..Span::default() };
        Finding {
            rule: "rule".to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Certain,
            subject: ObjectRef::pod(None, pod),
            also: Vec::new(),
            title: Phrase::same(title),
            why: Phrase::default(),
            fix: Phrase::default(),
            next: Vec::new(),
            evidence: Proof::new(span, Phrase::default()),
        }
    }

    #[test]
    fn the_same_words_are_said_once_and_every_line_is_kept() {
        let found = joined(vec![finding("a", "no flag", 1), finding("b", "no flag", 2), finding("c", "c has no flag", 3)]);
        let told: Vec<_> = found.iter().map(|it| (it.subject.name.as_str(), it.also.len(), it.evidence.iter().count())).collect();
        assert_eq!(told, [("a", 1, 2), ("c", 0, 1)]);
    }
}
