//! Objects by name alone, as `kubectl get -o name` prints them.
//!
//! ```text
//! pod/web-1
//! deployment.apps/web
//! ```

use crate::ingest::window::Look;
use crate::parse::asked::plural;
use crate::parse::cell::is_name;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink, Sure};
use crate::parse::record::{Listed, Record, Row};
use crate::parse::table::counted::counted;
use crate::span::Span;

/// Names of objects.
pub const FORMAT: Names = Names;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Names;

/// Resource and name of the object that is all of a line.
fn object<'a>(line: &'a str, context: &Context) -> Option<(String, &'a str)> {
    let (kind, name) = line.trim().split_once('/')?;
    if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-')) {
        return None;
    }
    let mut resource = plural(kind);
    if resource == kind {
        // A kind of its own is known by the command: `certificate.cert-manager.io` of `get certificates`.
        let asked = context.resource().filter(|asked| kind.split('.').next().is_some_and(|bare| asked.starts_with(bare)))?;
        resource = asked.to_owned();
    }
    // Names of roles may hold colons.
    name.split(':').all(is_name).then_some((resource, name))
}

impl Format for Names {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        let named = |at: usize| object(look.text(at), context);
        // Without the command one such line proves nothing, nor do paths such as `service/main.go`.
        let sure = || {
            context.asked.verb == "get"
                || (0..2).all(|at| named(at).is_some_and(|(resource, name)| resource != "services" || !name.contains('.')))
        };
        context.asked.may_show_kubectl() && named(0).is_some() && sure()
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(List { context: context.clone(), rows: 0, only: None, span: look.span(0) }))
    }
}

struct List {
    context: Context,
    rows: u32,
    /// The resource, as long as there is just one; empty if there are several.
    only: Option<String>,
    span: Span,
}

impl Reading for List {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0).trim();
        let Some((resource, name)) = object(text, &self.context) else { return 0 };
        let span = look.span(0);
        self.span = self.span.to(span);
        self.rows += 1;
        // An event is nothing without its words.
        if resource != "events" {
            let row = Row { resource: &resource, namespace: self.context.namespace(), name, columns: &[], text, cells: &[], span };
            sink.record(Record::Row(row));
        }
        self.only = Some(self.only.take().map_or_else(|| resource.clone(), |only| if only == resource { only } else { String::new() }));
        1
    }

    fn close(self: Box<Self>, sink: &mut dyn Sink) -> Part {
        let resource = self.only.filter(|only| !only.is_empty());
        let asked = &self.context.asked;
        // Only the command tells that these are all.
        if let Some(resource) = resource.as_deref().filter(|it| asked.verb == "get" && asked.resource() == Some(it)) {
            sink.record(Record::Listed(Listed {
                resource,
                has_namespaces: false,
                namespace: None,
                whole: true,
                rows: self.rows,
                span: self.span,
            }));
        }
        let namespace = if asked.all_namespaces { Some("*".to_owned()) } else { self.context.namespace().map(str::to_owned) };
        let taken_for = counted(self.rows, resource.as_deref().unwrap_or_default());
        Part { sure: Sure::Likely, resource, namespace, ..Part::new("table", self.rows, taken_for) }
    }
}
