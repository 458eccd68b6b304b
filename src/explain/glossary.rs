//! What the words mean that kubectl prints: kinds, states, conditions, reasons, exit codes, signals. A table of text; knows no cluster.

use crate::kind::Kind;
use crate::text;
use crate::text::{Phrase, Text};

const TABLE: &str = include_str!("glossary.txt");

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A kind of object, by any name that kubectl accepts.
    Kind,
    /// In the column STATUS.
    Status,
    /// A condition of an object.
    Condition,
    /// The reason of an event or a condition.
    Reason,
    /// An exit code.
    Exit,
    /// A signal, by number or name.
    Signal,
}

impl Sort {
    const ALL: [Self; 6] = [Self::Kind, Self::Status, Self::Condition, Self::Reason, Self::Exit, Self::Signal];

    fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
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
            Self::Kind => text!("kind of object", "资源类型"),
            Self::Status => text!("state", "状态"),
            Self::Condition => text!("condition", "状况"),
            Self::Reason => text!("reason", "原因"),
            Self::Exit => text!("exit code", "退出码"),
            Self::Signal => text!("signal", "信号"),
        }
    }
}

/// What a word of that sort means; letters of either case match. `Init:2/3`, `Init:Error`, `ExitCode:1`, `Signal:9`, `pvc` are understood.
pub fn meaning(sort: Sort, word: &str) -> Option<Phrase> {
    if sort == Sort::Kind {
        let kind = Kind::parse(word);
        return find(sort, kind.name().split('.').next().unwrap_or_default());
    }
    if sort == Sort::Exit {
        return find(sort, word).or_else(|| by_signal(word));
    }
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
    find(sort, word)
}

/// An exit code beyond 128 that has no line of its own.
fn by_signal(code: &str) -> Option<Phrase> {
    let number = code.parse::<u32>().ok()?.checked_sub(128)?.to_string();
    let (_, words, means) = entries().find(|(sort, words, _)| *sort == Sort::Signal && words.split(", ").next() == Some(&number))?;
    let name = words.rsplit(", ").next().unwrap_or_default();
    Some(Phrase { en: format!("Ended by {name}: {}", means.en), zh: format!("被 {name} 结束：{}", means.zh) })
}

fn find(sort: Sort, word: &str) -> Option<Phrase> {
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
    use crate::explain::prose;

    #[test]
    fn every_line_is_read_and_says_one_thing_in_two_languages() {
        let mut seen = BTreeSet::new();
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (sort, words, phrase) = read(line).expect(line);
            prose::check_sentences(words, &phrase.en, &phrase.zh);
            for word in words.split(", ") {
                assert!(seen.insert((sort.word(), word.to_ascii_lowercase())), "{word} is there twice");
                assert_eq!(meaning(sort, word).as_ref(), Some(&phrase), "{word}");
            }
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

    #[test]
    fn every_kind_by_any_of_its_names() {
        for kind in Kind::BUILT_IN {
            let means = find(Sort::Kind, kind.name());
            assert!(means.is_some(), "{kind}");
            assert_eq!(meaning(Sort::Kind, kind.plural()), means, "{kind}");
        }
        for word in ["deployment", "pvc", "Service", "deployments.apps", "crds"] {
            assert!(meaning(Sort::Kind, word).is_some(), "{word}");
        }
        assert_eq!(meaning(Sort::Kind, "widgets.example.org"), None);
    }

    #[test]
    fn every_exit_code_that_people_meet() {
        for code in [0, 1, 2, 126, 127, 128, 129, 130, 131, 132, 134, 135, 136, 137, 139, 141, 143, 255] {
            assert!(meaning(Sort::Exit, &code.to_string()).is_some(), "{code}");
        }
        assert!(meaning(Sort::Exit, "135").is_some_and(|it| it.en.starts_with("Ended by SIGBUS: Memory")));
        assert_eq!(meaning(Sort::Exit, "3"), None);
    }
}
