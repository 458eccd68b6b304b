//! How other programs' output begins: the signs of `signs.txt`, and whether one stands in a text.
//!
//! ```text
//! docker ps||CONTAINER ID…IMAGE…COMMAND…CREATED…STATUS
//! ```

use std::sync::OnceLock;

use memchr::memmem;

use crate::ingest::window::Look;

/// A sign and the program that prints it.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// The program, with its subcommand: `docker ps`.
    pub program: &'static str,
    /// `?`, `>`, `+`: see `signs.txt`.
    marks: &'static str,
    /// What stands on the line, and on those below it.
    text: &'static str,
    /// Its first character.
    first: char,
    /// How many lines it has.
    lines: usize,
}

/// Every sign, in the order in which they are tried.
fn signs() -> &'static [Sign] {
    static SIGNS: OnceLock<Vec<Sign>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let sign = |line: &'static str| {
            let (program, rest) = line.split_once('|')?;
            let (marks, text) = rest.split_once('|')?;
            Some(Sign { program, marks, text, first: text.chars().next()?, lines: text.split('↵').count() })
        };
        include_str!("signs.txt").lines().filter(|line| !line.starts_with("# ")).filter_map(sign).collect()
    })
}

/// The sign with which the output of some program begins at the first line in sight.
pub fn begins(look: Look<'_>) -> Option<Sign> {
    let first = bare(look.text(0)).chars().next()?;
    // Nearly every sign fails at its first character.
    let may = |sign: &Sign| sign.first == first || matches!(sign.first, '…' | '~') || sign.first == '#' && first.is_ascii_digit();
    signs().iter().find(|sign| may(sign) && !sign.marks.contains('+') && sign.stands(look)).copied()
}

impl Sign {
    /// Whether nothing else begins so.
    pub fn certain(self) -> bool {
        !self.marks.contains('?')
    }

    /// Whether the output goes on over blank lines.
    pub fn through_blanks(self) -> bool {
        self.marks.contains('>')
    }

    /// Whether another sign of the same program stands at the first line in sight.
    pub fn goes_on(self, look: Look<'_>) -> bool {
        signs().iter().any(|sign| sign.program == self.program && sign.stands(look))
    }

    fn stands(self, look: Look<'_>) -> bool {
        // The first line of some is anything, the last one of none.
        self.text.rsplit('↵').zip((0..self.lines).rev()).all(|(sign, at)| stands(sign, look.text(at)))
    }
}

/// A line without what stands before its first word.
fn bare(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '|', '│', '┃'])
}

/// Whether a line begins as its part of a sign says.
pub fn stands(sign: &str, line: &str) -> bool {
    let line = bare(line);
    if sign == "~" {
        return line.len() > 9
            && line
                .chars()
                .all(|c| matches!(c, '-' | '+' | '=' | '|' | '─' | '│' | ' ' | '┌' | '┬' | '┐' | '├' | '┼' | '┤' | '╞' | '╪' | '╡'));
    }
    let mut pieces = sign.split('…');
    let Some(mut rest) = pieces.next().and_then(|first| after(line, first)) else { return false };
    pieces.all(|piece| {
        let (literal, tail) = piece.split_at(piece.find('#').unwrap_or(piece.len()));
        let found =
            memmem::find(rest.as_bytes(), literal.as_bytes()).and_then(|at| rest.get(at + literal.len()..)).and_then(|it| after(it, tail));
        found.is_some_and(|found| {
            rest = found;
            true
        })
    })
}

/// What follows a piece at the beginning of a text, in which `#` is a number.
fn after<'a>(text: &'a str, piece: &str) -> Option<&'a str> {
    let mut literals = piece.split('#');
    let mut rest = text.strip_prefix(literals.next()?)?;
    for literal in literals {
        rest = rest.strip_prefix(|c: char| c.is_ascii_digit())?.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(literal)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_of_signs() {
        for (sign, line, fits) in [
            ("NAME…STATUS…CHART", "NAME   REVISION   STATUS   CHART", true),
            ("NAME…STATUS…CHART", "| NAME | STATUS | CHART |", true),
            ("NAME…STATUS…CHART", "NAME   CHART   STATUS", false),
            ("NAME…STATUS", "THE NAME   STATUS", false),
            ("…: Pulling from ", "17: Pulling from library/x", true),
            ("#: …: <…> mtu ", "2: eth0: <BROADCAST,UP> mtu 1500", true),
            ("#: …: <", ": eth0: <BROADCAST", false),
            ("# bytes from …time=", "64 bytes from 10.0.0.1: seq=0 time=1 ms", true),
            ("Plan: # to add, # to", "Plan: 12 to add, 0 to change", true),
            ("curl: (#", "curl: (x", false),
            ("", "anything", true),
            ("~", "+------+------+", true),
            ("~", "----- and words", false),
        ] {
            assert_eq!(stands(sign, line), fits, "{sign} {line}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_a_sign() {
        let lines = include_str!("signs.txt").lines().filter(|line| !line.starts_with("# ")).count();
        assert_eq!(signs().len(), lines);
        for sign in signs() {
            assert!(!sign.program.is_empty() && sign.text.len() >= 4 && sign.marks.chars().all(|c| "?>+".contains(c)), "{sign:?}");
        }
    }
}
