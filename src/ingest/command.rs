//! A command line as typed: words, and what its output was piped through.

use crate::span::Span;

/// Programs whose output Porthole may read.
const TOOLS: &[&str] = &["kubectl", "oc", "k", "microk8s", "k3s", "k0s", "minikube", "kubecolor", "microk8s.kubectl"];

/// Flags of kubectl that take a value as the next word.
const WITH_VALUE: &[&str] = &[
    "-n",
    "--namespace",
    "-o",
    "--output",
    "-l",
    "--selector",
    "--field-selector",
    "--sort-by",
    "-L",
    "--label-columns",
    "--context",
    "--kubeconfig",
    "-s",
    "--server",
    "-c",
    "--container",
    "--tail",
    "--since",
    "--token",
    "--as",
    "--cluster",
    "--user",
    "--chunk-size",
    "-f",
    "--filename",
    "--request-timeout",
];

/// Whether a word stands before a command: `sudo`, `watch`, `time`, their flags, an interval.
pub fn is_wrapper(word: &str) -> bool {
    matches!(word, "sudo" | "watch" | "time" | "command" | "rlwrap") || word.starts_with('-')
}

/// A program's name, without its folder and what its file's name ends in.
pub fn program(word: &str) -> &str {
    word.rsplit(['/', '\\']).next().unwrap_or(word).trim_end_matches(".exe").trim_end_matches(".sh")
}

/// Whether that program prints what Porthole reads.
pub fn is_tool(word: &str) -> bool {
    TOOLS.contains(&program(word))
}

/// Whether the flag's value is the next word. `-f` of `logs` follows the log instead.
pub fn takes_value(flag: &str, verb: &str) -> bool {
    WITH_VALUE.contains(&flag) && !(flag == "-f" && matches!(verb, "logs" | "log"))
}

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
        // Of several commands on a line that one counts whose output is read.
        let several = simple(typed);
        let told = |text: &&str| words(text).iter().find(|word| !is_wrapper(word)).is_some_and(|word| is_tool(word));
        let one = several.iter().copied().find(told).or(several.first().copied()).unwrap_or_default();
        let mut parts = split_outside_quotes(one, '|').into_iter();
        let words = words(parts.next().unwrap_or_default());
        Self { text: typed.to_owned(), words, pipes: parts.map(|pipe| pipe.trim().to_owned()).filter(|it| !it.is_empty()).collect(), span }
    }
}

/// The commands of a line: `date; kubectl get pods`, `cd x && kubectl get pods`.
pub fn simple(typed: &str) -> Vec<&str> {
    split_outside_quotes(typed, ';').into_iter().flat_map(|part| part.split(" && ")).map(str::trim).filter(|it| !it.is_empty()).collect()
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
        assert_eq!(Command::parse("date;kubectl get pods", Span::default()).words, ["kubectl", "get", "pods"]);
        assert_eq!(Command::parse("cd x && oc get no | head", Span::default()).words, ["oc", "get", "no"]);
        assert_eq!(Command::parse("kubectl get no > a.txt # all", Span::default()).words, ["kubectl", "get", "no"]);
    }
}
