//! [`Block`]s → text for a terminal, as pieces with a tone. Knows columns; colours are the terminal program's.

use crate::diagnose::finding::Severity;
use crate::share::document::{Block, Command, Quotation};
use crate::share::words;
use crate::share::wrap::{columns, wrap};
use crate::text::Lang;

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    Plain,
    /// A heading.
    Strong,
    /// Places, tags, purposes.
    Dim,
    /// A line of the user's own text.
    Quoted,
    /// A command to run.
    Command,
    /// The rank of an incident or finding.
    Rank(Severity),
}

/// Text of one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How it is meant.
    pub tone: Tone,
    /// The text, with line ends.
    pub text: String,
}

/// Renders blocks in lines of about `width` columns; quoted lines and commands are never broken.
pub fn text(blocks: &[Block], lang: Lang, width: usize) -> Vec<Piece> {
    let mut page = Page { lang, width, pieces: Vec::new() };
    for (at, block) in blocks.iter().enumerate() {
        let gap =
            matches!(block, Block::Title(_) | Block::Heading { .. } | Block::Label(_)) || !matches!(block, Block::Item { .. }) && at == 1;
        if gap && at > 0 {
            page.put(Tone::Plain, "\n");
        }
        page.block(block);
    }
    page.pieces
}

struct Page {
    lang: Lang,
    width: usize,
    pieces: Vec<Piece>,
}

impl Page {
    fn put(&mut self, tone: Tone, text: impl Into<String>) {
        self.pieces.push(Piece { tone, text: text.into() });
    }

    /// A paragraph: its first line after what was already put on the line, the others at `indent`.
    fn fill(&mut self, tone: Tone, first: &str, indent: usize, text: &str) {
        let lines = wrap(text, self.width.saturating_sub(indent).max(20));
        for (at, line) in lines.iter().enumerate() {
            let lead = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
            self.put(Tone::Plain, lead);
            self.put(tone, format!("{line}\n"));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { severity: Some(severity), text } => {
                let rank = format!("{}  ", words::severity(*severity).get(self.lang));
                let indent = columns(&rank);
                self.put(Tone::Rank(*severity), rank);
                self.fill(Tone::Strong, "", indent, text);
            }
            Block::Title(text) | Block::Heading { severity: None, text } => self.fill(Tone::Strong, "", 0, text),
            Block::Label(text) => self.fill(Tone::Strong, "  ", 2, text),
            Block::Statement { severity, text, tag } => {
                self.put(Tone::Rank(*severity), "  ■ ");
                self.fill(Tone::Plain, "", 4, text);
                self.put(Tone::Dim, format!("    [{tag}]\n"));
            }
            Block::Paragraph(text) => self.fill(Tone::Plain, "    ", 4, text),
            Block::Item { depth, text } => {
                let indent = 4 + 2 * depth;
                self.fill(Tone::Plain, &format!("{}- ", " ".repeat(indent - 2)), indent, text);
            }
            Block::Quotes(quotations) => quotations.iter().for_each(|it| self.quotation(it)),
            Block::Commands(commands) => commands.iter().for_each(|it| self.command(it)),
        }
    }

    fn quotation(&mut self, it: &Quotation) {
        self.put(Tone::Dim, format!("      {}", it.place));
        if !it.note.is_empty() {
            self.put(Tone::Dim, format!("  {}", it.note));
        }
        self.put(Tone::Quoted, format!("\n      │ {}\n", it.text));
    }

    fn command(&mut self, it: &Command) {
        let prompt = it.node.as_ref().map_or_else(|| "$ ".to_owned(), |node| format!("[{node}]# "));
        self.put(Tone::Dim, format!("      {prompt}"));
        self.put(Tone::Command, format!("{}\n", it.command));
        if !it.purpose.is_empty() {
            self.fill(Tone::Dim, "          ", 10, &it.purpose);
        }
    }
}
