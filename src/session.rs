//! One sitting: inputs come and go, and every analysis looks at all of them.

use std::ops::ControlFlow;

use crate::diagnose;
use crate::diagnose::dismissal::Dismissal;
use crate::ingest::decode::MakeGb18030;
use crate::ingest::origin::Origin;
use crate::ingest::sources::{STEP, Source, lines_of};
use crate::ingest::unpack::{Limits, unpack};
use crate::ingest::window::Window;
use crate::model::build::Builder;
use crate::parse::left_over::not_recognised;
use crate::parse::reader::{Read, read};
use crate::parse::told::Correction;
use crate::phrase;
use crate::report::{BlockReport, IssueReport, Report, SourceReport};
use crate::span::{SourceId, Span};
use crate::text::Phrase;

/// So many bytes of text are kept for quoting; what lies beyond is read again when a line of it is wanted.
const KEPT: usize = 64 * 1024 * 1024;
/// A line longer than this is shown around the place that matters: a whole JSON file can be one line.
const LONG_LINE: usize = 400;

/// The inputs of a sitting.
#[derive(Default)]
pub struct Session {
    inputs: Vec<Input>,
    corrections: Vec<Correction>,
    dismissals: Vec<Dismissal>,
    gb18030: Option<MakeGb18030>,
    sources: Vec<Source>,
}

/// A file or a paste.
struct Input {
    name: String,
    origin: Box<dyn Origin>,
}

impl Session {
    /// A session that can read GB18030 by the decoder given.
    pub fn with_gb18030(make: MakeGb18030) -> Self {
        Self { gb18030: Some(make), ..Self::default() }
    }

    /// Adds one input: a file's name and bytes, in any encoding, or an archive.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.add_origin(name, Box::new(bytes));
    }

    /// Adds one input that is read where it lies.
    pub fn add_origin(&mut self, name: &str, origin: Box<dyn Origin>) {
        self.inputs.push(Input { name: name.to_owned(), origin });
    }

    /// What the user says of blocks, in place of what was said before.
    pub fn correct(&mut self, corrections: Vec<Correction>) {
        self.corrections = corrections;
    }

    /// What the user has dismissed, in place of what was before.
    pub fn dismiss(&mut self, dismissals: Vec<Dismissal>) {
        self.dismissals = dismissals;
    }

    /// Judges anew what was read, after something was dismissed or taken back.
    pub fn judge(&self, report: &mut Report) {
        report.diagnosis = diagnose::diagnose(&report.cluster, &self.dismissals);
        for (cluster, diagnosis) in &mut report.others {
            *diagnosis = diagnose::diagnose(cluster, &self.dismissals);
        }
    }

    /// What identifies each text: its name and a digest of it.
    pub fn texts(&self) -> Vec<(String, u64)> {
        self.sources.iter().map(|it| (it.name.clone(), it.digest)).collect()
    }

    /// Forgets every input.
    pub fn clear(&mut self) {
        self.inputs.clear();
        self.corrections.clear();
        self.sources.clear();
    }

    /// Reads all inputs and judges what they show. Total: any bytes give a report.
    pub fn analyze(&mut self) -> Report {
        let (builder, sources) = self.read();
        let digests: Vec<u64> = self.sources.iter().map(|it| it.digest).collect();
        let mut clusters = builder.clusters(&digests).into_iter().map(|cluster| {
            let diagnosis = diagnose::diagnose(&cluster, &self.dismissals);
            (cluster, diagnosis)
        });
        let (cluster, diagnosis) = clusters.next().unwrap_or_default();
        Report { sources, cluster, diagnosis, others: clusters.collect(), shown: 0 }
    }

    /// Reads all inputs: what they say, and what each block was taken for.
    pub fn read(&mut self) -> (Builder, Vec<SourceReport>) {
        let mut builder = Builder::default();
        let mut reports: Vec<SourceReport> = Vec::new();
        self.sources.clear();
        let mut left = KEPT;
        for (at, input) in self.inputs.iter().enumerate() {
            let (sources, corrections, gb18030) = (&mut self.sources, &self.corrections, self.gb18030);
            let refused = unpack(&input.name, input.origin.as_ref(), Limits::default(), &mut |packed| {
                let id = SourceId(u32::try_from(sources.len()).unwrap_or(u32::MAX));
                let mut source = Source { name: packed.path, input: at, ..Source::default() };
                let mut read_blocks = Vec::new();
                match Window::new(id, packed.content, gb18030, left) {
                    Ok(mut window) => {
                        read_blocks = read(&mut window, &source.name, corrections, &mut builder);
                        window.finish(&mut source);
                    }
                    Err(problem) => source.problem = Some(problem),
                }
                left -= source.text.as_ref().map_or(0, String::len).min(left);
                reports.push(source_report(&source, read_blocks));
                sources.push(source);
                ControlFlow::Continue(())
            });
            for refused in refused {
                let problem = refused.why.phrase();
                // What could not be unpacked says more than what its bytes looked like.
                if let Some(known) = reports.iter_mut().find(|it| it.name == refused.path && it.blocks.is_empty()) {
                    known.problem = Some(problem);
                    continue;
                }
                let source = Source { name: refused.path, input: at, problem: Some(problem), ..Source::default() };
                reports.push(source_report(&source, Vec::new()));
                self.sources.push(source);
            }
        }
        (builder, reports)
    }

    /// The lines `from..to` (1-based) of a text.
    pub fn lines(&self, source: u32, from: u32, to: u32) -> Vec<String> {
        let Some(source) = self.sources.get(source as usize) else { return Vec::new() };
        let last = source.lines.saturating_add(1);
        let (from, to) = (from.max(1).min(last), to.min(last));
        if from >= to {
            return Vec::new();
        }
        // The last line before `from` whose place is known.
        let step = (from - 1) / STEP;
        let known = step * STEP + 1;
        let start = source.index.get(step as usize).copied().unwrap_or_default() as usize;
        match &source.text {
            Some(text) => lines_of(text.get(start..).unwrap_or_default(), known, from, to),
            None => self.lines_again(source, from, to),
        }
    }

    /// Reads a text again that was too large to be kept.
    fn lines_again(&self, source: &Source, from: u32, to: u32) -> Vec<String> {
        let Some(input) = self.inputs.get(source.input) else { return Vec::new() };
        let mut lines = Vec::new();
        unpack(&input.name, input.origin.as_ref(), Limits::default(), &mut |packed| {
            if packed.path != source.name {
                return ControlFlow::Continue(());
            }
            if let Ok(mut window) = Window::new(SourceId::default(), packed.content, self.gb18030, 0) {
                lines = window.lines(from, to);
            }
            ControlFlow::Break(())
        });
        lines
    }

    /// Source name, 1-based line and text of the line at which a span begins; of a very long line the part around it.
    pub fn line_text(&self, span: Span) -> (String, u32, String) {
        let Some(source) = self.sources.get(span.source.0 as usize) else { return (String::new(), 0, String::new()) };
        let line = self.lines(span.source.0, span.line, span.line.saturating_add(1)).into_iter().next().unwrap_or_default();
        let text = if line.len() > LONG_LINE { excerpt(source, span).unwrap_or(line) } else { line };
        (source.name.clone(), span.line, text)
    }
}

/// The text around a span in a line that is too long to be shown.
fn excerpt(source: &Source, span: Span) -> Option<String> {
    let text = source.text.as_ref()?;
    let boundary = |at: usize, forward: bool| {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at = if forward { at + 1 } else { at - 1 };
        }
        at
    };
    let from = boundary((span.start as usize).saturating_sub(LONG_LINE / 8), false);
    let to = boundary(from + LONG_LINE / 2, true);
    let line = text.get(from..to)?.split('\n').find(|part| !part.is_empty())?;
    Some(format!("…{line}…"))
}

fn source_report(source: &Source, read: Vec<Read>) -> SourceReport {
    let blocks: Vec<BlockReport> = read.into_iter().map(block_report).collect();
    let problem = source.problem.clone().or_else(|| blocks.is_empty().then(empty)).or_else(|| nothing_known(&blocks, source.lines));
    SourceReport { input: source.input, name: source.name.clone(), bytes: source.bytes, lines: source.lines, blocks, problem }
}

fn block_report(read: Read) -> BlockReport {
    let part = read.part;
    BlockReport {
        format: part.format.to_owned(),
        resource: part.resource,
        command: read.command,
        namespace: part.namespace,
        lines: read.lines,
        rows: part.rows,
        taken_for: part.taken_for,
        sure: part.sure,
        issues: part.issues.into_iter().map(|issue| IssueReport { line: issue.span.line, message: issue.message }).collect(),
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
