//! Component, flag, state → an article, a lesson, a question, the facts of the whole. Teaches; does not know layout or the DOM.

pub mod article;
pub mod articles;
pub mod explanation;
pub mod find;
pub mod flags;
pub mod glossary;
pub mod lesson;
pub mod overview;
pub mod panel;
pub mod words;

#[cfg(test)]
#[path = "../tests/support/prose.rs"]
mod prose;
