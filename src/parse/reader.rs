//! Walks a text: commands, and between them the parts of their output, each handed to the format that begins there.

use std::rc::Rc;

use crate::ingest::command::Command;
use crate::ingest::prompt::prompted;
use crate::ingest::window::{Look, Window};
use crate::parse::asked::Asked;
use crate::parse::fence::is_fence;
use crate::parse::format::{Context, Opened, Part, Reading, Sink, Sure};
use crate::parse::formats::FORMATS;
use crate::parse::issue::Issue;
use crate::parse::left_over::LeftOver;
use crate::parse::told::Correction;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// A part of a text and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// First and last line.
    pub lines: (u32, u32),
    /// The command above it, as typed.
    pub command: Option<String>,
    /// What it was taken for.
    pub part: Part,
}

/// Reads a text to its end. Total: every line ends up in a part, but for prompts, fences and blank lines between parts.
pub fn read(window: &mut Window<'_>, path: &str, corrections: &[Correction], sink: &mut dyn Sink) -> Vec<Read> {
    let mut reader = Reader {
        context: Context { path: path.into(), ..Context::default() },
        command: None,
        corrections,
        open: None,
        left_over: None,
        read: Vec::new(),
        sink,
    };
    reader.run(window);
    reader.read
}

struct Reader<'a> {
    context: Context,
    command: Option<Rc<str>>,
    corrections: &'a [Correction],
    open: Option<OpenPart>,
    left_over: Option<LeftOver>,
    read: Vec<Read>,
    sink: &'a mut dyn Sink,
}

struct OpenPart {
    reading: Box<dyn Reading>,
    lines: (u32, u32),
}

impl Reader<'_> {
    fn run(&mut self, window: &mut Window<'_>) {
        loop {
            let look = window.look();
            if look.is_empty() {
                break;
            }
            if let Some(lines) = self.lines(look) {
                window.advance(lines);
            } else {
                self.text(window);
            }
        }
        self.close();
        self.end_left_over();
    }

    /// Deals with the first lines in sight; how many. `None`: a format begins that reads the text as it stands.
    fn lines(&mut self, look: Look<'_>) -> Option<usize> {
        let text = look.text(0);
        if is_fence(text) {
            self.close();
            self.end_left_over();
            self.command_is(None);
            return Some(1);
        }
        if let Some(prompt) = prompted(text) {
            return Some(self.prompt(prompt.typed, look));
        }
        if let Some(open) = &mut self.open {
            let taken = open.reading.take(look, self.sink);
            if taken > 0 {
                // Blank lines at its end are no part of it.
                if let Some(last) = (0..taken).rev().find(|at| !look.text(*at).trim().is_empty()) {
                    open.lines.1 = look.span(last).line;
                }
                return Some(taken);
            }
            self.close();
        }
        if text.trim().is_empty() {
            return Some(1);
        }
        self.context.told = self.told(look.span(0));
        let Some(format) = FORMATS.iter().find(|format| format.begins(look, &self.context)) else {
            self.left_over.get_or_insert_with(|| LeftOver::new(&self.context)).line(look);
            return Some(1);
        };
        self.end_left_over();
        self.sink.begin(look.span(0), &self.context);
        match format.open(look, &self.context) {
            Opened::Text(_) => None,
            Opened::Lines(mut reading) => {
                let taken = reading.take(look, self.sink).max(1);
                let lines = (look.span(0).line, look.span(taken - 1).line);
                self.open = Some(OpenPart { reading, lines });
                Some(taken)
            }
        }
    }

    /// Reads a part as it stands.
    fn text(&mut self, window: &mut Window<'_>) {
        let look = window.look();
        let first = look.span(0).line;
        let Some(Opened::Text(reading)) =
            FORMATS.iter().find(|format| format.begins(look, &self.context)).map(|format| format.open(look, &self.context))
        else {
            return window.advance(1);
        };
        let mut part = reading.read(window, self.sink);
        let mut last = window.raw().1.line.saturating_sub(1);
        if !window.at_line_start() {
            // What follows it on its last line was typed there.
            let look = window.look();
            let span = look.span(0);
            last = span.line;
            if !look.text(0).trim().is_empty() {
                part.issues.push(Issue { span, message: left_out() });
            }
            window.advance(1);
        }
        self.done((first, last.max(first)), part);
    }

    /// A prompt with what was typed after it, perhaps over several lines.
    fn prompt(&mut self, typed: &str, look: Look<'_>) -> usize {
        self.close();
        self.end_left_over();
        let mut typed = typed.to_owned();
        let mut used = 1;
        while typed.ends_with(['\\', '`']) && used < look.len() {
            typed.pop();
            typed.push_str(look.text(used).trim());
            used += 1;
        }
        self.command_is((!typed.is_empty()).then(|| Command::parse(&typed, look.span(0).to(look.span(used - 1)))));
        used
    }

    fn command_is(&mut self, command: Option<Command>) {
        let asked = command.as_ref().map(Asked::of).unwrap_or_default();
        self.context.command_seen = command.is_some() && asked.foreign.is_none();
        self.context.asked = Rc::new(asked);
        self.command = command.map(|it| it.text.into());
    }

    fn told(&self, at: Span) -> Option<Rc<crate::parse::told::Told>> {
        let found = self.corrections.iter().find(|it| it.line == at.line && *it.source == *self.context.path);
        found.map(|it| Rc::new(it.told.clone()))
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let part = open.reading.close(self.sink);
            self.done(open.lines, part);
        }
    }

    fn end_left_over(&mut self) {
        if let Some(left_over) = self.left_over.take() {
            let (lines, part) = left_over.close(self.command.as_deref());
            self.done(lines, part);
        }
    }

    fn done(&mut self, lines: (u32, u32), part: Part) {
        self.read.push(Read { lines, command: self.command.as_deref().map(str::to_owned), part });
    }
}

/// Said of what stands behind an object on its last line.
fn left_out() -> Phrase {
    phrase!("What follows the object on this line was left out.", "这一行中对象后面的内容已略过。")
}

/// A part of which nothing was read.
pub fn nothing(taken_for: Phrase, issues: Vec<Issue>) -> Part {
    Part { sure: Sure::Guessed, issues, ..Part::new("unknown", 0, taken_for) }
}
