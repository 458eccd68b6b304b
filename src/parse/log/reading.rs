//! Logs line by line: where they end, and which of their lines mean something.

use crate::ingest::prompt::prompted;
use crate::ingest::window::Look;
use crate::parse::fence::is_fence;
use crate::parse::format::{Context, Part, Reading, Sink, Sure};
use crate::parse::formats;
use crate::parse::log::begin::{How, is_prose};
use crate::parse::log::line::{Line, line};
use crate::parse::log::owner::Owner;
use crate::parse::log::said::{said, when};
use crate::parse::log::section::{ends, heading, start};
use crate::parse::log::signatures::signatures;
use crate::parse::log::words::taken_for;
use crate::parse::record::{Level, LogLine, Record};
use crate::span::Span;

/// Lines of no shape may stand between others: so far ahead one of a shape must follow.
const AHEAD: usize = 8;
/// How lines begin that go on with what was said before, at the left edge.
const GOES_ON: &[&str] = &[
    "at ",
    "... ",
    "...",
    "[...]",
    "…",
    "goroutine ",
    "panic: ",
    "panic(",
    "created by ",
    "runtime.",
    "main.",
    "[signal ",
    "exit status ",
    "Caused by: ",
    "Suppressed: ",
    "Traceback ",
    "}",
    ")",
    "]",
    "Hint: ",
    "lines ",
    "-- ",
    "--",
    "~",
    "File \"",
    "caused by: ",
];

/// A log that is being read.
pub struct LogReading {
    how: How,
    context: Context,
    owner: Owner,
    rows: u32,
    first: bool,
    after_blank: bool,
    ended: bool,
    /// The level of the last line that had a shape: lines that go on with it are no worse.
    level: Level,
    buffer: String,
}

impl LogReading {
    /// A log that begins at the first line in sight.
    pub fn new(how: How, look: Look<'_>, context: &Context) -> Self {
        Self {
            how,
            // For the question what else begins somewhere: the path would always say that it is a log.
            context: Context { path: "".into(), ..context.clone() },
            owner: Owner::new(how, look, context),
            rows: 0,
            first: true,
            after_blank: false,
            ended: false,
            level: Level::Unknown,
            buffer: String::new(),
        }
    }

    /// Whether the first line in sight, which has no shape, belongs to the log.
    fn belongs(&self, look: Look<'_>) -> bool {
        match self.how {
            How::Block | How::Path | How::Asked => return true,
            How::Named | How::Status | How::Shape => {}
        }
        let text = look.text(0);
        // Traces are indented by tabs; kubectl's own output is not.
        if ["\t", "Error: ", "error: "].iter().any(|begin| text.starts_with(begin)) {
            return true;
        }
        // The last line of a copy may be cut.
        if look.len() == 1 && text.starts_with('{') && !text.ends_with('}') {
            return true;
        }
        // Most lines of no shape are sentences of a program: only others are worth the question.
        if (self.after_blank || !is_sentence(text)) && formats::begins(look, &self.context) {
            return false;
        }
        self.how == How::Named
            || text.starts_with([' ', '\t'])
            || GOES_ON.iter().any(|begin| text.starts_with(begin))
            || shape_follows(look)
    }

    /// Blank lines: whether the log goes on behind them.
    fn blank(&mut self, look: Look<'_>) -> usize {
        let Some(next) = (1..look.len()).find(|at| !look.text(*at).trim().is_empty()) else { return usize::from(self.how == How::Block) };
        let text = look.text(next);
        if self.how == How::Block {
            return next;
        }
        if is_fence(text) || prompted(text).is_some() || is_prose(text) {
            return 0;
        }
        if self.how == How::Status {
            // Below the unit's state stands its log.
            self.how = How::Shape;
        }
        let goes_on = self.how != How::Shape || line(text).is_some_and(|it| it.weight > 0) || self.belongs(look.from(next));
        if goes_on { next } else { 0 }
    }

    /// Says what a line means, if it means something.
    fn tell(&mut self, text: &str, line: &Line<'_>, span: Span, sink: &mut dyn Sink) {
        self.rows += 1;
        if line.level == Level::Debug {
            return;
        }
        let of = self.owner.of(line);
        let signature = signatures().find(text, line.level, &of);
        if signature.is_none() && line.level < Level::Warning {
            return;
        }
        let at = when(line);
        let message = said(line, &mut self.buffer);
        sink.record(Record::Log(LogLine { of, signature: signature.unwrap_or_default(), level: line.level, at, message, span }));
    }
}

impl Reading for LogReading {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0);
        if self.ended {
            return 0;
        }
        let first = std::mem::take(&mut self.first);
        if first && (self.how == How::Block || self.how == How::Named && heading(text).is_some()) {
            return 1;
        }
        if text.trim_start().is_empty() {
            self.after_blank = true;
            return self.blank(look);
        }
        if text.starts_with(['=', ' ', '*']) {
            if self.how == How::Block && ends(text) {
                self.ended = true;
                return 1;
            }
            if start(text).is_some() || heading(text).is_some() && self.how != How::Block {
                return 0;
            }
        }
        if let Some(line) = line(text) {
            self.owner.note(&line);
            self.level = line.level;
            self.tell(text, &line, look.span(0), sink);
        } else if first || self.belongs(look) {
            // What is indented below a harmless line is part of it.
            let harmless = text.starts_with([' ', '\t']) && matches!(self.level, Level::Info | Level::Debug) && self.how != How::Status;
            let level = if harmless { self.level } else { Level::Unknown };
            self.tell(text, &Line { rest: text.trim(), level, ..Line::default() }, look.span(0), sink);
        } else {
            return 0;
        }
        self.after_blank = false;
        1
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let Owner { namespace, name, program, .. } = self.owner;
        let taken_for = taken_for(namespace.as_deref(), name.as_deref(), program.as_deref(), self.rows);
        let sure = if self.how == How::Shape || self.how == How::Named { Sure::Likely } else { Sure::Certain };
        let namespace = namespace.as_deref().map(str::to_owned);
        Part { sure, namespace, ..Part::new("log", self.rows, taken_for) }
    }
}

/// Whether a line of a shape comes soon, with no blank line between.
fn shape_follows(look: Look<'_>) -> bool {
    let mut ahead = (1..AHEAD.min(look.len())).map(|at| look.text(at)).take_while(|text| !text.trim_start().is_empty());
    ahead.any(|text| line(text).is_some_and(|it| it.weight > 0))
}

/// Whether a line begins with a small letter and has single blanks between its words: nothing that kubectl lists does.
fn is_sentence(text: &str) -> bool {
    let object = ["apiVersion:", "kind:"].iter().any(|begin| text.starts_with(begin));
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.contains(' ') && !text.contains("  ") && !object
}
