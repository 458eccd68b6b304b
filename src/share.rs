//! [`Report`](crate::report::Report) → what is handed on: JSON for programs, text for a terminal, Markdown for an issue or a chat;
//! [`Scene`](crate::layout::scene::Scene) → Mermaid and draw.io.
//! Knows codecs; does not know files, colours or the DOM.

pub mod clean;
pub mod compose;
pub mod counts;
pub mod document;
pub mod drawio;
pub mod file_name;
pub mod handbook;
pub mod json;
pub mod line;
pub mod markdown;
pub mod mermaid;
pub mod outline;
pub mod text;
pub mod visible;
pub mod words;
pub mod wrap;
pub mod xml;
