//! A catalogue of flags as one text. As a table of structures it would be addresses and lengths for the most part, and those
//! compress badly.

use crate::explain::flags::flag::{Flag, Judge, JudgeAbsence};
use crate::text::Text;

/// After a flag's name and after what it is set to by default.
const MARK: char = '\u{1f}';
/// After a flag.
const END: char = '\u{1e}';

/// The flags of a component, or those that several share; made by [`flags!`].
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// All but the judges.
    pub text: &'static str,
    /// Who judges the value of which flag.
    pub judges: &'static [(&'static str, Judge)],
    /// Who judges the absence of which flag.
    pub absences: &'static [(&'static str, JudgeAbsence)],
}

impl Table {
    /// Every flag, in order.
    pub fn flags(self) -> impl Iterator<Item = Flag> {
        self.text.split_terminator(END).map(move |line| self.read(line))
    }

    /// The flag of that name.
    pub fn find(self, name: &str) -> Option<Flag> {
        let named = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(MARK));
        self.text.split_terminator(END).find(named).map(|line| self.read(line))
    }

    fn read(self, line: &'static str) -> Flag {
        let (name, rest) = line.split_once(MARK).unwrap_or_default();
        let (value, meaning) = rest.split_once(MARK).unwrap_or_default();
        Flag {
            name,
            meaning: Text::joined(meaning),
            default: value.get(1..).filter(|default| !default.is_empty()),
            switch: value.starts_with('!'),
            judge: self.judges.iter().find(|(it, _)| *it == name).map(|(_, judge)| *judge),
            absence: self.absences.iter().find(|(it, _)| *it == name).map(|(_, absence)| *absence),
        }
    }
}

/// A [`Table`], flag by flag: its name and meaning; `default`, where all current releases have the same; `switch`, where it
/// takes no value of its own (`--profiling` is `--profiling=true`), with its default or empty; `judged`, what to make of a
/// value; `missed`, what to make of its absence. In this order.
macro_rules! flags {
    ($(
        Flag::new($name:literal, text!($en:literal, $zh:literal $(,)?) $(,)?)
            $(.default($default:literal))? $(.switch($switch:literal))? $(.judged($judge:expr $(,)?))? $(.missed($absence:expr $(,)?))?
    ),* $(,)?) => {
        $crate::explain::flags::table::Table {
            text: concat!($(
                $name, "\u{1f}" $(, "=", $default)? $(, "!", $switch)?, "\u{1f}", $crate::both!($en, $zh), "\u{1e}"
            ),*),
            judges: &[$($(($name, $judge),)?)*],
            absences: &[$($(($name, $absence),)?)*],
        }
    };
}

pub(super) use flags;
