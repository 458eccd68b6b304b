//! [`Report`] → rows of a table: objects of one kind, sorted, filtered, and of these only the ones in sight. Knows what kubectl's
//! users call a column; knows no words of the product and no DOM.

mod cells;
mod filter;
mod sort;

use crate::crosses;
use crate::kind::Kind;
use crate::layout::health::Ranked;
use crate::layout::scene::Health;
use crate::model::part::PartId;
use crate::report::Report;
use crate::rows::cells::{Item, columns, items, kinds};
use crate::rows::sort::Key;
use crate::text::Phrase;

/// More rows than this are not sent at once.
const MOST: u32 = 400;

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsRequest {
    /// Objects of which kind; of none, or of one that the text does not show, the first that it shows.
    pub kind: Option<Kind>,
    /// By which column: 0 is the state, the one after the last is the worst finding.
    pub sort: u32,
    /// The greatest first.
    pub descending: bool,
    /// Only objects that have all of these words in their name, namespace, node, status, labels or images.
    pub filter: String,
    /// The first row in sight, from 0.
    pub from: u32,
    /// The first below the sight.
    pub to: u32,
}

crosses! { struct RowsRequest { kind, sort, descending, filter, from, to } }

impl RowsRequest {
    /// Whether another request is for the same rows in the same order, though perhaps for others of them.
    pub fn is_like(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.kind.clone(), it.sort, it.descending, it.filter.clone());
        key(self) == key(other)
    }
}

/// Rows, and what they are rows of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The kinds that the text shows, with how many objects of each.
    pub kinds: Vec<(Kind, u32)>,
    /// The kind of these rows.
    pub kind: Option<Kind>,
    /// Their columns, between the state and the worst finding.
    pub columns: Vec<Column>,
    /// How many rows there are after filtering.
    pub total: u32,
    /// The place of the first row here.
    pub from: u32,
    /// Rows, in order.
    pub rows: Vec<Row>,
}

crosses! { struct Rows { kinds, kind, columns, total, from, rows } }

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, as kubectl has it.
    pub title: String,
    /// How many letters wide.
    pub width: u32,
}

crosses! { struct Column { title, width } }

/// One object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is explained when it is chosen.
    pub part: PartId,
    /// Its state, where one can be told.
    pub health: Option<Health>,
    /// Cells, as kubectl would print them.
    pub cells: Vec<String>,
    /// The worst finding about it; empty for none.
    pub finding: Phrase,
}

crosses! { struct Row { part, health, cells, finding } }

/// The rows of a report, with the order that was made last: scrolling sorts nothing anew.
#[derive(Default)]
pub struct Book {
    made: Option<(RowsRequest, Vec<usize>, Vec<Column>)>,
}

impl Book {
    /// The rows that are wanted.
    pub fn page(&mut self, report: &Report, request: &RowsRequest) -> Rows {
        let kinds = kinds(&report.cluster);
        let kind = request.kind.clone().filter(|kind| kinds.iter().any(|(have, _)| have == kind));
        let Some(kind) = kind.or_else(|| kinds.first().map(|(kind, _)| kind.clone())) else { return Rows::default() };
        let items = items(&report.cluster, &kind);
        let ranked = Ranked::of(report);
        let (_, order, columns) = match self.made.take().filter(|(of, ..)| of.is_like(request)) {
            Some(made) => self.made.insert(made),
            None => {
                let columns = columns(&report.cluster, &kind, &items);
                let order = order(&ranked, &items, &columns, request);
                self.made.insert((request.clone(), order, columns))
            }
        };
        let total = u32::try_from(order.len()).unwrap_or(u32::MAX);
        let from = request.from.min(total);
        let to = request.to.min(from.saturating_add(MOST)).clamp(from, total);
        let wanted = order.get(from as usize..to as usize).unwrap_or_default();
        let rows = wanted.iter().filter_map(|at| items.get(*at)).map(|item| row(&ranked, item, columns)).collect();
        Rows { kinds, kind: Some(kind), columns: columns.clone(), total, from, rows }
    }

    /// Forgets the order: another report is to come.
    pub fn close(&mut self) {
        self.made = None;
    }
}

fn row(report: &Ranked<'_>, item: &Item<'_>, columns: &[Column]) -> Row {
    Row {
        part: item.part(),
        health: item.health(report),
        cells: columns.iter().map(|it| item.cell(&report.cluster, &it.title)).collect(),
        finding: item.finding(report).map(|it| it.title.clone()).unwrap_or_default(),
    }
}

/// The places of the items that pass the filter, in the order that is wanted.
fn order(report: &Ranked<'_>, items: &[Item<'_>], columns: &[Column], request: &RowsRequest) -> Vec<usize> {
    let passing = filter::passing(items, &request.filter);
    let column = (request.sort as usize).checked_sub(1);
    let key = |item: &Item<'_>| match column.map(|at| columns.get(at)) {
        None => Key::Number(item.health(report).map_or(0, |it| 1 + it as i64)),
        Some(Some(column)) => Key::of(&column.title, item.cell(&report.cluster, &column.title)),
        Some(None) => item.finding(report).map_or(Key::Nothing, |it| Key::Ranked(it.severity as i64, it.title.en.clone())),
    };
    let keyed: Vec<(Key, usize)> = passing.into_iter().filter_map(|at| Some((key(items.get(at)?), at))).collect();
    sort::sorted(keyed, request.descending)
}
