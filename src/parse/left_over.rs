//! Lines that no format knows: shown with what was expected, never dropped.

use crate::ingest::window::Look;
use crate::parse::format::{Context, Part};
use crate::parse::issue::Issue;
use crate::parse::reader::nothing;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// At most so many lines of one part are reported one by one.
const MOST_ISSUES: usize = 5;

/// Lines that belong together only in that nothing is known of them.
#[derive(Clone, Debug)]
pub struct LeftOver {
    lines: (u32, u32),
    count: u32,
    first: Vec<Span>,
    foreign: Option<String>,
}

impl LeftOver {
    /// None yet.
    pub fn new(context: &Context) -> Self {
        Self { lines: (0, 0), count: 0, first: Vec::new(), foreign: context.asked.foreign.clone() }
    }

    /// One more line: the first in sight.
    pub fn line(&mut self, look: Look<'_>) {
        let span = look.span(0);
        if self.count == 0 {
            self.lines.0 = span.line;
        }
        self.lines.1 = span.line;
        self.count += 1;
        if self.first.len() < MOST_ISSUES {
            self.first.push(span);
        }
    }

    /// The part with its lines; `command` is what was typed above.
    pub fn close(self, command: Option<&str>) -> ((u32, u32), Part) {
        let message = match (&self.foreign, command) {
            (Some(tool), _) => phrase!(
                "Output of `{tool}`, which is not kubectl: it was not read.",
                "这是 `{tool}` 的输出，不是 kubectl 的输出，因此没有读取。",
                tool = tool,
            ),
            (None, Some(command)) => {
                phrase!(
                    "This part of the output of `{command}` was not understood.",
                    "`{command}` 的这部分输出没有读懂。",
                    command = command
                )
            }
            (None, None) => not_recognised(),
        };
        let issues = self.first.iter().map(|span| Issue { span: *span, message: message.clone() }).collect();
        let taken_for = match &self.foreign {
            Some(tool) => phrase!("output of {tool}, not of kubectl", "{tool} 的输出，不是 kubectl 的输出", tool = tool),
            None => phrase!("{n} lines not understood", "{n} 行没有读懂", n = self.count),
        };
        (self.lines, nothing(taken_for, issues))
    }
}

/// What is said of lines about which nothing better is known.
pub fn not_recognised() -> Phrase {
    phrase!(
        "Not recognised as kubectl output. Paste a table with its header line, or what `kubectl describe` prints.",
        "没有识别为 kubectl 的输出。请粘贴带表头的表格，或 `kubectl describe` 打印的内容。",
    )
}
