//! One sitting: inputs come and go, and every analysis looks at all of them.

use crate::diagnose;
use crate::ingest::segment::segment;
use crate::ingest::sources::{Source, Sources, offset};
use crate::model::build::{Records, build};
use crate::order;
use crate::parse::reader::{Part, not_recognised, read};
use crate::phrase;
use crate::report::{BlockReport, IssueReport, Report, SourceReport};
use crate::span::{SourceId, Span};
use crate::text::Phrase;

/// The inputs of a sitting.
#[derive(Debug, Default)]
pub struct Session {
    sources: Sources,
}

impl Session {
    /// Adds one input: a file's name and bytes, in any encoding.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.sources.add(name, bytes);
    }

    /// Forgets every input.
    pub fn clear(&mut self) {
        self.sources = Sources::default();
    }

    /// Reads all inputs and judges what they show. Total: any bytes give a report.
    pub fn analyze(&self) -> Report {
        let parts: Vec<(SourceId, Vec<Part>)> =
            self.sources.iter().map(|(id, source)| (id, segment(id, source).iter().flat_map(read).collect())).collect();
        let cluster = build(&self.records(&parts));
        let diagnosis = diagnose::diagnose(&cluster);
        let sources = parts.iter().filter_map(|(id, parts)| Some(source_report(self.sources.get(*id)?, parts))).collect();
        Report { sources, cluster, diagnosis }
    }

    /// The lines `from..to` (1-based) of an input's text.
    pub fn lines(&self, source: u32, from: u32, to: u32) -> Vec<String> {
        let Some(source) = self.sources.get(SourceId(source)) else { return Vec::new() };
        (from..to).map_while(|line| source.line(line)).map(str::to_owned).collect()
    }

    /// Source name, 1-based line and text of the line at which a span begins.
    pub fn line_text(&self, span: Span) -> (String, u32, String) {
        let Some(source) = self.sources.get(span.source) else { return (String::new(), 0, String::new()) };
        let line = source.line_of(span.start);
        (source.name.clone(), line, source.line(line).unwrap_or_default().to_owned())
    }

    /// Records in an order that depends on what the inputs say, not on the order in which they came. An input that says
    /// the same as another one is read once.
    fn records<'a>(&self, parts: &'a [(SourceId, Vec<Part>)]) -> Vec<Records<'a>> {
        let text = |id: SourceId| self.sources.get(id).map(|source| source.text.trim()).unwrap_or_default();
        let mut sorted: Vec<&(SourceId, Vec<Part>)> = parts.iter().collect();
        order::sort_by_key(&mut sorted, |(id, _)| text(*id));
        sorted.dedup_by_key(|(id, _)| text(*id));
        sorted.into_iter().flat_map(|(_, parts)| parts).map(|part| part.parsed.records.as_slice()).collect()
    }
}

fn source_report(source: &Source, parts: &[Part]) -> SourceReport {
    let blocks: Vec<BlockReport> = parts.iter().map(|part| block_report(source, part)).collect();
    let lines = offset(source.line_starts.len());
    let problem = source
        .problem
        .clone()
        .or_else(|| (lines == 0 || source.text.trim().is_empty()).then(empty))
        .or_else(|| nothing_known(&blocks, lines));
    SourceReport { name: source.name.clone(), bytes: source.bytes, lines, line_starts: source.line_starts.clone(), blocks, problem }
}

fn block_report(source: &Source, part: &Part) -> BlockReport {
    let parsed = &part.parsed;
    let issues =
        parsed.issues.iter().map(|issue| IssueReport { line: source.line_of(issue.span.start), message: issue.message.clone() }).collect();
    BlockReport {
        format: parsed.format.to_owned(),
        resource: parsed.resource.as_deref().map(|it| crate::model::kind::Kind::parse(it).plural().to_owned()),
        command: part.command.clone(),
        namespace: parsed.namespace.clone(),
        lines: (source.line_of(part.span.start), source.line_of(part.span.end.saturating_sub(1).max(part.span.start))),
        rows: parsed.rows,
        taken_for: parsed.taken_for.clone(),
        issues,
    }
}

fn empty() -> Phrase {
    phrase!(
        "There is no text in it. Run `kubectl get pods -A -o wide` and paste what it prints.",
        "里面没有文字。请运行 `kubectl get pods -A -o wide`，再粘贴它的输出。",
    )
}

/// Where no block was understood: the best reason that a block gives, else what to run instead.
fn nothing_known(blocks: &[BlockReport], lines: u32) -> Option<Phrase> {
    if blocks.iter().any(|block| block.format != "unknown") {
        return None;
    }
    let generic = not_recognised();
    let better = blocks.iter().flat_map(|block| &block.issues).map(|issue| &issue.message).find(|message| **message != generic);
    Some(better.cloned().unwrap_or_else(|| {
        let saw = if lines == 1 {
            phrase!("Its one line was not recognised as kubectl output.", "唯一的一行没有识别为 kubectl 的输出。")
        } else {
            phrase!(
                "None of its {lines} lines was recognised as kubectl output.",
                "这 {lines} 行都没有识别为 kubectl 的输出。",
                lines = lines
            )
        };
        let run = phrase!(
            "Run `kubectl get pods -A -o wide` and paste everything it prints, with the header line.",
            "请运行 `kubectl get pods -A -o wide`，粘贴它打印的全部内容，包括表头。",
        );
        Phrase { en: format!("{} {}", saw.en, run.en), zh: format!("{}{}", saw.zh, run.zh) }
    }))
}
