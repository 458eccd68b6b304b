//! YAML line by line: documents, and of a list each item by itself.

use tree::{Tree, yaml};

use crate::ingest::window::Look;
use crate::parse::format::{Context, Part, Reading, Sink, Sure};
use crate::parse::issue::Issue;
use crate::parse::objects::emit::Objects;
use crate::parse::objects::lines::Lines;
use crate::phrase;
use crate::span::Span;

/// At most so many lines that are no YAML are told one by one.
const MOST_ISSUES: usize = 5;

/// YAML that is being read.
pub struct YamlLines {
    context: Context,
    objects: Objects,
    tree: Tree,
    /// The lines of the document or item at hand.
    lines: Lines,
    /// How far the document is indented.
    base: usize,
    /// How far the items of the list at hand are indented.
    items: Option<usize>,
    list_kind: Option<String>,
    /// In a text that goes on over blank and less indented lines: how far its key is indented.
    block: Option<usize>,
    span: Span,
    fragment: bool,
}

impl YamlLines {
    /// Begins at the first line in sight.
    pub fn new(look: Look<'_>, context: &Context) -> Self {
        let text = look.text(0);
        let fragment = !text.trim_start().starts_with(['a', 'k', 'i', '-']);
        Self {
            context: context.clone(),
            objects: Objects::default(),
            tree: Tree::default(),
            lines: Lines::default(),
            base: indent(text),
            items: None,
            list_kind: None,
            block: None,
            span: look.span(0),
            fragment,
        }
    }

    /// Whether the first line in sight goes on with the document.
    fn belongs(&self, text: &str) -> bool {
        let depth = indent(text);
        let inner = text.trim_start();
        if self.block.is_some_and(|key| depth > key) || depth > self.base {
            return true;
        }
        let dash = inner.starts_with("- ") || inner == "-";
        (depth == self.base && (key(inner).is_some() || dash || inner.starts_with('#'))) || is_mark(text)
    }

    fn flush(&mut self, sink: &mut dyn Sink) {
        if self.lines.is_empty() {
            return;
        }
        let outcome = yaml::read(&self.lines.text, 0, &mut self.tree);
        for at in outcome.unread.iter().take(MOST_ISSUES) {
            let line = self.lines.text.get(..*at).unwrap_or_default().matches('\n').count();
            let span = crate::parse::record::Places::span(&self.lines, tree::Place { line, ..tree::Place::default() });
            self.objects.issues.push(Issue { span, message: not_yaml() });
        }
        if let Some(root) = self.tree.root(&self.lines.text) {
            let value = if self.items.is_some() { root.children().next().unwrap_or(root) } else { root };
            let kind = self.list_kind.clone();
            self.objects.take(value, kind.as_deref(), &self.lines, &self.context, sink);
        }
        self.lines.clear();
    }

    /// Notes what the line says of the list it is in; whether it begins an item.
    fn list(&mut self, text: &str, sink: &mut dyn Sink) {
        let depth = indent(text);
        let inner = text.trim_start();
        let dash = inner.starts_with("- ") || inner == "-";
        if let Some(items) = self.items {
            if dash && depth == items {
                self.flush(sink);
            } else if depth <= self.base && !dash {
                // The items are over: what follows belongs to the list itself.
                self.flush(sink);
                self.items = None;
            }
        }
        if self.items.is_none() && depth == self.base && inner.trim_end() == "items:" {
            self.objects.list = true;
            // Keys before the items say what the list is; they are no object.
            self.lines.clear();
            self.items = Some(usize::MAX);
        } else if self.items == Some(usize::MAX) && dash {
            self.items = Some(depth);
        }
        if self.items.is_none()
            && depth == self.base
            && let Some(("kind", kind)) = key(inner)
        {
            self.list_kind = Some(kind.trim().to_owned()).filter(|kind| kind.ends_with("List"));
        }
    }
}

impl Reading for YamlLines {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0);
        if text.trim().is_empty() {
            let Some(next) = (1..look.len()).find(|at| !look.text(*at).trim().is_empty()) else { return 1 };
            if !self.belongs(look.text(next)) || self.lines.is_empty() && self.items.is_none() && !self.objects.list {
                return 0;
            }
            self.lines.push(look);
            return 1;
        }
        if !self.belongs(text) && !(self.lines.is_empty() && self.objects.count == 0) {
            return 0;
        }
        self.span = self.span.to(look.span(0));
        if is_mark(text) && self.block.is_none() {
            self.flush(sink);
            (self.items, self.list_kind) = (None, None);
            return 1;
        }
        if self.block.is_some_and(|key| indent(text) <= key) {
            self.block = None;
        }
        if self.block.is_none() {
            self.list(text, sink);
            if text.trim_end().ends_with(['|', '>', '-', '+']) && [": |", ": >", "- |"].iter().any(|sign| text.contains(sign)) {
                self.block = Some(indent(text));
            }
        }
        if self.objects.list && self.items.is_none() {
            // Keys of the list behind its items.
            return 1;
        }
        if self.items != Some(usize::MAX) {
            self.lines.push(look);
        }
        1
    }

    fn close(mut self: Box<Self>, sink: &mut dyn Sink) -> Part {
        self.flush(sink);
        let list_kind = self.list_kind.take();
        let mut part = self.objects.close(list_kind.as_deref(), self.span, &self.context, sink);
        if self.fragment && part.format == "unknown" {
            part = Part {
                sure: Sure::Likely,
                issues: Vec::new(),
                ..Part::new("objects", 0, phrase!("a part of an object in YAML", "YAML 对象的一部分"))
            };
            let message = phrase!(
                "The beginning of this object is missing, and with it its kind and name. Copy the whole output again.",
                "这个对象缺少开头，因此不知道它的类型和名称。请重新复制完整的输出。",
            );
            part.issues.push(Issue { span: self.span, message });
        }
        part
    }
}

/// `key` and value of a line of a map, as far as it is plain.
pub fn key(inner: &str) -> Option<(&str, &str)> {
    let (key, value) = inner.split_once(':')?;
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_./\"'".contains(c));
    (plain && (value.is_empty() || value.starts_with([' ', '\r']))).then_some((key, value))
}

fn is_mark(text: &str) -> bool {
    matches!(text.trim_end(), "---" | "...") || text.starts_with("--- ")
}

fn indent(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Said of a line in YAML that is none.
fn not_yaml() -> crate::text::Phrase {
    phrase!("This line is not YAML where it stands; it was left out.", "这一行在此处不是合法的 YAML，已略过。")
}
