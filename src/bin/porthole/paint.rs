//! Tones → terminal colours. Whether the terminal takes them is decided where it is written to.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use porthole::diagnose::finding::Severity;
use porthole::share::text::{Piece, Tone};

/// Joins pieces into one text with ANSI codes.
pub fn paint(pieces: &[Piece]) -> String {
    let mut page = String::new();
    for piece in pieces {
        let style = style(piece.tone);
        // Writing to a String cannot fail.
        let _ = write!(page, "{style}{}{style:#}", piece.text);
    }
    page
}

/// Bold and the eight named colours only: they follow the reader's own theme, dark or light.
fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Dim => Style::new().dimmed(),
        Tone::Quoted => AnsiColor::Cyan.on_default(),
        Tone::Command => AnsiColor::Green.on_default(),
        Tone::Rank(Severity::Critical) => AnsiColor::Red.on_default().bold(),
        Tone::Rank(Severity::Warning) => AnsiColor::Yellow.on_default().bold(),
        Tone::Rank(Severity::Info) => AnsiColor::Blue.on_default(),
    }
}
