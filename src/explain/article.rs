//! What a reader is told about one component, kind, state or flag.

use crate::text::Text;

/// A short lesson about one thing. Same headings in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Article {
    /// Kebab-case, unique; for a component the product's id.
    pub id: &'static str,
    /// Its name in running text.
    pub name: Text,
    /// The picture used in class: "the ledger".
    pub picture: Text,
    /// What it is and does, for a learner.
    pub what: Text,
    /// How one sees that it is well.
    pub check: Text,
    /// What happens when it is gone.
    pub without: Text,
}
