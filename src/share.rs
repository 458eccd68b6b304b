//! [`Report`](crate::report::Report) → what is handed on: JSON for programs, text for a terminal, Markdown for an issue or a chat.
//! Knows codecs; does not know files, colours or the DOM.

pub mod clean;
pub mod compose;
pub mod counts;
pub mod document;
pub mod handbook;
pub mod json;
pub mod line;
pub mod markdown;
pub mod text;
pub mod words;
pub mod wrap;
