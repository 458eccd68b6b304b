//! Tables that a terminal or a mail program wrapped: which lines are one row, and what the row was.

use std::borrow::Cow;

use crate::ingest::window::Look;
use crate::parse::table::header::{Apart, Column, Header, continued, header};
use crate::parse::table::kinds::is_column;

/// No terminal is narrower.
pub const NARROWEST: usize = 40;

/// No header is wrapped into more lines.
const MOST_LINES: usize = 6;

/// How a table was wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// Lines of the header.
    pub lines: usize,
    /// Lines of a row, at least.
    pub pieces: usize,
    /// The terminal's width, where the header was wrapped as well.
    pub width: Option<usize>,
    /// The longest line so far.
    longest: usize,
}

/// How lines are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// As a terminal broke them: each but the last as wide as it is.
    Hard(Option<usize>),
    /// As a mail program broke them: at spaces, which are gone.
    Soft,
}

impl Wrap {
    /// A table of one line a row, as far as is known.
    pub fn none() -> Self {
        Self { lines: 1, pieces: 1, width: None, longest: 0 }
    }

    /// The whole header that begins at the first line in sight, whose columns are given, and how the table is wrapped.
    pub fn of(first: Header, look: Look<'_>) -> (Header, Self) {
        let mut wrap = Self { longest: (0..look.len()).map(|at| length(look.text(at))).max().unwrap_or(0), ..Self::none() };
        let mut whole = first;
        if whole.apart != Apart::Place {
            return (whole, wrap);
        }
        let like = (1..look.len().min(MOST_LINES)).take_while(|at| is_header_like(look.text(*at))).count();
        // A terminal breaks after so many characters, inside a word too.
        let width = wrap.longest;
        let hard = |lines: usize| {
            header(&joined(look, lines, Join::Hard(Some(width)))).filter(|it| it.columns.iter().all(|column| is_column(&column.name)))
        };
        if let Some((lines, more)) = (2..=like + 1).rev().find_map(|lines| Some((lines, hard(lines)?))) {
            whole = more;
            wrap.lines = lines;
        } else {
            // A mail program breaks at a space.
            while let Some(more) = continued(look.text(wrap.lines)).filter(|_| wrap.lines <= like) {
                let before = width * wrap.lines;
                whole.columns.extend(more.into_iter().map(|column| Column { start: before + column.start, ..column }));
                wrap.lines += 1;
            }
        }
        wrap.width = (wrap.lines > 1).then_some(width);
        wrap.pieces = wrap.lines;
        (whole, wrap)
    }

    /// Notes a line.
    pub fn sees(&mut self, text: &str) {
        self.longest = self.longest.max(length(text));
    }

    /// Whether the first line in sight is as long as the terminal is wide, and something follows.
    pub fn goes_on(&self, look: Look<'_>) -> bool {
        let text = look.text(0);
        look.len() > 1 && !look.text(1).trim().is_empty() && text.len() >= NARROWEST && length(text) >= self.width.unwrap_or(self.longest)
    }
}

/// Lines joined to the one they were.
pub fn joined(look: Look<'_>, lines: usize, join: Join) -> Cow<'static, str> {
    let mut whole = String::new();
    for at in 0..lines {
        let text = look.text(at);
        match join {
            Join::Soft if at > 0 => whole.extend(["   ", text.trim()]),
            Join::Soft => whole.push_str(text.trim_end()),
            Join::Hard(width) => {
                whole.push_str(text);
                // Spaces at the end of a line are lost when it is copied.
                let missing = width.map_or(0, |width| (width * (at + 1)).saturating_sub(length(&whole)));
                if at + 1 < lines {
                    whole.extend(std::iter::repeat_n(' ', missing));
                }
            }
        }
    }
    whole.into()
}

fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Whether a line holds nothing but what headers are made of, and begins no table of its own.
fn is_header_like(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || " -()%…".contains(c)) && header(text).is_none()
}
