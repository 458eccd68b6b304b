//! Descriptions line by line: where one object ends and the next begins.

use crate::ingest::prompt::prompted;
use crate::ingest::window::Look;
use crate::parse::asked::plural;
use crate::parse::cell::is_name;
use crate::parse::common::Common;
use crate::parse::describe::keys::{CONTAINER, SECOND, TOP, key, told_by};
use crate::parse::describe::unflatten::{is_flat, unflatten};
use crate::parse::format::{Context, Part, Reading, Sink, Sure};
use crate::parse::issue::Issue;
use crate::parse::outline::{Field, find, outline};
use crate::parse::record::{Described, Record};
use crate::parse::table::header::{header, words_apart};
use crate::phrase;
use crate::span::Span;

/// An object of more lines than this is none.
const MOST_LINES: usize = 200_000;

/// Descriptions that are being read.
pub struct DescribeReading {
    context: Context,
    /// How far the first line is indented: all of it is.
    base: usize,
    /// Whether the beginning of the object is missing.
    fragment: bool,
    fragments: u32,
    lines: Vec<String>,
    spans: Vec<Span>,
    count: u32,
    resources: Common,
    names: Common,
    namespaces: Common,
    span: Span,
}

impl DescribeReading {
    /// From an object's name on, or from somewhere inside a description.
    pub fn new(look: Look<'_>, context: &Context) -> Self {
        let text = look.text(0);
        let fragment = !begins_object(look, indent(text));
        // What is left of an object may begin deep inside it.
        let base = if fragment {
            (0..look.len()).map(|at| look.text(at)).filter(|it| !it.trim().is_empty()).map(indent).min().unwrap_or(0)
        } else {
            indent(text)
        };
        Self {
            context: context.clone(),
            base,
            fragment,
            fragments: 0,
            lines: Vec::new(),
            spans: Vec::new(),
            count: 0,
            resources: Common::Nothing,
            names: Common::Nothing,
            namespaces: Common::Nothing,
            span: look.span(0),
        }
    }

    /// Whether a line goes on with what is described.
    fn belongs(&self, look: Look<'_>, at: usize) -> bool {
        let text = look.text(at);
        let depth = indent(text);
        if depth > self.base || key(text.trim_start()).is_some() {
            return true;
        }
        if header(text).is_some() || text.trim_start().starts_with(['{', '`']) {
            return false;
        }
        // Rows of a table at the left edge (quotas, limits, data), or a value that a mail program broke, or lines that were stripped.
        let row = words_apart(text, 2).len() > 1 || text.trim_start().starts_with("==");
        let ahead = |at: usize| look.text(at);
        row || (at + 1..look.len())
            .map(ahead)
            .take_while(|text| !text.trim().is_empty() && prompted(text).is_none())
            .any(|text| self.obvious(text))
    }

    fn obvious(&self, text: &str) -> bool {
        indent(text) > self.base && !text.trim().is_empty()
            || key(text.trim_start()).is_some_and(|(name, _)| TOP.contains(&name) || CONTAINER.contains(&name))
    }

    fn finish_object(&mut self, sink: &mut dyn Sink) {
        if self.lines.is_empty() {
            return;
        }
        while self.lines.last().is_some_and(|line| line.trim().is_empty()) {
            self.lines.pop();
            self.spans.pop();
        }
        let lines = std::mem::take(&mut self.lines);
        let spans = std::mem::take(&mut self.spans);
        let lines = if is_flat(&lines, self.base) { unflatten(&lines) } else { lines };
        let fields = outline(lines.iter().map(String::as_str).zip(spans.iter().copied()));
        let fragment = std::mem::take(&mut self.fragment);
        let told = self.context.told.as_ref().and_then(|told| told.resource.clone());
        let resource = told.or_else(|| told_by(&fields)).or_else(|| self.context.resource().map(plural)).unwrap_or_default();
        let value = |key: &str| find(&fields, key).and_then(Field::known).map(str::to_owned);
        // A node's lease is held in its name.
        let holder = || find(&fields, "Lease").and_then(|lease| lease.child("HolderIdentity")).and_then(Field::known).map(str::to_owned);
        let name = value("Name").filter(|_| !fragment).or_else(|| holder().filter(|_| resource == "nodes")).or_else(|| self.asked_name());
        let namespace = value("Namespace").filter(|it| is_name(it)).or_else(|| self.context.namespace().map(str::to_owned));
        let span = spans.first().zip(spans.last()).map(|(first, last)| first.to(*last)).unwrap_or_default();
        let described = Described { resource, namespace, name: name.unwrap_or_default(), fields, span };
        self.note(&described, fragment);
        sink.record(Record::Described(&described));
    }

    /// The one object that the command names.
    fn asked_name(&self) -> Option<String> {
        match self.context.asked.names.as_slice() {
            [one] if self.context.asked.verb == "describe" && self.count == 0 => Some(one.clone()),
            _ => None,
        }
    }

    fn note(&mut self, it: &Described, fragment: bool) {
        self.count += 1;
        self.fragments += u32::from(fragment);
        self.resources.note(Some(it.resource.as_str()).filter(|it| !it.is_empty()));
        self.names.note(Some(&it.name));
        self.namespaces.note(it.namespace.as_deref());
    }
}

impl Reading for DescribeReading {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0);
        if text.trim().is_empty() {
            // Blank lines stand between objects and inside values; what follows decides.
            let Some(next) = (1..look.len()).find(|at| !look.text(*at).trim().is_empty()) else { return 1 };
            let sure = indent(look.text(next)) > self.base || begins_object(look.from(next), self.base) || self.obvious(look.text(next));
            return if sure && next < 4 { self.push(look) } else { 0 };
        }
        if begins_object(look, self.base) && !self.lines.is_empty() {
            self.finish_object(sink);
        } else if !self.lines.is_empty() && !self.belongs(look, 0) || self.lines.len() > MOST_LINES {
            return 0;
        }
        self.push(look)
    }

    fn close(mut self: Box<Self>, sink: &mut dyn Sink) -> Part {
        self.finish_object(sink);
        let resource = self.resources.one().map(str::to_owned);
        let namespace = if self.namespaces == Common::Several { Some("*") } else { self.namespaces.one() }.map(str::to_owned);
        let taken_for = match (self.count, self.names.one().unwrap_or_default()) {
            (1, "") => phrase!("a part of a description", "详细信息的一部分"),
            (1, name) => phrase!("the description of {name}", "{name} 的详细信息", name = name),
            (n, _) => phrase!("the descriptions of {n} objects", "{n} 个对象的详细信息", n = n),
        };
        let issues = if self.fragments > 0 {
            let message = phrase!(
                "The beginning of this description is missing, and with it the object's name. Copy the whole output again.",
                "这段详细信息缺少开头，因此不知道对象的名称。请重新复制完整的输出。",
            );
            vec![Issue { span: self.span, message }]
        } else {
            Vec::new()
        };
        let sure = if self.fragments > 0 || resource.is_none() { Sure::Likely } else { Sure::Certain };
        Part { sure, resource, namespace, issues, ..Part::new("describe", self.count, taken_for) }
    }
}

impl DescribeReading {
    fn push(&mut self, look: Look<'_>) -> usize {
        self.lines.push(look.text(0).to_owned());
        self.spans.push(look.span(0));
        1
    }
}

/// Whether an object's description begins at the first line in sight, which is to be indented so far.
pub fn begins_object(look: Look<'_>, base: usize) -> bool {
    let text = look.text(0);
    let Some(value) = text.trim_start().strip_prefix("Name:") else { return false };
    let name = value.trim();
    let plain = indent(text) == base && value.starts_with([' ', '\t']) && !name.is_empty() && !name.contains(char::is_whitespace);
    let second =
        |at: usize| key(look.text(at).trim_start()).is_some_and(|(name, _)| SECOND.contains(&name)) && indent(look.text(at)) <= base + 1;
    // A volume's name is followed by `Optional`, and may stand close before keys of the object.
    let volume = key(look.text(1).trim_start()).is_some_and(|(name, _)| name == "Optional");
    plain && !volume && (second(1) || second(2))
}

/// How far a line is indented.
pub fn indent(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
