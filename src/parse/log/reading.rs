//! Logs line by line: whose they are, where they end, and which of their lines mean something.

use std::rc::Rc;

use crate::ingest::prompt::prompted;
use crate::ingest::window::Look;
use crate::parse::fence::is_fence;
use crate::parse::format::{Context, Part, Reading, Sink, Sure};
use crate::parse::formats;
use crate::parse::log::begin::{How, is_prose};
use crate::parse::log::line::{Line, line};
use crate::parse::log::of_path::of_path;
use crate::parse::log::program;
use crate::parse::log::said::{said, when};
use crate::parse::log::section::{ends, headed, heading, start, unit};
use crate::parse::log::signatures::signatures;
use crate::parse::log::words::taken_for;
use crate::parse::record::{Level, LogLine, LogOf, Record};
use crate::span::Span;

/// Lines of no shape may stand between others: so far ahead one of a shape must follow.
const AHEAD: usize = 8;
/// So many lines tell whose log it is.
const TELLING: usize = 24;
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
    "Error: ",
    "error: ",
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
    namespace: Option<Rc<str>>,
    name: Option<Rc<str>>,
    program: Option<Rc<str>>,
    /// Whether the machine or the programs differ from line to line.
    mixed: bool,
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
        let own = |it: Option<&str>| it.filter(|it| !it.is_empty()).map(Rc::from);
        let path = of_path(&context.path).unwrap_or_default();
        let text = look.text(0);
        let asked = || context.asked.names.first().filter(|_| how == How::Asked).map(String::as_str);
        let (namespace, name, program) = match how {
            How::Block => start(text)
                .map_or((None, None, None), |(namespace, name, container)| (own(Some(namespace)), own(Some(name)), own(Some(container)))),
            How::Path => (own(path.namespace), own(path.name), own(path.program)),
            How::Named => (None, None, own(headed(text).filter(|it| !it.contains('/')))),
            How::Status => (None, None, own(unit(look))),
            How::Asked | How::Shape => (own(context.namespace().filter(|_| how == How::Asked)), own(asked()), None),
        };
        let mut reading = Self {
            how,
            context: Context { path: "".into(), ..context.clone() },
            namespace,
            name,
            program,
            mixed: false,
            rows: 0,
            first: true,
            after_blank: false,
            ended: false,
            level: Level::Unknown,
            buffer: String::new(),
        };
        if reading.program.is_none() {
            reading.program = reading.name.as_deref().and_then(program::of_pod).map(Rc::from).or_else(|| reading.told_ahead(look));
        }
        reading
    }

    /// The program that the lines ahead name, if they name one.
    fn told_ahead(&self, look: Look<'_>) -> Option<Rc<str>> {
        for at in 0..TELLING.min(look.len()) {
            match line(look.text(at)) {
                // These name it line by line.
                Some(it) if !it.host.is_empty() || !it.pod.is_empty() => return None,
                Some(it) => {
                    let program = Some(it.program).filter(|it| !it.is_empty()).or_else(|| program::of_line(&it));
                    if let Some(program) = program {
                        return Some(program.into());
                    }
                }
                None if self.how == How::Shape && at > 0 => return None,
                None => {}
            }
        }
        None
    }

    /// Whether the first line in sight, which has no shape, belongs to the log.
    fn belongs(&self, look: Look<'_>) -> bool {
        match self.how {
            How::Block | How::Path | How::Asked => return true,
            How::Named | How::Status | How::Shape => {}
        }
        let text = look.text(0);
        if text.starts_with("Error: ") || text.starts_with("error: ") {
            return true;
        }
        // The last line of a copy may be cut.
        if look.len() == 1 && text.starts_with('{') && !text.ends_with('}') {
            return true;
        }
        // In a file that is called a log most lines may have no shape: only some are worth the question.
        let telling = self.after_blank || text.starts_with(|c: char| c.is_ascii_uppercase() || "{[<-".contains(c));
        if (self.how != How::Named || telling) && formats::begins(look, &self.context) {
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
        let mut of = LogOf { namespace: self.namespace.as_deref(), name: self.name.as_deref(), program: self.program.as_deref() };
        if !line.host.is_empty() {
            of = LogOf { namespace: None, name: Some(line.host), program: Some(line.program) };
        } else if let Some((pod, container)) = line.pod.split_once('/') {
            of = LogOf { name: Some(pod), program: Some(container), ..of };
        }
        if line.level == Level::Debug {
            return;
        }
        let signature = signatures().find(text, line.level, &of);
        if signature.is_none() && line.level < Level::Warning {
            return;
        }
        let at = when(line);
        let message = said(line, &mut self.buffer);
        sink.record(Record::Log(LogLine { of, signature: signature.unwrap_or_default(), level: line.level, at, message, span }));
    }

    /// Notes whose lines these are, where they say it themselves.
    fn note_owner(&mut self, line: &Line<'_>) {
        let (name, program) = match line.pod.split_once('/') {
            Some(told) => told,
            None if line.host.is_empty() => return,
            None => (line.host, line.program),
        };
        let same = |have: &Option<Rc<str>>, told: &str| have.as_deref() == Some(told);
        if same(&self.name, name) && same(&self.program, program) || self.mixed {
            return;
        }
        if self.rows == 0 || self.name.is_none() {
            self.name = Some(name.into());
            if self.program.is_none() {
                self.program = Some(program.into());
            }
            return;
        }
        self.mixed = true;
        self.name = self.name.take().filter(|it| **it == *name);
        self.program = self.program.take().filter(|it| **it == *program);
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
            self.note_owner(&line);
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
        let taken_for = taken_for(self.namespace.as_deref(), self.name.as_deref(), self.program.as_deref(), self.rows);
        let sure = if self.how == How::Shape || self.how == How::Named { Sure::Likely } else { Sure::Certain };
        let namespace = self.namespace.as_deref().map(str::to_owned);
        Part { sure, namespace, ..Part::new("log", self.rows, taken_for) }
    }
}

/// Whether a line of a shape comes soon, with no blank line between.
fn shape_follows(look: Look<'_>) -> bool {
    let mut ahead = (1..AHEAD.min(look.len())).map(|at| look.text(at)).take_while(|text| !text.trim_start().is_empty());
    ahead.any(|text| line(text).is_some_and(|it| it.weight > 0))
}
