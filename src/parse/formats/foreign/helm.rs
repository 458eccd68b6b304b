//! Tables of kubectl inside the output of helm: `helm status` of helm 2 lists the objects of a release, a table for each kind.
//!
//! ```text
//! ==> v1/Pod(related)
//! NAME   READY  STATUS   RESTARTS  AGE
//! web-1  0/1    Pending  0         0s
//! ```

use std::rc::Rc;

use crate::ingest::window::Look;
use crate::parse::asked::{Asked, plural};
use crate::parse::format::{Context, Part, Reading, Sink};
use crate::parse::record::Record;
use crate::parse::table::header::header;
use crate::parse::table::reading::TableReading;
use crate::span::Span;

/// The kind that such a table lists, if one begins at the first line in sight.
pub fn kind(look: Look<'_>) -> Option<&str> {
    let (_, kind) = look.text(0).trim().strip_prefix("==> ")?.rsplit_once('/')?;
    header(look.text(1))?;
    Some(kind.split('(').next().unwrap_or(kind)).filter(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// A table of a release.
pub struct Related {
    table: Box<TableReading>,
    begun: bool,
}

impl Related {
    /// Begins to read it.
    pub fn new(kind: &str, look: Look<'_>, context: &Context) -> Self {
        let asked = Asked { verb: "get".to_owned(), resources: vec![plural(kind)], filtered: true, ..Asked::default() };
        let context = Context { asked: Rc::new(asked), ..context.clone() };
        Self { table: Box::new(TableReading::with_header(look.from(1), &context)), begun: false }
    }
}

impl Reading for Related {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        if std::mem::replace(&mut self.begun, true) {
            return self.table.take(look, &mut Rows(sink));
        }
        1 + self.table.take(look.from(1), &mut Rows(sink))
    }

    fn close(self: Box<Self>, sink: &mut dyn Sink) -> Part {
        self.table.close(&mut Rows(sink))
    }
}

/// Hands on the rows, but not that they are the whole list: they are the objects of one release.
struct Rows<'a>(&'a mut dyn Sink);

impl Sink for Rows<'_> {
    fn begin(&mut self, at: Span, context: &Context) {
        self.0.begin(at, context);
    }

    fn record(&mut self, record: Record<'_>) {
        if !matches!(record, Record::Listed(_)) {
            self.0.record(record);
        }
    }
}
