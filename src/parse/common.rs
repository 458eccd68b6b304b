//! What several things have in common.

/// A name that all things seen so far share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Common {
    /// Nothing was seen yet.
    #[default]
    Nothing,
    /// All have this one, or all have none.
    One(Option<String>),
    /// They differ.
    Several,
}

impl Common {
    /// Notes one more thing's name.
    pub fn note(&mut self, name: Option<&str>) {
        *self = match std::mem::take(self) {
            Self::Nothing => Self::One(name.map(str::to_owned)),
            Self::One(have) if have.as_deref() == name => Self::One(have),
            _ => Self::Several,
        };
    }

    /// The name, if there is just one.
    pub fn one(&self) -> Option<&str> {
        match self {
            Self::One(name) => name.as_deref(),
            Self::Nothing | Self::Several => None,
        }
    }
}
