//! The views of a result.

use crate::layout::request::Picture;

/// What fills the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The architecture, beside what is wrong with it.
    #[default]
    Architecture,
    /// Nodes with their pods.
    Nodes,
    /// Who answers what.
    Traffic,
    /// Owners and their pods.
    Workloads,
    /// What happened when.
    Timeline,
    /// Everything in rows.
    Table,
    /// Questions about this cluster, beside its architecture.
    Lesson,
}

impl View {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 7] = [Self::Architecture, Self::Nodes, Self::Traffic, Self::Workloads, Self::Timeline, Self::Table, Self::Lesson];

    /// The word that stands for it in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Architecture => "architecture",
            Self::Nodes => "nodes",
            Self::Traffic => "traffic",
            Self::Workloads => "workloads",
            Self::Timeline => "timeline",
            Self::Table => "table",
            Self::Lesson => "lesson",
        }
    }

    /// The view behind a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// The picture that it shows; `None` where it shows rows.
    pub const fn picture(self) -> Option<Picture> {
        match self {
            Self::Architecture | Self::Lesson => Some(Picture::Architecture),
            Self::Nodes => Some(Picture::Nodes),
            Self::Traffic => Some(Picture::Traffic),
            Self::Workloads => Some(Picture::Workloads),
            Self::Timeline => Some(Picture::Timeline),
            Self::Table => None,
        }
    }
}
