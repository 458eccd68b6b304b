//! All that the page says about one selected part.

use crate::crosses;
use crate::diagnose::finding::{Evidence, Step};
use crate::explain::article::Article;
use crate::model::part::PartId;
use crate::text::Phrase;

/// The content of the details panel for one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which part.
    pub part: PartId,
    /// Heading: "etcd on cp-3".
    pub title: Phrase,
    /// One line below it: "expected, absent · stacked control plane".
    pub subtitle: Phrase,
    /// What it is.
    pub article: Option<&'static Article>,
    /// Its state here, in sentences.
    pub state: Vec<Phrase>,
    /// The lines of the user's text about it.
    pub evidence: Vec<Evidence>,
    /// Its command's flags, the notable ones first; empty where no text shows them.
    pub flags: Vec<FlagNote>,
    /// Indices of the findings about it.
    pub findings: Vec<usize>,
    /// What to run next.
    pub next: Vec<Step>,
    /// What one more failure, or one repair, would do; for the quorum.
    pub what_if: Vec<Phrase>,
}

crosses! { struct Explanation { part, title, subtitle, article, state, evidence, flags, findings, next, what_if } }

/// One flag of a command, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagNote {
    /// Without dashes.
    pub flag: String,
    /// Whether it is a field of a configuration file.
    pub field: bool,
    /// As set; empty for a flag without value.
    pub value: String,
    /// The line that shows it; `None` for a notable flag that is not set.
    pub evidence: Option<Evidence>,
    /// What it means.
    pub meaning: Phrase,
    /// The default of the release, where known.
    pub default: Option<String>,
    /// What to make of this value.
    pub verdict: Verdict,
    /// Why.
    pub remark: Option<Phrase>,
}

crosses! { struct FlagNote { flag, field, value, evidence, meaning, default, verdict, remark } }

/// What to make of a flag's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A risk or a mistake.
    Bad,
    /// Worth knowing.
    Notable,
    /// As it should be.
    Good,
    /// Neither.
    Plain,
}

crosses! { enum Verdict { Bad, Notable, Good, Plain } }
