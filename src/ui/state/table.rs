//! Which rows of the table are looked at. The words of the filter are a plain text, so that whatever else searches can share them.

use crate::kind::Kind;
use crate::rows::RowsRequest;

/// Rows that are asked for before their place is known.
const FIRST: u32 = 60;

/// What the reader has chosen of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableState {
    /// Objects of which kind; of none, the first that the text shows.
    pub kind: Option<Kind>,
    /// By which column: 0 is the state.
    pub sort: u32,
    /// The greatest first.
    pub descending: bool,
    /// Words that a row must have.
    pub filter: String,
    /// The rows in sight, and some around them.
    pub sight: (u32, u32),
    /// The row at which the keyboard stands.
    pub active: u32,
}

impl Default for TableState {
    /// The worst first.
    fn default() -> Self {
        Self { kind: None, sort: 0, descending: true, filter: String::new(), sight: (0, FIRST), active: 0 }
    }
}

/// What can happen to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableMsg {
    /// Another kind was chosen.
    Kind(Kind),
    /// The heading of a column was pressed: sort by it, or turn its order.
    Sort(u32),
    /// Other words are looked for.
    Filter(String),
    /// Other rows came into sight.
    Sight(u32, u32),
    /// The keyboard stands at another row.
    Active(u32),
}

impl TableState {
    /// The state after that.
    pub fn take(&mut self, msg: TableMsg) {
        match msg {
            TableMsg::Kind(kind) => *self = Self { kind: Some(kind), filter: std::mem::take(&mut self.filter), ..Self::default() },
            TableMsg::Sort(column) => {
                self.descending = if self.sort == column { !self.descending } else { column == 0 };
                self.sort = column;
                self.active = 0;
            }
            TableMsg::Filter(filter) => {
                self.filter = filter;
                self.active = 0;
            }
            TableMsg::Sight(from, to) => self.sight = (from, to),
            TableMsg::Active(row) => self.active = row,
        }
    }

    /// What to ask for.
    pub fn request(&self) -> RowsRequest {
        let (from, to) = self.sight;
        RowsRequest {
            kind: self.kind.clone(),
            sort: self.sort,
            descending: self.descending,
            filter: self.filter.trim().to_owned(),
            from,
            to,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_sorts_and_turns_and_another_kind_begins_anew() {
        let mut state = TableState::default();
        state.take(TableMsg::Sort(3));
        assert_eq!((state.sort, state.descending), (3, false));
        state.take(TableMsg::Sort(3));
        assert_eq!((state.sort, state.descending), (3, true));
        state.take(TableMsg::Filter("web".to_owned()));
        state.take(TableMsg::Active(9));
        state.take(TableMsg::Kind(Kind::Node));
        assert_eq!((state.sort, state.descending, state.active, state.filter.as_str()), (0, true, 0, "web"), "the words are kept");
    }
}
