//! A question with its choices. Knows how to hide the right one among them, always in the same place for the same text.

use crate::crosses;
use crate::diagnose::finding::Evidence;
use crate::order;
use crate::text::Phrase;

/// A question about the pasted cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Kebab-case, unique.
    pub id: String,
    /// What is asked.
    pub ask: Phrase,
    /// At least two, all different, in an order that does not give the answer away.
    pub choices: Vec<Phrase>,
    /// Index of the right one.
    pub correct: usize,
    /// Why it is right, and what speaks against the tempting ones.
    pub because: Phrase,
    /// The lines that tell.
    pub evidence: Vec<Evidence>,
}

crosses! { struct Question { id, ask, choices, correct, because, evidence } }

impl Question {
    /// A question, unless the wrong answers are all the same as the right one. Choices are sorted by their English text.
    pub fn new(id: &str, ask: Phrase, right: &Phrase, wrong: Vec<Phrase>, because: Phrase, evidence: Vec<Evidence>) -> Option<Self> {
        let mut choices = wrong;
        choices.push(right.clone());
        order::sort(&mut choices);
        choices.dedup();
        let correct = choices.iter().position(|choice| choice == right)?;
        (choices.len() > 1 && !evidence.is_empty()).then_some(Self { id: id.to_owned(), ask, choices, correct, because, evidence })
    }

    /// Whether a choice is the right one.
    pub fn is_right(&self, choice: usize) -> bool {
        choice == self.correct
    }
}
