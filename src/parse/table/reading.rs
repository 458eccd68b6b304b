//! A table line by line: rows, wrapped rows, lines that do not fit.

use std::borrow::Cow;

use crate::ingest::prompt::prompted;
use crate::ingest::window::Look;
use crate::parse::asked::plural;
use crate::parse::cell::is_name;
use crate::parse::fence::is_fence;
use crate::parse::format::{Context, Part, Reading, Sink, Sure};
use crate::parse::issue::Issue;
use crate::parse::record::{Listed, Record, Row};
use crate::parse::table::cell::Sort;
use crate::parse::table::counted::counted;
use crate::parse::table::cut::{Cell, Cutter};
use crate::parse::table::header::{Header, header};
use crate::parse::table::resource::{Resource, resource};
use crate::parse::table::wrap::{Join, NARROWEST, Wrap, joined};
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// What kubectl prints after the name of the default class.
const DEFAULT: &str = " (default)";
/// A line may be missing this often before its table is over.
const MISFITS_AHEAD: usize = 2;
/// A row has no more lines than this.
const MOST_LINES: usize = 14;
/// Issues of one table that are kept one by one.
const MOST_ISSUES: usize = 50;

/// A table that is being read.
pub struct TableReading {
    context: Context,
    cutter: Cutter,
    resource: Resource,
    /// What the first row's `kind/name` says.
    of_rows: Option<String>,
    /// Of a wrapped table, the columns on the header's first line.
    first: Option<Cutter>,
    /// The header, whose lines are taken first.
    header: Option<String>,
    header_lines: usize,
    wrap: Wrap,
    rows: u32,
    whole: bool,
    issues: Vec<Issue>,
    cells: Vec<Cell>,
    spare: Vec<Cell>,
    span: Span,
}

impl TableReading {
    /// A table whose header is the first line in sight.
    pub fn with_header(look: Look<'_>, context: &Context) -> Self {
        let text = look.text(0);
        let first = header(text).unwrap_or_else(|| Header { columns: Vec::new(), apart: crate::parse::table::header::Apart::Place });
        let (header, wrap) = Wrap::of(first.clone(), look);
        let resource = resource(&header, look.text(wrap.lines), context);
        let first = (wrap.pieces > 1).then(|| Cutter::beginning(first, &resource.name));
        let mut reading = Self::new(header, resource, context, look.span(0));
        reading.first = first;
        reading.header = Some(text.to_owned());
        reading.header_lines = wrap.lines;
        reading.wrap = wrap;
        reading
    }

    /// A table without header, of these columns.
    pub fn without_header(header: Header, resource: Resource, context: &Context, look: Look<'_>) -> Self {
        Self::new(header, resource, context, look.span(0))
    }

    fn new(header: Header, resource: Resource, context: &Context, span: Span) -> Self {
        Self {
            context: context.clone(),
            cutter: Cutter::new(header, &resource.name),
            resource,
            of_rows: None,
            first: None,
            header: None,
            header_lines: 0,
            wrap: Wrap::none(),
            rows: 0,
            whole: true,
            issues: Vec::new(),
            cells: Vec::new(),
            spare: Vec::new(),
            span,
        }
    }

    /// The row that begins at the first line in sight: its text, left in `self.cells`, and how many lines it has.
    fn row<'l>(&mut self, look: Look<'l>) -> Option<(Cow<'l, str>, usize)> {
        let text = look.text(0);
        if self.wrap.pieces == 1 && self.exactly(text) {
            if !self.wrap.goes_on(look) || self.alone(look.text(1)) || !self.wraps(look) {
                return Some((text.into(), 1));
            }
            // The line is as long as a terminal is wide, and the next one is no row: one row on several lines.
            let mut lines = 2;
            while lines < look.len() && self.wrap.goes_on(look.from(lines - 1)) && !self.alone(look.text(lines)) {
                lines += 1;
            }
            let whole = joined(look, lines, Join::Hard(None));
            if self.exactly(&whole) {
                return Some((whole, lines));
            }
            return self.exactly(text).then_some((text.into(), 1));
        }
        let most = self.lines_of_row(look);
        for lines in (2..=most).rev() {
            for join in [Join::Hard(self.wrap.width), Join::Soft] {
                let whole = joined(look, lines, join);
                if self.exactly(&whole) && self.complete(&whole) {
                    return Some((whole, lines));
                }
            }
        }
        self.loosely(text).then_some((text.into(), 1))
    }

    /// How many lines may be the row that begins at the first line in sight: as many as the header has, and further ones after each that
    /// is as long as the terminal is wide; none that begins a row itself.
    fn lines_of_row(&mut self, look: Look<'_>) -> usize {
        if self.wrap.width.is_none() && look.text(0).len() < NARROWEST {
            return 1;
        }
        let mut lines = 1;
        while lines < look.len().min(MOST_LINES) {
            let next = look.text(lines);
            let ended = next.trim().is_empty() || is_fence(next) || prompted(next).is_some() || header(next).is_some();
            let full = lines < self.wrap.pieces || self.wrap.goes_on(look.from(lines - 1)) || self.wrap.width.is_none() && lines == 1;
            if ended || !full || self.begins_row(next) {
                break;
            }
            lines += 1;
        }
        lines
    }

    /// Whether a row begins on a line: the columns that stood on the header's first line fit.
    fn begins_row(&mut self, text: &str) -> bool {
        let mut cells = std::mem::take(&mut self.spare);
        let begins = match &self.first {
            Some(first) => first.exactly(text, &mut cells) && is_beginning(first, text, &cells),
            None => self.cutter.exactly(text, &mut cells) && self.names_something(text, &cells),
        };
        self.spare = cells;
        begins
    }

    /// Whether the row that ends with the first line in sight may go on below: it lacks cells, its last cell is free text, or other rows
    /// of the table go on like that as well.
    fn wraps(&mut self, look: Look<'_>) -> bool {
        let last = self.cells.last().is_some_and(|(from, to)| from < to);
        if !last || self.cutter.sorts.last() == Some(&Sort::Text) {
            return true;
        }
        (2..look.len().saturating_sub(1)).any(|at| {
            let (full, next) = (look.from(at), look.from(at + 1));
            self.wrap.goes_on(full) && !self.alone(next.text(0)) && !crate::parse::formats::begins(next, &self.context)
        })
    }

    /// Whether a line is a row as it stands.
    fn alone(&mut self, text: &str) -> bool {
        let mut cells = std::mem::take(&mut self.spare);
        let fits = !text.trim().is_empty() && self.cutter.exactly(text, &mut cells) && self.names_something(text, &cells);
        self.spare = cells;
        fits
    }

    fn exactly(&mut self, text: &str) -> bool {
        let mut cells = std::mem::take(&mut self.cells);
        let fits = self.cutter.exactly(text, &mut cells) && self.names_something(text, &cells);
        self.cells = cells;
        fits
    }

    fn loosely(&mut self, text: &str) -> bool {
        let mut cells = std::mem::take(&mut self.cells);
        let fits = self.cutter.loosely(text, &mut cells) && self.names_something(text, &cells) && self.proves(text, &cells);
        self.cells = cells;
        fits
    }

    /// Cells found by their meaning alone must have some that mean something.
    fn proves(&self, text: &str, cells: &[Cell]) -> bool {
        let proven = self.cutter.sorts.iter().zip(cells).filter(|(sort, (from, to))| sort.proves(text.get(*from..*to).unwrap_or_default()));
        proven.count() * 3 >= self.cutter.sorts.len().min(6)
    }

    fn complete(&self, text: &str) -> bool {
        self.cutter.at("AGE", text, &self.cells).is_none_or(|age| !age.is_empty())
    }

    /// The name must be one, in a row of what has names.
    fn names_something(&self, text: &str, cells: &[Cell]) -> bool {
        let cell = |column: &str| self.cutter.at(column, text, cells);
        let Some(name) = cell("NAME").or_else(|| cell("OBJECT")) else { return true };
        let bare = name.split_once('/').map_or(name, |(_, bare)| bare);
        match self.resource.name.as_str() {
            "pods" => (is_name(bare) || bare.ends_with('…')) && cell("NAMESPACE").is_none_or(|it| it.is_empty() || is_name(it)),
            "nodes" => is_name(bare) || bare.ends_with('…'),
            "events" => !name.contains(' '),
            "storageclasses" | "priorityclasses" | "ingressclasses" => !name.trim_end_matches(DEFAULT).contains(char::is_whitespace),
            _ => !name.is_empty() && !name.contains(char::is_whitespace),
        }
    }

    fn emit(&mut self, text: &str, span: Span, sink: &mut dyn Sink) {
        self.span = self.span.to(span);
        let cut = self.was_cut(text, span);
        let cell = |column: &str| self.cutter.at(column, text, &self.cells);
        let named = cell("NAME").or_else(|| cell("OBJECT")).unwrap_or_default().trim_end_matches(DEFAULT);
        let (kind, name) = match named.split_once('/') {
            Some((kind, name)) if self.resource.name != "events" => (Some(kind), name),
            _ => (None, named),
        };
        if self.rows == 0 {
            self.of_rows = kind.map(str::to_owned);
        }
        if cut && self.cells.iter().filter(|(from, to)| from < to).count() <= 1 {
            return;
        }
        self.rows += 1;
        let namespace = match cell("NAMESPACE") {
            Some(namespace) => Some(namespace).filter(|it| is_name(it)),
            None => self.context.namespace(),
        };
        let resource = kind.unwrap_or(&self.resource.name);
        let row = Row { resource, namespace, name, columns: &self.cutter.columns, text, cells: &self.cells, span };
        sink.record(if self.resource.usage { Record::Usage(row) } else { Record::Row(row) });
    }

    /// kubectl always prints an AGE, so a row that ends before that column was cut: its last cell may be half a word and is dropped.
    fn was_cut(&mut self, text: &str, span: Span) -> bool {
        let empty = |column: &str| self.cutter.at(column, text, &self.cells).is_some_and(str::is_empty);
        let short = match self.cutter.columns.iter().find(|column| column.name == "AGE") {
            Some(age) => empty("AGE") && text.trim_end().chars().count() <= age.start,
            None => false,
        };
        if !short && !text.contains('…') {
            return false;
        }
        self.issue(
            span,
            phrase!(
                "This line is cut off: the columns at its end are missing. Copy the whole output again, or save it with `kubectl … > out.txt`.",
                "这一行被截断了：末尾的列缺失。请重新复制完整的输出，或用 `kubectl … > out.txt` 保存。",
            ),
        );
        if short && let Some(last) = self.cells.iter_mut().rev().find(|(from, to)| from < to) {
            last.1 = last.0;
        }
        short
    }

    fn issue(&mut self, span: Span, message: Phrase) {
        self.whole = false;
        if self.issues.len() < MOST_ISSUES {
            self.issues.push(Issue { span, message });
        }
    }

    /// A line that is no row: 1 if the table goes on after it, 0 if it has ended.
    fn misfit(&mut self, look: Look<'_>) -> usize {
        let goes_on = (1..=MISFITS_AHEAD.min(look.len().saturating_sub(1))).any(|at| self.row(look.from(at)).is_some());
        if !goes_on || crate::parse::formats::begins(look, &self.context) {
            return 0;
        }
        self.issue(
            look.span(0),
            phrase!("This line does not fit the columns of the table above it; it was left out.", "这一行与上方表格的列对不上，已略过。",),
        );
        1
    }
}

impl Reading for TableReading {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        if self.header_lines > 0 {
            let lines = std::mem::take(&mut self.header_lines);
            self.span = look.span(0).to(look.span(lines - 1));
            return lines;
        }
        let text = look.text(0);
        if text.trim().is_empty() {
            // Some viewers put a blank line after each.
            return usize::from(self.rows > 0 && look.len() > 1 && header(look.text(1)).is_none() && self.alone(look.text(1)));
        }
        if self.header.as_deref() == Some(text) || is_rule(text) {
            return 1;
        }
        if header(text).is_some() {
            return 0;
        }
        self.wrap.sees(text);
        let Some((row, lines)) = self.row(look) else { return self.misfit(look) };
        self.emit(&row, look.span(0).to(look.span(lines - 1)), sink);
        lines
    }

    fn close(mut self: Box<Self>, sink: &mut dyn Sink) -> Part {
        let told = self.of_rows.take().map(|kind| plural(&kind));
        let doubt = self.resource.doubt.take().filter(|_| told.is_none());
        let resource = told.unwrap_or_else(|| self.resource.name.clone());
        if self.rows == 0 && self.issues.is_empty() {
            self.issues.push(Issue { span: self.span, message: headless() });
        }
        if self.header.is_none() && !self.context.asked.no_headers {
            let message = phrase!(
                "The header line is missing: what the columns are was told by what stands in them, and rows may be missing before this one.",
                "缺少表头：各列的含义是根据内容推断的，而且这一行之前可能还有缺失的行。",
            );
            self.issues.push(Issue { span: self.span, message });
        }
        self.issues.extend(doubt.map(|message| Issue { span: self.span, message }));
        let has_namespaces = self.cutter.columns.iter().any(|column| column.name == "NAMESPACE");
        let format = match resource.as_str() {
            "events" => "events",
            _ if self.resource.usage => "top",
            _ => "table",
        };
        if !self.resource.usage {
            // Without a header lines may be missing in front.
            let whole = self.whole && self.header.is_some() | self.context.asked.no_headers;
            sink.record(Record::Listed(Listed {
                resource: &resource,
                has_namespaces,
                namespace: None,
                whole,
                rows: self.rows,
                span: self.span,
            }));
        }
        let taken_for = if self.resource.usage {
            let it = counted(self.rows, &resource);
            Phrase { en: format!("usage of {}", it.en), zh: format!("{}的用量", it.zh) }
        } else {
            counted(self.rows, &resource)
        };
        let sure = if self.header.is_none() { self.resource.sure.min(Sure::Likely) } else { self.resource.sure };
        Part {
            format,
            sure,
            namespace: if has_namespaces { Some("*".to_owned()) } else { self.context.namespace().map(str::to_owned) },
            rows: self.rows,
            taken_for,
            resource: (!resource.is_empty()).then_some(resource),
            issues: self.issues,
        }
    }
}

/// Whether cells of a row's first line are filled: all that show what they are, or every one.
fn is_beginning(first: &Cutter, text: &str, cells: &[Cell]) -> bool {
    let cell = |at: usize| cells.get(at).and_then(|(from, to)| text.get(*from..*to)).unwrap_or_default();
    let shows = |sort: &Sort| matches!(sort, Sort::Ready | Sort::Age | Sort::EventType | Sort::Version);
    let telling = || first.sorts.iter().enumerate().filter(|(_, sort)| shows(sort));
    if telling().next().is_none() {
        return (0..cells.len()).all(|at| !cell(at).is_empty());
    }
    telling().all(|(at, _)| !cell(at).is_empty())
}

/// The line below a header of Markdown and of text editors: `|---|---|`, `----  ------`.
fn is_rule(text: &str) -> bool {
    text.trim().len() > 2 && text.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | ' ' | '=' | '─'))
}

fn headless() -> Phrase {
    phrase!(
        "A header without rows below it: the rows are missing in this paste. Copy the whole output.",
        "只有表头，没有数据行：粘贴的内容缺少这些行。请复制完整的输出。",
    )
}
