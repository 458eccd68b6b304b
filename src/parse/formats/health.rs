//! What the API server says of its own health: `/readyz?verbose`, `/livez?verbose`, `/healthz?verbose`.
//!
//! ```text
//! [+]ping ok
//! [-]etcd failed: reason withheld
//! readyz check failed
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink};
use crate::parse::record::{Check, Record};
use crate::phrase;
use crate::span::Span;

/// Health checks.
pub const FORMAT: Health = Health;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Health;

/// Where the server answers, and how its answer ends.
const ENDS: &[&str] = &["readyz", "livez", "healthz"];

/// A line without the words of kubectl that stand before what a failing server answered.
fn bare(line: &str) -> &str {
    let line = line.trim();
    // Nearly every line fails here.
    let error = line.starts_with("Error from server").then(|| line.split_once("an error on the server (\""));
    error.flatten().map_or(line, |(_, answer)| answer)
}

/// The name of a check, and whether it passed.
fn check(piece: &str) -> Option<(&str, bool)> {
    let passed = piece.starts_with("[+]");
    let rest = piece.strip_prefix(if passed { "[+]" } else { "[-]" })?;
    let (name, said) = rest.split_once(' ')?;
    let known = ["ok", "failed", "not ok", "excluded"].iter().any(|word| said.starts_with(word));
    (known && !name.is_empty()).then_some((name, passed))
}

fn is_end(piece: &str) -> bool {
    ENDS.iter().any(|end| piece.strip_prefix(end).is_some_and(|rest| rest.starts_with(" check ")))
}

/// The answer in one word, where the command asked for no more.
fn is_ok(line: &str, context: &Context) -> bool {
    let asked = &context.asked;
    let raw =
        asked.verb == "get" && (asked.resources.is_empty() || asked.names.iter().any(|name| ENDS.iter().any(|end| name.starts_with(end))));
    line.trim() == "ok" && raw
}

impl Format for Health {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        let text = bare(look.text(0));
        text.starts_with('[') && text.split("\\n").next().and_then(check).is_some() || is_ok(text, context)
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(Checks { short: is_ok(look.text(0), context), context: context.clone(), rows: 0, failed: 0, ended: false }))
    }
}

struct Checks {
    /// Whether the answer is one word.
    short: bool,
    context: Context,
    rows: u32,
    failed: u32,
    ended: bool,
}

impl Checks {
    fn record(&mut self, name: &str, passed: bool, span: Span, sink: &mut dyn Sink) {
        self.rows += 1;
        self.failed += u32::from(!passed);
        sink.record(Record::Check(Check { name, passed, span }));
    }
}

impl Reading for Checks {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        if self.ended {
            return 0;
        }
        if self.short {
            self.ended = true;
            let asked = self.context.asked.clone();
            let name = ENDS.iter().find(|end| asked.names.iter().any(|name| name.starts_with(**end)));
            self.record(name.copied().unwrap_or("healthz"), true, look.span(0), sink);
            return 1;
        }
        // kubectl prints a failing server's answer on one line.
        let mut taken = 0;
        for piece in bare(look.text(0)).split("\\n") {
            if let Some((name, passed)) = check(piece) {
                self.record(name, passed, look.span(0), sink);
                taken = 1;
            } else if is_end(piece) {
                self.ended = true;
                taken = 1;
            }
        }
        taken
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let words = phrase!(
            "health checks of the API server: {n}, failed: {failed}",
            "API 服务器的健康检查：{n} 项，失败 {failed} 项",
            n = self.rows,
            failed = self.failed,
        );
        Part::new("health", self.rows, words)
    }
}
