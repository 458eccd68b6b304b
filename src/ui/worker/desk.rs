//! What the worker answers, without the browser around it: it keeps the inputs and what they yielded.

use crate::brief::Brief;
use crate::explain::explanation::Explanation;
use crate::explain::lesson::lesson;
use crate::explain::lesson::question::Question;
use crate::explain::panel::explain;
use crate::layout::architecture::layout;
use crate::layout::scene::Scene;
use crate::report::Report;
use crate::session::Session;
use crate::ui::route::parse_part;

/// A line longer than this is cut for the screen: a whole JSON file can be one line.
const SHOWN_CHARS: usize = 4_000;

/// The inputs of the page and the report on them.
#[derive(Default)]
pub struct Desk {
    session: Session,
    report: Option<Report>,
}

impl Desk {
    /// Forgets every input and the report.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes one more input.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.session.add(name, bytes);
    }

    /// Reads all inputs: what the page shows at once.
    pub fn analyze(&mut self) -> (Brief<'_>, Scene) {
        let report = self.report.insert(self.session.analyze());
        (Brief::of(report), layout(report))
    }

    /// Explains the part behind a word of the address; `None` where nothing was read, or the word is none.
    pub fn explain(&self, part: &str) -> Option<Explanation> {
        Some(explain(self.report.as_ref()?, &parse_part(part)?))
    }

    /// The questions about what was read; `None` where nothing was.
    pub fn lesson(&self) -> Option<Vec<Question>> {
        self.report.as_ref().map(lesson)
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
