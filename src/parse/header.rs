//! The header line of a table, and the cells of a row below it by column offset.
//! kubectl pads each column to its widest cell and puts three spaces between; offsets count characters, not bytes.

/// A column: its header and the character offset at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// `RESTARTS`, `NOMINATED NODE`.
    pub name: String,
    /// First character of the column.
    pub start: usize,
}

/// Columns that begin a table of kubectl.
const FIRST: &[&str] = &["NAME", "NAMESPACE", "LAST SEEN", "LASTSEEN", "FIRSTSEEN", "CURRENT", "NODE"];

/// The columns of a header line; `None` if the line is no header.
pub fn header(line: &str) -> Option<Vec<Column>> {
    let first = line.trim_start();
    if !first.starts_with(|c: char| c.is_ascii_uppercase())
        || !line.chars().all(|c| c == ' ' || c.is_ascii_uppercase() || c.is_ascii_digit() || "-_()%/.".contains(c) || is_unit(c))
    {
        return None;
    }
    let columns: Vec<Column> = words_apart(line, 2).into_iter().map(|(start, name)| Column { name: name.to_owned(), start }).collect();
    let begins = columns.first().is_some_and(|column| FIRST.contains(&column.name.as_str()));
    (begins && columns.len() >= 2 && columns.iter().all(|column| column.name.starts_with(|c: char| c.is_ascii_uppercase())))
        .then_some(columns)
}

/// `CPU(cores)`, `MEMORY(bytes)`: the only lower-case letters in headers.
fn is_unit(c: char) -> bool {
    "coresbyt".contains(c)
}

/// The cells of a row, one for each column; `None` if it does not fit the header.
pub fn cells(columns: &[Column], line: &str) -> Option<Vec<String>> {
    let line = line.trim_end();
    let chars: Vec<char> = line.chars().collect();
    let aligned = columns.iter().skip(1).all(|column| match chars.get(column.start.wrapping_sub(1)) {
        Some(before) => *before == ' ',
        None => true,
    });
    if aligned && chars.len() > columns.get(1)?.start {
        let ends = columns.iter().skip(1).map(|column| column.start).chain([chars.len()]);
        let cut = |(column, end): (&Column, usize)| {
            chars
                .get(column.start.min(chars.len())..end.min(chars.len()).max(column.start.min(chars.len())))
                .map(|cell| cell.iter().collect::<String>().trim().to_owned())
        };
        return columns.iter().zip(ends).map(cut).collect();
    }
    // Rows of a watch are wider than the header that was printed once: fall back to the gaps.
    let apart = words_apart(line, 2);
    (apart.len() == columns.len()).then(|| apart.into_iter().map(|(_, cell)| cell.to_owned()).collect())
}

/// Pieces of a line parted by at least `gap` spaces, with their character offsets.
pub fn words_apart(line: &str, gap: usize) -> Vec<(usize, &str)> {
    let mut res = Vec::new();
    let mut piece: Option<(usize, usize, usize)> = None;
    for (at_char, (at_byte, c)) in line.char_indices().enumerate() {
        if c == ' ' {
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

    #[test]
    fn cells_with_spaces_and_empty_cells() {
        let columns = header("NAME    READY   STATUS             RESTARTS           AGE").unwrap();
        assert_eq!(columns.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["NAME", "READY", "STATUS", "RESTARTS", "AGE"]);
        let row = cells(&columns, "api-1   0/1     CrashLoopBackOff   65301 (118s ago)   71d").unwrap();
        assert_eq!(row, ["api-1", "0/1", "CrashLoopBackOff", "65301 (118s ago)", "71d"]);
        let row = cells(&columns, "api-1                                                 71d").unwrap();
        assert_eq!(row, ["api-1", "", "", "", "71d"]);
    }

    #[test]
    fn headers_of_two_words() {
        let columns = header("NAME   IP       NODE   NOMINATED NODE   READINESS GATES").unwrap();
        assert_eq!(columns.last().map(|it| it.name.as_str()), Some("READINESS GATES"));
        assert!(header("NAME   CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%").is_some());
    }

    #[test]
    fn rows_wider_than_the_header() {
        let columns = header("NAME   READY   STATUS").unwrap();
        assert_eq!(cells(&columns, "a-very-long-name   1/1   Running").unwrap(), ["a-very-long-name", "1/1", "Running"]);
    }

    #[test]
    fn prose_is_no_header() {
        for line in ["NAME", "I AM SHOUTING", "The NAME   of   it", "CONTAINER ID   IMAGE   NAMES", ""] {
            assert_eq!(header(line), None, "{line}");
        }
    }
}
