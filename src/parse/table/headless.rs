//! Rows without a header: which table they are of, by what stands in their cells. Where the command names the kind, only that is tried.

use crate::ingest::window::Look;
use crate::parse::format::{Context, Opened, Sure};
use crate::parse::table::align::cost;
use crate::parse::table::cell::Sort;
use crate::parse::table::header::{Apart, Column, Header};
use crate::parse::table::kinds::{Printed, printed};
use crate::parse::table::reading::TableReading;
use crate::parse::table::resource::Resource;

/// Kinds whose rows no other kind's rows look like.
const TELLING: &[&str] =
    &["pods", "nodes", "events", "deployments", "services", "daemonsets", "persistentvolumeclaims", "persistentvolumes"];
/// So many lines must be rows of the same table, if there are so many.
const LOOK: usize = 3;

/// Whether rows without a header begin at the first line in sight.
pub fn begins(look: Look<'_>, context: &Context) -> bool {
    table(look, context).is_some()
}

/// Begins to read them.
pub fn open(look: Look<'_>, context: &Context) -> Opened {
    let (header, name) = table(look, context).unwrap_or_else(|| (Header { columns: Vec::new(), apart: Apart::Gaps }, ""));
    let resource = Resource { name: name.to_owned(), sure: Sure::Likely, doubt: None, usage: false };
    Opened::Lines(Box::new(TableReading::without_header(header, resource, context, look)))
}

/// The columns that fit best, and what has them.
fn table(look: Look<'_>, context: &Context) -> Option<(Header, &'static str)> {
    let line = look.text(0);
    if !may_be_row(line, context) {
        return None;
    }
    let asked = context.resource();
    let known = |it: &Printed| asked.map_or_else(|| TELLING.contains(&it.resource), |asked| asked == it.resource);
    let mut best: Option<(u32, Header, &'static str)> = None;
    for it in printed().filter(known) {
        let always: Vec<&'static str> = it.always().collect();
        let wide: Vec<&'static str> = always.iter().copied().chain(it.wide()).collect();
        // Old releases print fewer of the wide columns.
        let some = wide.len().min(always.len() + 2);
        for columns in [always.as_slice(), wide.as_slice(), wide.get(..some).unwrap_or_default()] {
            for with_namespace in [false, true] {
                let names: Vec<&str> = with_namespace.then_some("NAMESPACE").into_iter().chain(columns.iter().copied()).collect();
                let sorts: Vec<Sort> = names.iter().map(|name| Sort::of(name, it.resource)).collect();
                let Some(price) = price(line, &sorts) else { continue };
                if best.as_ref().is_none_or(|(least, ..)| price < *least) {
                    let columns = names.iter().map(|name| Column { name: (*name).to_owned(), start: 0 }).collect();
                    best = Some((price, Header { columns, apart: Apart::Gaps }, it.resource));
                }
            }
        }
    }
    let (_, header, resource) = best?;
    let sorts: Vec<Sort> = header.columns.iter().map(|column| Sort::of(&column.name, resource)).collect();
    let more = (1..look.len().min(LOOK)).map(|at| look.text(at)).take_while(|text| may_be_row(text, context));
    more.clone().all(|text| price(text, &sorts).is_some()).then_some((header, resource))
}

/// What it costs for each column to lay a line over columns; `None` if it does not fit, or nothing in it proves them.
fn price(line: &str, sorts: &[Sort]) -> Option<u32> {
    let (cost, proofs) = cost(line, sorts)?;
    let needed = if sorts.len() >= 5 { 2 } else { 1 };
    (proofs >= needed).then(|| cost * 10 / u32::try_from(sorts.len()).unwrap_or(1))
}

/// Most lines of other texts end here: a row has a readiness, a version, an age or the kind of an event, each a word of its own.
fn may_be_row(line: &str, context: &Context) -> bool {
    let words = line.split_whitespace();
    let telling = |word: &str| {
        Sort::Ready.proves(word)
            || Sort::EventType.proves(word)
            || Sort::Version.proves(word)
            || word.contains("ClusterIP")
            || word == "NodePort"
            || word == "Bound"
    };
    let asked = context.asked.verb == "get" && context.resource().is_some();
    words.clone().nth(1).is_some() && words.clone().any(|word| telling(word) || asked && Sort::Age.proves(word)) && line.len() < 4_000
}
