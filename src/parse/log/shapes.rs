//! The shapes of lines in logs, told apart by their first byte. A line may have several, one in the other: syslog around klog.

use crate::parse::log::line::Line;
use crate::parse::record::Level;

pub mod bracketed;
pub mod dated;
pub mod json;
pub mod klog;
pub mod leveled;
pub mod logfmt;
pub mod plain;
pub mod syslog;

/// So many shapes may stand in each other: what the container runtime, syslog and the program put before the message.
const DEEPEST: u8 = 4;

/// Reads a line, or what is left of it, as what it looks like; whether it looks like anything.
pub fn shape<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    if depth > DEEPEST {
        return false;
    }
    match text.as_bytes() {
        [b'I' | b'W' | b'E' | b'F', b'0'..=b'9', ..] => klog::read(text, line),
        [b'{', ..] => json::read(text, line, depth),
        [b'[', ..] => bracketed::read(text, line, depth),
        [b'0'..=b'9', ..] => dated::read(text, line, depth),
        [b'a'..=b'z', ..] => logfmt::read(text, line) || plain::read(text, line),
        [b'A'..=b'Z', ..] => syslog::read(text, line, depth) || leveled::read(text, line) || plain::read(text, line),
        [] => false,
        _ => plain::read(text, line),
    }
}

/// Reads what follows something that was understood: another shape, or the message.
pub fn inner<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) {
    if !shape(text, line, depth + 1) {
        line.rest = text;
    }
}

/// Notes what was understood; what stood further out counts for more, where both tell.
fn note<'a>(line: &mut Line<'a>, weight: u8, level: Level, rest: &'a str) {
    line.weight = line.weight.max(weight);
    line.level = if level == Level::Unknown { line.level } else { level };
    line.rest = rest;
}
