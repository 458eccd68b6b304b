//! JSON documents read as they stand: object by object, so that a list of any length needs the memory of one.

use tree::json::documents::{Documents, Step};
use tree::json::{Filter, read};
use tree::{Place, Tree};

use crate::ingest::window::Window;
use crate::parse::format::{Context, Part, Sink, TextReading};
use crate::parse::issue::Issue;
use crate::parse::objects::emit::Objects;
use crate::parse::record::Places;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// What no rule reads: bookkeeping of the API server, which is half of what `-o json` prints, and schemas.
pub const FILTER: Filter = Filter { skip: &["managedFields", "kubectl.kubernetes.io/last-applied-configuration", "openAPIV3Schema"] };
/// Text that was read is let go in steps of this size.
const STEP: usize = 128 * 1024;
/// A larger object is none of an API: etcd takes 1.5 MB.
const LARGEST: usize = 64 * 1024 * 1024;

/// JSON that begins at the first line in sight.
pub struct JsonText {
    context: Context,
    objects: Objects,
    documents: Documents,
    tree: Tree,
    span: Span,
    list_kind: Option<String>,
}

impl JsonText {
    /// Begins.
    pub fn new(context: &Context) -> Self {
        Self {
            context: context.clone(),
            objects: Objects::default(),
            documents: Documents::new(0, 0),
            tree: Tree::default(),
            span: Span::default(),
            list_kind: None,
        }
    }

    /// Reads what is at hand; `true` when the part has ended.
    fn step(&mut self, window: &mut Window<'_>, sink: &mut dyn Sink) -> bool {
        let (text, base) = window.raw();
        if self.span == Span::default() {
            self.span = base;
        }
        let places = Straight(base);
        loop {
            let step = self.documents.next(text, FILTER, &mut self.tree);
            match step {
                Step::Object { start, end, line, item, broken } => {
                    if item {
                        self.objects.list = true;
                    }
                    if let Some(at) = broken {
                        let inside = text.get(start..at).unwrap_or_default().matches('\n').count();
                        self.objects
                            .issues
                            .push(Issue { span: places.span(Place { start: at, end, line: line + inside }), message: self::broken() });
                    }
                    self.take(text, &places, sink);
                    self.span = self.span.to(places.span(Place { start: end, end, line }));
                    if self.documents.needed().0 >= STEP {
                        self.let_go(window);
                        return false;
                    }
                }
                Step::ListEnd => {
                    // What follows is a list of its own.
                    self.list_kind = self.documents.head().kind.clone();
                    self.objects.incomplete |= self.documents.head().goes_on;
                    let rest = text.get(self.documents.at()..).unwrap_or_default().split('\n').next().unwrap_or_default();
                    let same_line = rest.trim_start().starts_with(['{', '[']);
                    self.let_go(window);
                    return !same_line;
                }
                Step::More => {
                    let waiting = text.len() - self.documents.needed().0;
                    self.let_go(window);
                    if waiting > LARGEST || !window.more() {
                        self.cut(window, sink);
                        return true;
                    }
                    return false;
                }
                Step::Done => {
                    self.let_go(window);
                    return true;
                }
                Step::Bad => {
                    let at = self.documents.at();
                    let place = Place { start: at, end: at, line: self.documents.line() };
                    self.objects.issues.push(Issue { span: places.span(place), message: broken() });
                    self.objects.incomplete = true;
                    self.let_go(window);
                    return true;
                }
            }
        }
    }

    /// Takes what is in the tree.
    fn take(&mut self, text: &str, places: &dyn Places, sink: &mut dyn Sink) {
        if let Some(value) = self.tree.root(text) {
            let kind = self.documents.head().kind.clone().filter(|_| self.objects.list);
            self.objects.take(value, kind.as_deref(), places, &self.context, sink);
        }
    }

    /// The text ended inside an object: what was whole before is kept, of the object itself what is known for sure.
    fn cut(&mut self, window: &mut Window<'_>, sink: &mut dyn Sink) {
        let (text, base) = window.raw();
        let places = Straight(base);
        let inside = self.documents.unfinished(text);
        if self.documents.in_list() || inside.is_some() {
            self.objects.incomplete = true;
            let end = Place { start: text.trim_end().len(), end: text.len(), line: text.trim_end().matches('\n').count() };
            self.objects.issues.push(Issue { span: places.span(end), message: cut_off() });
        }
        if let Some((start, line)) = inside {
            // Whatever is read of it: a field that was cut, or all that follows, is missing.
            let _ = read(text, start, line, FILTER, &mut self.tree);
            self.tree.drop_unfinished();
            self.take(text, &places, sink);
        }
        self.list_kind = self.documents.head().kind.clone().filter(|_| self.objects.list);
        let rest = text.len();
        let lines = text.matches('\n').count();
        window.pass(rest, lines);
    }

    fn let_go(&mut self, window: &mut Window<'_>) {
        let (at, line) = self.documents.needed();
        window.pass(at, line);
        self.documents.shift(at, line);
    }
}

impl TextReading for JsonText {
    fn read(mut self: Box<Self>, window: &mut Window<'_>, sink: &mut dyn Sink) -> Part {
        while !self.step(window, sink) {}
        self.objects.close(self.list_kind.as_deref(), self.span, &self.context, sink)
    }
}

/// Places in text that is read as it stands.
struct Straight(Span);

impl Places for Straight {
    fn span(&self, place: Place) -> Span {
        let short = crate::ingest::sources::offset;
        let line = self.0.line.saturating_add(short(place.line));
        Span {
            source: self.0.source,
            line,
            last: line,
            start: self.0.start.saturating_add(short(place.start)),
            end: self.0.start.saturating_add(short(place.end)),
        }
    }
}

/// Said where the text stops being JSON.
pub fn broken() -> Phrase {
    phrase!(
        "This is not JSON: what follows in this document could not be read. It may have been edited by hand.",
        "从这里开始不再是 JSON，该文档后面的内容没有读到。可能是手工改动过。",
    )
}

/// Said where the text ends too early.
pub fn cut_off() -> Phrase {
    phrase!(
        "The output is cut off here: what was whole before it was read. Save it with `kubectl … > out.json` and open that file.",
        "输出在这里被截断：在此之前完整的内容已经读取。请用 `kubectl … > out.json` 保存，再打开该文件。",
    )
}
