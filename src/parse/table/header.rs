//! The header line of a table: which columns, where they begin, and how cells are kept apart.
//! kubectl pads each column to its widest cell and puts three spaces between; offsets count characters, not bytes.

use crate::parse::table::kinds::{completed, is_column};

/// A column: its header and the character at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// `RESTARTS`, `NOMINATED NODE`.
    pub name: String,
    /// First character of the column.
    pub start: usize,
}

/// How the cells of a table are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// By their place in the line, as kubectl prints them.
    Place,
    /// By tabs: a spreadsheet or an editor made them of spaces.
    Tabs,
    /// By upright lines: a table of Markdown or of a text editor.
    Bars,
    /// By single spaces: a web page made them of several.
    Spaces,
    /// By gaps of two spaces or more: there is no header that would show the places.
    Gaps,
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// How cells are kept apart.
    pub apart: Apart,
}

/// Columns that begin a table of kubectl.
const FIRST: &[&str] = &["NAME", "NAMESPACE", "LAST SEEN", "LASTSEEN", "FIRSTSEEN", "CURRENT", "NODE", "CONTROLLER", "POD"];

/// The header on a line; `None` if there is none.
pub fn header(line: &str) -> Option<Header> {
    // Nearly every line fails here.
    let first = line.trim_start_matches([' ', '|', '\t']);
    if !first.starts_with(|c: char| c.is_ascii_uppercase()) || !first.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    if !line.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " \t-_()%/.|…:".contains(c) || "coresbyt".contains(c)) {
        return None;
    }
    let header = if line.contains('|') {
        Header { columns: parted(line, '|'), apart: Apart::Bars }
    } else if line.contains('\t') {
        Header { columns: parted(line, '\t'), apart: Apart::Tabs }
    } else {
        spaced(line)
    };
    (header.begins() && header.columns.len() >= 2).then_some(header)
}

/// Columns of a line that goes on where a header was wrapped; `None` if it does not.
pub fn continued(line: &str) -> Option<Vec<Column>> {
    let plain = !line.trim().is_empty() && line.chars().all(|c| c.is_ascii_uppercase() || " -()%…".contains(c));
    let columns = spaced(line).columns;
    (plain && columns.iter().all(|column| is_column(&column.name)) && !FIRST.contains(&columns.first()?.name.as_str())).then_some(columns)
}

impl Header {
    fn begins(&self) -> bool {
        self.columns.first().is_some_and(|column| FIRST.contains(&column.name.as_str()))
            && self.columns.iter().all(|column| column.name.starts_with(|c: char| c.is_ascii_uppercase()))
    }
}

fn parted(line: &str, sign: char) -> Vec<Column> {
    let names = line.trim().trim_matches(sign).split(sign).map(str::trim);
    names.map(|name| Column { name: name.to_owned(), start: 0 }).collect()
}

/// Columns two or more spaces apart; where there are none, columns one space apart, if every one is known.
fn spaced(line: &str) -> Header {
    let wide = words_apart(line, 2);
    let squeezed = wide.len() == 1 && line.trim().contains(' ');
    let mut columns: Vec<Column> = Vec::new();
    for (start, piece) in wide {
        let words = if piece.contains(' ') && !is_column(piece) { known_words(start, piece) } else { None };
        match words {
            Some(words) => columns.extend(words),
            None => columns.push(Column { name: complete(&columns, piece), start }),
        }
    }
    Header { columns, apart: if squeezed { Apart::Spaces } else { Apart::Place } }
}

/// A piece such as `FIRSTSEEN LASTSEEN` or `NAME READY STATUS`, which holds several known columns one space apart.
fn known_words(start: usize, piece: &str) -> Option<Vec<Column>> {
    let words = words_apart(piece, 1);
    let mut columns = Vec::new();
    let mut rest = words.as_slice();
    while let Some((at, word)) = rest.first() {
        let two = rest.get(1).map(|(_, next)| format!("{word} {next}")).filter(|two| is_column(two));
        let (name, used) = two.map_or_else(|| ((*word).to_owned(), 1), |two| (two, 2));
        if !is_column(&name) {
            return None;
        }
        columns.push(Column { name, start: start + at });
        rest = rest.get(used..)?;
    }
    Some(columns)
}

/// `ST…` is STATUS where only that can follow the columns before it.
fn complete(before: &[Column], name: &str) -> String {
    let names: Vec<&str> = before.iter().map(|column| column.name.as_str()).collect();
    let whole = name.strip_suffix('…').and_then(|beginning| completed(&names, beginning));
    whole.map_or_else(|| name.to_owned(), str::to_owned)
}

/// The pieces of a line that stand at least `gap` spaces apart, with the character at which each begins.
pub fn words_apart(line: &str, gap: usize) -> Vec<(usize, &str)> {
    let mut res = Vec::new();
    let mut piece: Option<(usize, usize, usize)> = None;
    for (at_char, (at_byte, c)) in line.char_indices().enumerate() {
        if c == ' ' || c == '\t' {
            continue;
        }
        let end = at_byte + c.len_utf8();
        piece = match piece {
            Some((start, from, last)) if at_byte - last < gap => Some((start, from, end)),
            other => {
                res.extend(other.and_then(|(start, from, last)| Some((start, line.get(from..last)?))));
                Some((at_char, at_byte, end))
            }
        };
    }
    res.extend(piece.and_then(|(start, from, last)| Some((start, line.get(from..last)?))));
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Option<(Vec<String>, Apart)> {
        header(line).map(|it| (it.columns.into_iter().map(|column| column.name).collect(), it.apart))
    }

    #[test]
    fn headers_however_they_were_pasted() {
        let five = ["NAME", "READY", "STATUS", "RESTARTS", "AGE"].map(str::to_owned).to_vec();
        for (line, apart) in [
            ("NAME    READY   STATUS             RESTARTS           AGE", Apart::Place),
            ("  NAME    READY   STATUS             RESTARTS   AGE", Apart::Place),
            ("NAME READY STATUS RESTARTS AGE", Apart::Spaces),
            ("NAME\tREADY\tSTATUS\tRESTARTS\tAGE", Apart::Tabs),
            ("| NAME | READY | STATUS | RESTARTS | AGE |", Apart::Bars),
        ] {
            assert_eq!(names(line), Some((five.clone(), apart)), "{line}");
        }
        let wide = names("NAME   IP       NODE   NOMINATED NODE   READINESS GATES").unwrap().0;
        assert_eq!(wide.last().map(String::as_str), Some("READINESS GATES"));
        assert_eq!(names("NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES").unwrap().0.len(), 9);
        assert_eq!(names("NAMESPACE   NAME   READY   ST…").unwrap().0.last().map(String::as_str), Some("STATUS"));
        assert!(header("NAME   CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%").is_some());
    }

    #[test]
    fn prose_is_no_header() {
        for line in ["NAME", "I AM SHOUTING", "The NAME   of   it", "CONTAINER ID   IMAGE   NAMES", "NAME OF IT", "", "NODE   node1"] {
            assert_eq!(header(line), None, "{line}");
        }
    }

    #[test]
    fn a_wrapped_header_goes_on() {
        assert_eq!(continued("KERNEL-VERSION             CONTAINER-RUNTIME").map(|it| it.len()), Some(2));
        for line in ["web-1   1/1", "NAME   READY", "OK", ""] {
            assert_eq!(continued(line), None, "{line}");
        }
    }
}
