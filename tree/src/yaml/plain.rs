//! Texts without quotes, numbers and words.

use crate::node::Slice;
use crate::value::Sort;
use crate::yaml::reading::{Name, Reading};

impl Reading<'_> {
    /// The plain text that begins at `at`, with the lines below that continue it: those indented by `least` or more.
    pub(super) fn plain(&mut self, name: Name, least: usize) {
        let (from, line) = (self.at, name.line.unwrap_or(self.line));
        let to = self.cut(from);
        let begin = self.tree.scratch.len();
        let (mut folded, mut last) = (false, to);
        loop {
            self.last = last;
            // Nothing continues a text after a comment.
            if last < self.end {
                self.next();
                break;
            }
            let Some(blank) = self.further(least) else { break };
            if !folded {
                self.push(from, to);
                folded = true;
            }
            self.fold(blank);
            last = self.cut(self.at);
            self.push(self.at, last);
        }
        if folded {
            let value = self.tree.resolve(begin, from);
            self.tree.open(name.key, value, Sort::Text, line);
        } else {
            let sort = sort(self.text.get(from..to).unwrap_or_default());
            self.tree.open(name.key, Slice::of(from, to), sort, line);
        }
    }

    /// Goes to the next line that is not blank. If it continues a plain text, that is how many blank lines stand before it: none
    /// that looks like a key does, while one that begins with a dash does.
    fn further(&mut self, least: usize) -> Option<usize> {
        let mut blank = 0;
        while self.step() {
            if self.at < self.end {
                let text = self.indent >= least && self.peek() != Some(b'#') && !self.dots() && self.colon(self.at).is_none();
                if !text {
                    self.arrive();
                }
                return text.then_some(blank);
            }
            blank += 1;
        }
        None
    }
}

/// What a word without quotes is. `yes`, `no`, `on` and `off` are text, as the API server takes them.
pub(super) fn sort(word: &str) -> Sort {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => Sort::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Sort::Plain,
        _ if number(word) => Sort::Plain,
        _ => Sort::Text,
    }
}

fn number(word: &str) -> bool {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    if matches!(digits, ".inf" | ".Inf" | ".INF") || matches!(word, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(hex) = digits.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(octal) = digits.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    let bytes = digits.as_bytes();
    let run = |from: usize| bytes.get(from..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = run(0);
    let mut at = whole;
    let mut decimals = 0;
    if bytes.get(at) == Some(&b'.') {
        decimals = run(at + 1);
        at += 1 + decimals;
    }
    if whole + decimals == 0 {
        return false;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'-' | b'+')));
        let exponent = run(at);
        at += exponent;
        return exponent > 0 && at == bytes.len();
    }
    at == bytes.len()
}
