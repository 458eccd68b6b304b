//! One entry of a catalogue of flags. Knows its own value and the other flags of the same command.

use crate::explain::explanation::Verdict;
use crate::explain::flags::command::Command;
use crate::text::{Phrase, Text};

/// What to make of a value, and why; the words may be missing where there is nothing to add to the meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub remark: Option<Phrase>,
}

/// Judges a value in its command; `None`: nothing to say.
pub type Judge = fn(value: &str, command: &Command<'_>) -> Option<Opinion>;

/// Judges that a flag is not set; `None`: that is as it should be.
pub type JudgeAbsence = fn(command: &Command<'_>) -> Option<Opinion>;

/// A flag of a component.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    /// Without dashes.
    pub name: &'static str,
    /// What it sets.
    pub meaning: Text,
    /// The default, where the same in all current releases.
    pub default: Option<&'static str>,
    /// Whether it takes no value of its own (`--profiling` is `--profiling=true`).
    pub switch: bool,
    /// What to make of a value.
    pub judge: Option<Judge>,
    /// What to make of its absence.
    pub absence: Option<JudgeAbsence>,
}

impl Opinion {
    fn some(verdict: Verdict, remark: impl Into<Phrase>) -> Option<Self> {
        Some(Self { verdict, remark: Some(remark.into()) })
    }

    /// A risk or a mistake.
    pub fn bad(remark: impl Into<Phrase>) -> Option<Self> {
        Self::some(Verdict::Bad, remark)
    }

    /// Worth knowing.
    pub fn notable(remark: impl Into<Phrase>) -> Option<Self> {
        Self::some(Verdict::Notable, remark)
    }

    /// As it should be.
    pub fn good(remark: impl Into<Phrase>) -> Option<Self> {
        Self::some(Verdict::Good, remark)
    }

    /// Neither good nor bad, with a word on it.
    pub fn plain(remark: impl Into<Phrase>) -> Option<Self> {
        Self::some(Verdict::Plain, remark)
    }
}
