//! Tables inside descriptions: conditions, events, the pods of a node.

use crate::parse::outline::Field;
use crate::parse::table::align::align;
use crate::parse::table::cell::Sort;
use crate::parse::table::cut::Cell;
use crate::parse::table::header::words_apart;
use crate::span::Span;

/// A table whose header and rows are the children of a field.
#[derive(Clone, Debug)]
pub struct InnerTable<'a> {
    /// Header and the character at which its column begins.
    columns: Vec<(usize, &'a str)>,
    rows: &'a [Field],
    /// Whether every gap was made one space.
    squeezed: bool,
}

/// A row: its cells by header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InnerRow<'a> {
    cells: Vec<(&'a str, &'a str)>,
    /// The line.
    pub span: Span,
}

impl<'a> InnerRow<'a> {
    /// The cell below a header.
    pub fn cell(&self, header: &str) -> Option<&'a str> {
        self.cells.iter().find(|(have, _)| *have == header).map(|(_, cell)| *cell).filter(|cell| !cell.is_empty())
    }
}

impl<'a> InnerTable<'a> {
    /// The table that a field's children are.
    pub fn of(children: &'a [Field]) -> Self {
        let Some((head, rows)) = children.split_first() else { return Self { columns: Vec::new(), rows: &[], squeezed: false } };
        let mut columns = words_apart(&head.raw, 2);
        let squeezed = columns.len() == 1;
        // Old releases set two headers only one space apart; none of these has two words.
        if squeezed || head.raw.contains("FirstSeen") {
            columns = words_apart(&head.raw, 1);
        }
        Self { columns, rows, squeezed }
    }

    /// Its rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = InnerRow<'a>> + '_ {
        let rule = |row: &&Field| row.raw.trim_start().starts_with(['-', '─', '=']);
        self.rows.iter().filter(move |row| !rule(row)).map(|row| self.row(row))
    }

    fn row(&self, row: &'a Field) -> InnerRow<'a> {
        let mut cells: Vec<Cell> = Vec::new();
        let text = row.raw.as_str();
        let old = self.columns.first().is_some_and(|(_, name)| *name == "FirstSeen");
        if !(self.squeezed || old) || !align(text, &self.sorts(), self.squeezed, &mut cells) {
            self.by_place(text, &mut cells);
        }
        let cells =
            self.columns.iter().zip(&cells).map(|((_, name), (from, to))| (*name, text.get(*from..*to).unwrap_or_default())).collect();
        InnerRow { cells, span: row.span }
    }

    fn by_place(&self, text: &str, cells: &mut Vec<Cell>) {
        cells.clear();
        let place = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        for (at, (start, _)) in self.columns.iter().enumerate() {
            let (from, to) = (place(*start), self.columns.get(at + 1).map_or(text.len(), |(next, _)| place(*next)));
            let cell = text.get(from..to).unwrap_or_default();
            let lead = cell.len() - cell.trim_start().len();
            cells.push((from + lead, from + lead.max(cell.trim_end().len())));
        }
    }

    fn sorts(&self) -> Vec<Sort> {
        let of = |name: &str| match name {
            "Type" if self.columns.iter().any(|(_, name)| *name == "Reason") && !self.columns.iter().any(|(_, name)| *name == "Status") => {
                Sort::EventType
            }
            "Age" | "FirstSeen" | "LastSeen" => Sort::Age,
            "Count" => Sort::Number,
            "Message" => Sort::Text,
            "From" | "LastHeartbeatTime" | "LastTransitionTime" | "CPU Requests" | "CPU Limits" | "Memory Requests" | "Memory Limits" => {
                Sort::Words
            }
            _ => Sort::Word,
        };
        self.columns.iter().map(|(_, name)| of(name)).collect()
    }
}
