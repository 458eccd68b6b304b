//! tmp
use crate::explain::explanation::Explanation;
use crate::model::part::PartId;
use crate::report::Report;
use crate::text::Phrase;
pub fn explain(_r: &Report, part: &PartId) -> Explanation {
    Explanation {
        part: part.clone(),
        title: Phrase::same(format!("{part:?}")),
        subtitle: Phrase::default(),
        article: None,
        state: vec![],
        evidence: vec![],
        flags: vec![],
        findings: vec![],
        next: vec![],
        what_if: vec![],
    }
}
