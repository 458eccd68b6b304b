//! What a reader is told about one component, kind, state or flag.

use crate::border::{Cross, Reader};
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

/// Written as its id only: whoever reads it has the same catalogue. Empty for no article.
impl Cross for Option<&'static Article> {
    fn write(&self, out: &mut Vec<u8>) {
        self.map_or_else(String::new, |it| it.id.to_owned()).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        article(&String::read(from))
    }
}
