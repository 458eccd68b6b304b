//! A command line as typed: words, and what its output was piped through.

use crate::span::Span;

/// A command that stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// As typed, without the prompt.
    pub text: String,
    /// Words up to the first pipe or redirection, quotes removed.
    pub words: Vec<String>,
    /// The commands it was piped through, as typed.
    pub pipes: Vec<String>,
    /// Its line.
    pub span: Span,
}

impl Command {
    /// Reads what was typed.
    pub fn parse(typed: &str, span: Span) -> Self {
        let typed = typed.trim();
        let mut parts = split_outside_quotes(typed, '|').into_iter();
        let words = words(parts.next().unwrap_or_default());
        Self { text: typed.to_owned(), words, pipes: parts.map(|pipe| pipe.trim().to_owned()).filter(|it| !it.is_empty()).collect(), span }
    }
}

/// Splits at `separator` where no quote is open.
fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, c) if c == separator => {
                parts.push(text.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// Words of a command, without quotes; ends at a redirection, `;`, `&&` or a comment.
fn words(text: &str) -> Vec<String> {
    let mut res = Vec::new();
    for word in split_outside_quotes(text, ' ') {
        let word = word.trim();
        if word.is_empty() {
            continue;
        }
        if matches!(word, ">" | ">>" | "2>&1" | "2>" | ";" | "&&" | "||" | "\\") || word.starts_with(['>', '#']) {
            break;
        }
        res.push(word.trim_end_matches(';').replace(['\'', '"'], ""));
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_quotes_pipes_and_redirections() {
        let it = Command::parse("kubectl get pods -l 'app in (a, b)' -n x | grep -v \"a|b\" | head > out.txt", Span::default());
        assert_eq!(it.words, ["kubectl", "get", "pods", "-l", "app in (a, b)", "-n", "x"]);
        assert_eq!(it.pipes, ["grep -v \"a|b\"", "head > out.txt"]);
        assert_eq!(Command::parse("kubectl get no > a.txt # all", Span::default()).words, ["kubectl", "get", "no"]);
    }
}
