//! Diagnosis as a conversation: what the user pastes next answers what was open before.

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::follow_up::{Answer, follow_up};
use crate::report::Report;

/// What was said so far in a sitting.
#[derive(Default)]
pub struct Talk {
    /// The texts that were read: names and digests, in order.
    texts: Vec<(String, u64)>,
    said: Option<Diagnosis>,
    answers: Vec<Answer>,
}

impl Talk {
    /// Takes the report on some texts. If they begin with those of before, the others answer what was open; else it begins anew.
    pub fn goes_on(&mut self, texts: Vec<(String, u64)>, report: &Report) {
        let more = texts.len() > self.texts.len() && texts.starts_with(&self.texts);
        match &self.said {
            Some(said) if more && report.others.is_empty() => {
                let first_new = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
                let new = follow_up(said, &report.cluster, &report.diagnosis, first_new);
                // What is said of a statement last counts.
                self.answers.retain(|old| new.iter().all(|it| it.was != old.was));
                self.answers.splice(0..0, new);
            }
            Some(_) if texts == self.texts => {}
            _ => self.answers.clear(),
        }
        self.texts = texts;
        self.said = Some(report.diagnosis.clone());
    }

    /// What the texts made of earlier statements, the newest first.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }
}
