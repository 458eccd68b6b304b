//! Light, dark, or what the system says. Knows no colours: those are in `styles/tokens.css`.

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The next in the order of the switch.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The value of `data-theme`, given what the system prefers.
    pub const fn resolved(self, system_is_dark: bool) -> &'static str {
        match (self, system_is_dark) {
            (Self::Dark, _) | (Self::System, true) => "dark",
            (Self::Light, _) | (Self::System, false) => "light",
        }
    }
}
