//! Component, flag, state → an article, a lesson, a question. Teaches; does not know layout or the DOM.

pub mod article;
pub mod articles;
pub mod explanation;
pub mod flags;
pub mod lesson;
pub mod panel;
pub mod words;

#[cfg(test)]
#[path = "../tests/support/prose.rs"]
mod prose;
