//! Gathers log lines: those of one log with one meaning are one fact.

use crate::model::build::observed::{Observed, What};
use crate::model::log_fact::LogFact;
use crate::parse::record::LogLine;

/// A text has no more facts than this; further meanings are counted in none.
const MOST: usize = 5_000;
/// Facts among which a line's own is looked for first: logs repeat themselves.
const RECENT: usize = 64;

/// Log lines, gathered.
#[derive(Default)]
pub(super) struct Logs {
    facts: Vec<(u32, LogFact)>,
}

impl Logs {
    /// One more line.
    pub fn add(&mut self, line: LogLine<'_>, part: u32) {
        let same = |(of, fact): &&mut (u32, LogFact)| {
            *of == part
                && fact.signature == line.signature
                && fact.namespace.as_deref() == line.of.namespace
                && fact.name.as_deref() == line.of.name
                && fact.program.as_deref() == line.of.program
        };
        if let Some((_, fact)) = self.facts.iter_mut().rev().take(RECENT).find(same) {
            fact.count += 1;
            fact.level = fact.level.max(line.level);
            fact.first = fact.first.or(line.at);
            fact.last = line.at.or(fact.last);
            fact.message.clear();
            fact.message.push_str(line.message);
            fact.last_span = line.span;
            return;
        }
        if self.facts.len() >= MOST {
            return;
        }
        let own = |it: Option<&str>| it.map(str::to_owned);
        let fact = LogFact {
            signature: line.signature.to_owned(),
            namespace: own(line.of.namespace),
            name: own(line.of.name),
            program: own(line.of.program),
            level: line.level,
            count: 1,
            first: line.at,
            last: line.at,
            message: line.message.to_owned(),
            span: line.span,
            last_span: line.span,
        };
        self.facts.push((part, fact));
    }

    /// The facts, as observations.
    pub fn facts(self) -> impl Iterator<Item = Observed> {
        self.facts.into_iter().zip(0..).map(|((part, fact), at)| Observed { part, at, what: What::Log(Box::new(fact)) })
    }
}
