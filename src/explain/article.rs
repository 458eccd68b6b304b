//! What a reader is told about one component, kind, state or flag.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::explain::articles::article;
use crate::text::Text;

/// A short lesson about one thing. Same headings in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Written as its id: whoever reads it has the same catalogue.
impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for &'static Article {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        article(&id).ok_or_else(|| D::Error::custom("no such article"))
    }
}
