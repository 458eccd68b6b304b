//! JSON that someone quoted, numbered or coloured: read from its cleaned lines.

use tree::json::documents::{Documents, Step};
use tree::json::read;
use tree::{Place, Tree};

use crate::ingest::window::Look;
use crate::parse::format::{Context, Part, Reading, Sink};
use crate::parse::issue::Issue;
use crate::parse::objects::emit::Objects;
use crate::parse::objects::json_text::{FILTER, broken, cut_off};
use crate::parse::objects::lines::Lines;
use crate::parse::record::Places as _;
use crate::span::Span;

/// JSON line by line.
pub struct JsonLines {
    context: Context,
    objects: Objects,
    documents: Documents,
    tree: Tree,
    lines: Lines,
    span: Span,
    ended: bool,
}

impl JsonLines {
    /// Begins.
    pub fn new(context: &Context) -> Self {
        Self {
            context: context.clone(),
            objects: Objects::default(),
            documents: Documents::new(0, 0),
            tree: Tree::default(),
            lines: Lines::default(),
            span: Span::default(),
            ended: false,
        }
    }

    fn run(&mut self, sink: &mut dyn Sink) {
        loop {
            match self.documents.next(&self.lines.text, FILTER, &mut self.tree) {
                Step::Object { start, line, item, broken, .. } => {
                    if let Some(at) = broken {
                        let inside = self.lines.text.get(start..at).unwrap_or_default().matches('\n').count();
                        let place = Place { line: line + inside, ..Place::default() };
                        self.objects.issues.push(Issue { span: self.lines.span(place), message: self::broken() });
                    }
                    self.objects.list |= item;
                    self.take(sink);
                }
                Step::More => break,
                Step::ListEnd | Step::Done => {
                    self.ended = true;
                    break;
                }
                Step::Bad => {
                    let place = Place { line: self.documents.line(), ..Place::default() };
                    self.objects.issues.push(Issue { span: self.lines.span(place), message: broken() });
                    self.objects.incomplete = true;
                    self.ended = true;
                    break;
                }
            }
        }
        let (at, line) = self.documents.needed();
        self.lines.drop_front(at, line);
        self.documents.shift(at, line);
    }

    fn take(&mut self, sink: &mut dyn Sink) {
        if let Some(value) = self.tree.root(&self.lines.text) {
            let kind = self.documents.head().kind.clone().filter(|_| self.objects.list);
            self.objects.take(value, kind.as_deref(), &self.lines, &self.context, sink);
        }
    }
}

impl Reading for JsonLines {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        if self.ended {
            return 0;
        }
        self.span = if self.span == Span::default() { look.span(0) } else { self.span.to(look.span(0)) };
        self.lines.push(look);
        // An object ends with a brace; looking at each line again would take a time that grows with the square of its length.
        if look.text(0).trim_end().ends_with(['}', ']', ',']) && look.text(0).contains(['}', ']']) {
            self.run(sink);
        }
        1
    }

    fn close(mut self: Box<Self>, sink: &mut dyn Sink) -> Part {
        self.run(sink);
        if let Some((start, line)) = self.documents.unfinished(&self.lines.text) {
            self.objects.issues.push(Issue { span: self.lines.last(), message: cut_off() });
            self.objects.incomplete = true;
            let _ = read(&self.lines.text, start, line, FILTER, &mut self.tree);
            self.tree.drop_unfinished();
            self.take(sink);
        }
        let list_kind = self.documents.head().kind.clone().filter(|_| self.objects.list);
        self.objects.close(list_kind.as_deref(), self.span, &self.context, sink)
    }
}
