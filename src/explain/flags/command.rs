//! A container's command as flags with values. Knows Go's flag syntax; does not know any flag.

use crate::span::{Seen, Span};

/// One flag as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given<'a> {
    /// Without dashes.
    pub name: &'a str,
    /// Empty where none was given.
    pub value: &'a str,
    /// The entry that holds it.
    pub span: Span,
}

/// The flags of a command, in order.
#[derive(Clone, Debug, Default)]
pub struct Command<'a> {
    /// In order of the command.
    pub given: Vec<Given<'a>>,
}

impl<'a> Command<'a> {
    /// Reads `--flag=value`, `--flag value` and `--flag`; `is_switch` tells which flags never take the next word.
    pub fn read(entries: &'a [Seen<String>], is_switch: impl Fn(&str) -> bool) -> Self {
        let mut given: Vec<Given<'a>> = Vec::new();
        let mut open = false;
        for (word, span) in entries.iter().flat_map(words) {
            let Some(flag) = as_flag(word) else {
                if open && let Some(last) = given.last_mut() {
                    last.value = word;
                    last.span = last.span.to(span);
                }
                open = false;
                continue;
            };
            let (name, value) = flag.split_once('=').unwrap_or((flag, ""));
            open = !flag.contains('=') && !is_switch(name);
            given.push(Given { name, value: unquoted(value), span });
        }
        Self { given }
    }

    /// The value of a flag, the last one if given twice; empty for a flag without value.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.given.iter().rev().find(|it| it.name == name).map(|it| it.value)
    }

    /// Whether a flag is given.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether any of these flags is given.
    pub fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.has(name))
    }

    /// A flag's value as a number.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.parse().ok()
    }
}

/// An entry is one word, unless it is a script for a shell with flags inside.
fn words(entry: &Seen<String>) -> impl Iterator<Item = (&str, Span)> {
    let script = entry.value.contains(" --");
    let (whole, parts) = if script { ("", entry.value.as_str()) } else { (entry.value.as_str(), "") };
    std::iter::once(whole).filter(|it| !it.is_empty()).chain(parts.split_whitespace()).map(|word| (word, entry.span))
}

fn as_flag(word: &str) -> Option<&str> {
    let name = word.strip_prefix("--").or_else(|| word.strip_prefix('-'))?;
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

fn unquoted(value: &str) -> &str {
    let inner = value.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.or_else(|| value.strip_prefix('\'').and_then(|it| it.strip_suffix('\''))).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    fn entries(words: &[&str]) -> Vec<Seen<String>> {
        let mut start = 0;
        let mut entries = Vec::new();
        for word in words {
            let end = start + u32::try_from(word.len()).unwrap_or(0);
            entries.push(Seen::new((*word).to_owned(), Span { source: SourceId(0), start, end, ..Span::default() }));
            start = end + 1;
        }
        entries
    }

    fn read(entries: &[Seen<String>]) -> Vec<(&str, &str)> {
        Command::read(entries, |name| name == "profiling").given.iter().map(|it| (it.name, it.value)).collect()
    }

    #[test]
    fn the_three_ways_to_give_a_value() {
        let words = entries(&["kube-apiserver", "--a=1", "--b", "2", "--c", "--profiling", "positional", "-v=4", "--d=x=y", "--e=-1"]);
        assert_eq!(read(&words), [("a", "1"), ("b", "2"), ("c", ""), ("profiling", ""), ("v", "4"), ("d", "x=y"), ("e", "-1")]);
    }

    #[test]
    fn a_value_in_the_next_entry_is_part_of_the_evidence() {
        let words = entries(&["etcd", "--name", "a"]);
        let command = Command::read(&words, |_| false);
        assert_eq!(command.given.first().map(|it| (it.span.start, it.span.end)), Some((5, 13)));
    }

    #[test]
    fn flags_inside_a_shell_script() {
        let words = entries(&["/bin/sh", "-c", "exec kube-proxy --a=1 --b=\"2 \" 2>&1"]);
        assert_eq!(read(&words).iter().find(|it| it.0 == "a"), Some(&("a", "1")));
    }

    #[test]
    fn the_last_of_two_counts() {
        let words = entries(&["--a=1", "--a=2"]);
        let command = Command::read(&words, |_| false);
        assert_eq!((command.get("a"), command.number("a"), command.get("b")), (Some("2"), Some(2), None));
    }
}
