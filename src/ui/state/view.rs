//! The views of a result.

/// What stands beside the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What is wrong with the cluster.
    #[default]
    Architecture,
    /// Questions about this cluster.
    Lesson,
}

impl View {
    /// Both, in the order of the tabs.
    pub const ALL: [Self; 2] = [Self::Architecture, Self::Lesson];

    /// The word that stands for it in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Architecture => "architecture",
            Self::Lesson => "lesson",
        }
    }

    /// The view behind a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}
