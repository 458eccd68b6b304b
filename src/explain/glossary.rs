//! What the words mean that kubectl prints: states, conditions, reasons of events, exit codes, signals. A table of text; knows no cluster.

use crate::text;
use crate::text::{Phrase, Text};

const TABLE: &str = include_str!("glossary.txt");

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// In the column STATUS.
    Status,
    /// A condition of an object.
    Condition,
    /// The reason of an event.
    Reason,
    /// An exit code.
    Exit,
    /// A signal, by number or name.
    Signal,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Status, Self::Condition, Self::Reason, Self::Exit, Self::Signal];

    fn word(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Condition => "condition",
            Self::Reason => "reason",
            Self::Exit => "exit",
            Self::Signal => "signal",
        }
    }

    /// What a word of this sort is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Status => text!("state", "状态"),
            Self::Condition => text!("condition", "状况"),
            Self::Reason => text!("reason of events", "事件原因"),
            Self::Exit => text!("exit code", "退出码"),
            Self::Signal => text!("signal", "信号"),
        }
    }
}

/// What a word of that sort means; letters of either case match. `Init:2/3`, `Init:Error`, `ExitCode:1`, `Signal:9` are understood.
pub fn meaning(sort: Sort, word: &str) -> Option<Phrase> {
    if sort == Sort::Status {
        if let Some(code) = word.strip_prefix("ExitCode:") {
            return meaning(Sort::Exit, code);
        }
        if let Some(signal) = word.strip_prefix("Signal:") {
            return meaning(Sort::Signal, signal);
        }
        if let Some(state) = word.strip_prefix("Init:").filter(|state| *state != "N/M") {
            if state.contains('/') {
                return meaning(sort, "Init:N/M");
            }
            let of = meaning(sort, state)?;
            return Some(Phrase { en: format!("Of an init container: {}", of.en), zh: format!("Init 容器的状态：{}", of.zh) });
        }
    }
    entries()
        .find(|(entry, words, _)| *entry == sort && words.split(", ").any(|it| it.eq_ignore_ascii_case(word)))
        .map(|(.., phrase)| phrase)
}

/// Everything that a word can mean.
pub fn meanings(word: &str) -> Vec<(Sort, Phrase)> {
    Sort::ALL.into_iter().filter_map(|sort| Some((sort, meaning(sort, word)?))).collect()
}

/// Sort, words, meaning.
fn entries() -> impl Iterator<Item = (Sort, &'static str, Phrase)> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(read)
}

fn read(line: &'static str) -> Option<(Sort, &'static str, Phrase)> {
    let mut parts = line.split(" | ");
    let (sort, words) = parts.next()?.split_once(' ')?;
    let sort = Sort::ALL.into_iter().find(|it| it.word() == sort)?;
    let phrase = Phrase { en: parts.next()?.to_owned(), zh: parts.next()?.to_owned() };
    parts.next().is_none().then_some((sort, words, phrase))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_is_read_and_says_one_thing_in_two_languages() {
        let mut seen = BTreeSet::new();
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (sort, words, phrase) = read(line).expect(line);
            for word in words.split(", ") {
                assert!(seen.insert((sort.word(), word.to_ascii_lowercase())), "{word} is there twice");
                assert_eq!(meaning(sort, word).as_ref(), Some(&phrase), "{word}");
            }
            assert!(phrase.en.ends_with('.') && phrase.zh.ends_with('。') && !phrase.zh.is_ascii(), "{line}");
        }
    }

    #[test]
    fn words_that_kubectl_puts_together() {
        for (word, begins) in [
            ("Init:2/3", "N of M init containers"),
            ("Init:ErrImagePull", "Of an init container: Fetching"),
            ("ExitCode:137", "Ended by SIGKILL"),
            ("Signal:9", "Ended at once"),
            ("oomkilled", "The kernel ended"),
        ] {
            assert!(meaning(Sort::Status, word).is_some_and(|it| it.en.starts_with(begins)), "{word}");
        }
        assert_eq!(meaning(Sort::Status, "65301"), None);
        assert_eq!(meanings("Ready").len(), 2);
    }
}
