//! A source → its blocks: at each prompt a new one begins.

use crate::ingest::block::{Block, Line};
use crate::ingest::clean::clean;
use crate::ingest::command::Command;
use crate::ingest::frame::Frame;
use crate::ingest::prompt::prompted;
use crate::ingest::sources::{Source, offset};
use crate::span::{SourceId, Span};

/// Cuts one source into blocks, in order. Every line is in exactly one block, but for prompts and code fences.
pub fn segment(id: SourceId, source: &Source) -> Vec<Block<'_>> {
    let frame = Frame::of(source.text.lines());
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut current = Block::default();
    let mut lines = lines(id, &source.text).peekable();
    while let Some((raw, span)) = lines.next() {
        let text = frame.strip(clean(raw));
        if text.trim_start().starts_with("```") || text.trim_start().starts_with("~~~") {
            finish(&mut blocks, &mut current);
            continue;
        }
        let Some(prompt) = prompted(&text) else {
            current.lines.push(Line { text, span });
            continue;
        };
        let mut typed = prompt.typed.to_owned();
        let mut whole = span;
        while typed.ends_with('\\') {
            let Some((more, next)) = lines.next() else { break };
            typed.pop();
            typed.push_str(clean(more).trim());
            whole = whole.to(next);
        }
        finish(&mut blocks, &mut current);
        if !typed.is_empty() {
            current.command = Some(Command::parse(&typed, whole));
        }
    }
    finish(&mut blocks, &mut current);
    blocks
}

fn finish<'a>(blocks: &mut Vec<Block<'a>>, current: &mut Block<'a>) {
    let block = std::mem::take(current);
    if block.command.is_some() || block.lines.iter().any(|line| !line.text.trim().is_empty()) {
        blocks.push(block);
    }
}

/// The lines of a text with their spans, without line ends.
fn lines(source: SourceId, text: &str) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let bare = line.trim_end_matches(['\n', '\r']);
        let span = Span { source, start: offset(start), end: offset(start + bare.len()) };
        start += line.len();
        (line.trim_end_matches('\n'), span)
    })
}
