//! Output of other programs that stands in a paste. Not read, but named: nobody shall wonder why it is not in the picture.
//!
//! ```text
//! CONTAINER ID   IMAGE     COMMAND   CREATED         STATUS         PORTS   NAMES
//! 0a1b2c3d4e5f   web:1.2   "/web"    5 minutes ago   Up 4 minutes           web
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink, Sure};
use crate::parse::formats::{begins, can_i, cluster_info, describe, health, json, log, rollout, server_message, table, version};
use crate::parse::issue::Issue;
use crate::parse::record::Record;
use crate::parse::table::header::header;
use crate::parse::table::kinds::{identify, printed};
use crate::phrase;
use crate::span::Span;

pub mod helm;
pub mod sign;

use sign::Sign;

/// Output of other programs.
pub const FORMAT: Foreign = Foreign;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Foreign;

/// Formats that end the output of another program where no blank line does. Not those that are told by single cells.
const OTHERS: &[&dyn Format] = &[
    &log::FORMAT,
    &json::FORMAT,
    &version::FORMAT,
    &health::FORMAT,
    &can_i::FORMAT,
    &rollout::FORMAT,
    &table::FORMAT,
    &describe::FORMAT,
    &server_message::FORMAT,
    &cluster_info::FORMAT,
];

impl Format for Foreign {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        helm::kind(look).is_some() || sign(look, context).is_some()
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        if let Some(kind) = helm::kind(look) {
            return Opened::Lines(Box::new(helm::Related::new(kind, look, context)));
        }
        Opened::Lines(Box::new(Output { sign: sign(look, context), context: context.clone(), first: None }))
    }
}

/// The sign of another program at the first line in sight. What the user or the command calls kubectl's is kubectl's.
fn sign(look: Look<'_>, context: &Context) -> Option<Sign> {
    let sign = sign::begins(look)?;
    let asked = &context.asked;
    let told = context.told.as_ref().is_some_and(|told| told.resource.is_some());
    let below = context.command_seen && matches!(asked.verb.as_str(), "get" | "describe" | "logs" | "events" | "top");
    // `helm list` begins with NAME, as kubectl's tables do: those of known columns, and of kinds whose columns nobody knows.
    let table = header(look.text(0)).is_some_and(|it| {
        let columns: Vec<&str> = it.columns.iter().map(|column| column.name.as_str()).collect();
        !identify(&columns).is_empty() || asked.resource().is_some_and(|asked| printed().all(|it| it.resource != asked))
    });
    (!told && !table && (sign.certain() || !below)).then_some(sign)
}

/// Output that is passed over.
struct Output {
    sign: Option<Sign>,
    context: Context,
    first: Option<Span>,
}

impl Output {
    /// The program, as it was typed where that is another one: `podman ps` prints what `docker ps` does.
    fn program(&self) -> &str {
        let of_sign = self.sign.map_or("", |sign| sign.program);
        self.context.asked.foreign.as_deref().filter(|typed| !of_sign.starts_with(typed)).unwrap_or(of_sign)
    }

    /// How many blank lines stand between the output and more of it; 0 if it ends here.
    fn over_blanks(&self, look: Look<'_>) -> usize {
        let Some(next) = (1..look.len()).find(|at| !look.text(*at).trim().is_empty()) else { return 0 };
        let more = look.from(next);
        let goes_on = self.sign.is_some_and(|sign| sign.goes_on(more) || sign.through_blanks() && !begins(more, &self.context));
        if goes_on && helm::kind(more).is_none() { next } else { 0 }
    }

    fn ends(&self, look: Look<'_>) -> bool {
        let another = sign(look, &self.context).zip(self.sign).is_some_and(|(sign, own)| sign.program != own.program);
        another || helm::kind(look).is_some() || OTHERS.iter().any(|format| format.begins(look, &self.context))
    }
}

impl Reading for Output {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        if self.first.is_none() {
            self.first = Some(look.span(0));
            // The program itself, without its subcommand.
            let program = self.program().split(' ').next().unwrap_or_default();
            sink.record(Record::Program(program, look.span(0)));
            return 1;
        }
        if look.text(0).trim().is_empty() {
            return self.over_blanks(look);
        }
        usize::from(!self.ends(look))
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let program = self.program();
        let message = phrase!(
            "Output of `{tool}`, which is not kubectl: it was not read.",
            "这是 `{tool}` 的输出，不是 kubectl 的输出，因此没有读取。",
            tool = program,
        );
        let taken_for = phrase!("output of `{tool}`, not of kubectl", "`{tool}` 的输出，不是 kubectl 的输出", tool = program);
        let sure = if self.sign.is_some_and(Sign::certain) { Sure::Certain } else { Sure::Likely };
        let issues = self.first.map(|span| Issue { span, message }).into_iter().collect();
        Part { sure, issues, ..Part::new("unknown", 0, taken_for) }
    }
}
