//! What was asked, and therefore what may be called absent.

use crate::kind::Kind;
use crate::span::Span;

/// Where a list looked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Every namespace, or a kind without namespaces.
    All,
    /// One namespace.
    Namespace(String),
    /// One namespace, but the text does not tell which.
    Unknown,
}

/// One list that was pasted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listing {
    /// What was listed.
    pub kind: Kind,
    /// Where.
    pub reach: Reach,
    /// Whether it holds every object of its reach: no selector, filter, pipe or cut is visible.
    pub complete: bool,
    /// Whether the command is visible; without it a filter cannot be ruled out.
    pub command_seen: bool,
    /// How many objects it showed.
    pub objects: u32,
    /// The whole list in the text.
    pub span: Span,
}

/// All lists of the paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// In order of the text.
    pub listings: Vec<Listing>,
    /// Where dumps of the cluster begin: they hold what they hold, whatever else there is.
    pub dumps: Vec<Span>,
}

impl Scope {
    /// The complete list that would have shown an object of `kind` in `namespace` (`None`: cluster scope), if one was pasted.
    pub fn covering(&self, kind: &Kind, namespace: Option<&str>) -> Option<&Listing> {
        self.listings.iter().find(|listing| {
            listing.complete
                && listing.kind == *kind
                && match (&listing.reach, namespace) {
                    (Reach::All, _) => true,
                    (Reach::Namespace(have), Some(want)) => have == want,
                    (Reach::Namespace(_) | Reach::Unknown, _) => false,
                }
        })
    }

    /// Whether a complete list of `kind` over every namespace was pasted.
    pub fn covers_all(&self, kind: &Kind) -> bool {
        self.listings.iter().any(|listing| listing.complete && listing.kind == *kind && listing.reach == Reach::All)
    }
}
