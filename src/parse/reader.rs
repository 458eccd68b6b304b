//! Walks a block line by line and hands each part to the format that begins there.

use crate::ingest::block::Block;
use crate::parse::asked::Asked;
use crate::parse::format::{Context, Parsed};
use crate::parse::formats::FORMATS;
use crate::parse::issue::Issue;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// A part of a block and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// First to last line.
    pub span: Span,
    /// The command above it, as typed.
    pub command: Option<String>,
    /// What was read.
    pub parsed: Parsed,
}

/// At most so many lines of one unknown part are reported one by one.
const MOST_ISSUES: usize = 5;

/// Reads a block. Total: every line ends up in a part, in order, but for blank lines between them.
pub fn read(block: &Block<'_>) -> Vec<Part> {
    let asked = block.command.as_ref().map(Asked::of).unwrap_or_default();
    let context = Context { lines: &block.lines, asked: &asked, command_seen: block.command.is_some() && asked.foreign.is_none() };
    let command = block.command.as_ref().map(|it| it.text.clone());
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    let mut unknown: Option<usize> = None;
    while at < block.lines.len() {
        if context.text(at).trim().is_empty() {
            at += 1;
            continue;
        }
        let Some(format) = FORMATS.iter().find(|format| format.begins(context, at)) else {
            unknown.get_or_insert(at);
            at += 1;
            continue;
        };
        if let Some(from) = unknown.take() {
            parts.extend(left_over(context, from, at, command.as_deref()));
        }
        let parsed = format.parse(context, at);
        let end = parsed.end.max(at + 1);
        if let (Some(first), Some(last)) = (block.lines.get(at), block.lines.get(end - 1)) {
            parts.push(Part { span: first.span.to(last.span), command: command.clone(), parsed });
        }
        at = end;
    }
    if let Some(from) = unknown {
        parts.extend(left_over(context, from, at, command.as_deref()));
    }
    parts
}

/// The lines `from..to`, which no format knows.
fn left_over(context: Context<'_>, from: usize, to: usize, command: Option<&str>) -> Option<Part> {
    let lines = context.lines.get(from..to)?;
    let mut filled = lines.iter().filter(|line| !line.text.trim().is_empty());
    let (first, last) = (filled.clone().next()?, filled.clone().next_back()?);
    let rows = filled.clone().count();
    let message = match (&context.asked.foreign, command) {
        (Some(tool), _) => phrase!(
            "Output of `{tool}`, which is not kubectl: it was not read.",
            "这是 `{tool}` 的输出，不是 kubectl 的输出，因此没有读取。",
            tool = tool,
        ),
        (None, _) if objects(&first.text) => phrase!(
            "These are objects in JSON or YAML, which this version does not read yet. Run the same command without `-o json` or `-o yaml`, or use `kubectl describe`.",
            "这是 JSON 或 YAML 格式的对象，当前版本还不能读取。请去掉 `-o json` 或 `-o yaml` 再运行一次，或使用 `kubectl describe`。",
        ),
        (None, Some(command)) => {
            phrase!("This part of the output of `{command}` was not understood.", "`{command}` 的这部分输出没有读懂。", command = command,)
        }
        (None, None) => not_recognised(),
    };
    let issues = filled.by_ref().take(MOST_ISSUES).map(|line| Issue { span: line.span, message: message.clone() }).collect();
    let taken_for = phrase!("{n} lines not understood", "{n} 行没有读懂", n = rows);
    let parsed = Parsed { format: "unknown", end: to, resource: None, namespace: None, rows: 0, taken_for, records: Vec::new(), issues };
    Some(Part { span: first.span.to(last.span), command: command.map(str::to_owned), parsed })
}

/// What is said of lines about which nothing better is known.
pub fn not_recognised() -> Phrase {
    phrase!(
        "Not recognised as kubectl output. Paste a table with its header line, or what `kubectl describe` prints.",
        "没有识别为 kubectl 的输出。请粘贴带表头的表格，或 `kubectl describe` 打印的内容。",
    )
}

/// Whether a line begins an object in JSON or YAML.
fn objects(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('{') || line.starts_with("apiVersion:") || line == "---"
}
