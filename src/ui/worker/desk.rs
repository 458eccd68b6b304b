//! What the worker answers, without the browser around it: it keeps the inputs and what they yielded.

use std::borrow::Cow;

use crate::brief::Brief;
use crate::crosses;
use crate::diagnose::dismissal::Dismissal;
use crate::explain::explanation::Explanation;
use crate::explain::find::find;
use crate::explain::lesson::lesson;
use crate::explain::lesson::question::Question;
use crate::explain::panel::explain;
use crate::ingest::origin::Origin;
use crate::layout::layout;
use crate::layout::request::LayoutRequest;
use crate::layout::scene::Scene;
use crate::model::object_ref::ObjectRef;
use crate::parse::told::Correction;
use crate::report::Report;
use crate::rows::{Book, Rows, RowsRequest};
use crate::session::Session;
use crate::share::compose::compose;
use crate::share::json::json;
use crate::share::line::Line;
use crate::share::markdown::markdown;
use crate::span::Span;
use crate::talk::Talk;
use crate::text::Lang;
use crate::ui::route::parse_part;

/// A line longer than this is cut for the screen: a whole JSON file can be one line.
const SHOWN_CHARS: usize = 4_000;

/// How the inputs are to be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// What the user says of blocks.
    pub corrections: Vec<Correction>,
    /// What the user has dismissed.
    pub dismissals: Vec<Dismissal>,
    /// The cluster to show, by its place among those of the text.
    pub cluster: usize,
}

crosses! { struct Wish { corrections, dismissals, cluster } }

/// The inputs of the page and the report on them.
#[derive(Default)]
pub struct Desk {
    session: Session,
    report: Option<Report>,
    /// How they were looked at last.
    seen: Wish,
    talk: Talk,
    book: Book,
}

impl Desk {
    /// A desk whose inputs go into that session.
    pub fn new(session: Session) -> Self {
        Self { session, ..Self::default() }
    }

    /// Forgets every input and the report.
    pub fn clear(&mut self) {
        self.session.clear();
        self.report = None;
    }

    /// Takes one more input.
    pub fn add(&mut self, name: &str, origin: Box<dyn Origin>) {
        self.report = None;
        self.session.add_origin(name, origin);
    }

    /// What the page shows at once. Reads all inputs, unless only another look at the same is wanted.
    pub fn analyze(&mut self, wish: Wish) -> (Brief<'_>, Scene) {
        self.session.dismiss(wish.dismissals.clone());
        let same = self.seen.corrections == wish.corrections;
        let report = match self.report.take().filter(|_| same) {
            Some(mut report) => {
                if self.seen.dismissals != wish.dismissals {
                    self.session.judge(&mut report);
                }
                report
            }
            None => {
                self.session.correct(wish.corrections.clone());
                let report = self.session.analyze();
                self.talk.goes_on(self.session.texts(), &report);
                report
            }
        };
        self.book.close();
        let report = self.report.insert(report);
        report.show(wish.cluster);
        self.seen = wish;
        (Brief { answers: Cow::Borrowed(self.talk.answers()), ..Brief::of(report) }, layout(report, &LayoutRequest::default()))
    }

    /// Another picture of what was read; `None` where nothing was.
    pub fn scene(&self, request: &LayoutRequest) -> Option<Scene> {
        self.report.as_ref().map(|report| layout(report, request))
    }

    /// The objects that a query finds; `None` where nothing was read.
    pub fn find(&self, query: &str) -> Option<Vec<ObjectRef>> {
        self.report.as_ref().map(|report| find(report, query))
    }

    /// Rows of the table; `None` where nothing was read.
    pub fn rows(&mut self, request: &RowsRequest) -> Option<Rows> {
        self.report.as_ref().map(|report| self.book.page(report, request))
    }

    /// Explains the part behind a word of the address; `None` where nothing was read, or the word is none.
    pub fn explain(&self, part: &str) -> Option<Explanation> {
        Some(explain(self.report.as_ref()?, &parse_part(part)?))
    }

    /// The questions about what was read; `None` where nothing was.
    pub fn lesson(&self) -> Option<Vec<Question>> {
        self.report.as_ref().map(lesson)
    }

    /// The whole report as JSON or as Markdown; `None` where nothing was read.
    pub fn report(&self, as_json: bool, lang: Lang) -> Option<String> {
        let report = self.report.as_ref()?;
        let quote = |span: Span| {
            let (source, number, text) = self.session.line_text(span);
            Line { source, number, text }
        };
        if as_json {
            return serde_json::to_string_pretty(&json(report, lang, &quote)).ok();
        }
        Some(markdown(&compose(report, lang, &quote), lang))
    }

    /// Lines of a source, from the first up to but not with the last, 1-based.
    pub fn lines(&self, source: u32, from: u32, to: u32) -> Vec<String> {
        self.session.lines(source, from, to).into_iter().map(cut).collect()
    }
}

fn cut(mut line: String) -> String {
    if let Some((at, _)) = line.char_indices().nth(SHOWN_CHARS) {
        line.truncate(at);
        line.push('…');
    }
    line
}
