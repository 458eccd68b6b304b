//! Lines that name their level in a word: `ERROR message`, `WARNING:root:message`, and what follows a time.

use crate::parse::log::level::{capitals, letter, word};
use crate::parse::log::line::Line;
use crate::parse::log::shapes::{klog, note};
use crate::parse::record::Level;

/// So many words may stand between the time and the level: a zone, a thread, a process, a logger.
const WORDS_BEFORE: usize = 5;
/// What is longer belongs to the message.
const LONGEST_GROUP: usize = 80;

/// Reads a line that begins with its level.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (first, rest) = text.split_at_checked(letters).unwrap_or_default();
    let Some(level) = capitals(first) else { return ruby(text, line) };
    if !rest.starts_with([' ', ':', '\t', '[', '|', '(', ']']) {
        return false;
    }
    // What glog says before every line when nobody told it where to write.
    if let Some(line_of_glog) = rest.strip_prefix(": logging before flag.Parse: ") {
        return klog::read(line_of_glog, line);
    }
    // `FATA[0003] …`: logrus on a terminal.
    let rest = rest.strip_prefix('[').and_then(|it| it.split_once(']')).map_or(rest, |(_, message)| message);
    note(line, 1, level, rest.trim_start_matches([' ', ':', '\t', '|', '-']));
    true
}

/// `E, [2026-11-23T20:00:00.1 #1] ERROR -- : message`.
fn ruby<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let [first, b',', b' ', b'[', ..] = text.as_bytes() else { return false };
    let (Some(level), Some((_, message))) = (letter(*first), text.split_once(" -- ")) else { return false };
    note(line, 1, level, message);
    true
}

/// The level in what follows a time, and the message after it.
pub fn ahead(text: &str) -> Option<(Level, &str)> {
    let mut rest = text;
    for at in 0..WORDS_BEFORE {
        let tab = rest.starts_with('\t');
        rest = rest.trim_start_matches([' ', '\t', '|']);
        rest = rest.strip_prefix("- ").unwrap_or(rest).trim_start();
        // `[main]`, `[  error ]`, `<error>`.
        if let Some((group, after)) = group(rest) {
            if let Some(level) = word(group.trim()) {
                return Some((level, message(after)));
            }
            rest = after;
            continue;
        }
        let end = rest.find([' ', '\t', '|']).unwrap_or(rest.len());
        let (first, after) = rest.split_at_checked(end)?;
        // capnslog: `W | etcdserver: …`.
        if let ([one], true) = (first.as_bytes(), after.starts_with(" | ")) {
            return letter(*one).map(|level| (level, message(after)));
        }
        let bare = first.trim_end_matches([':', ',']);
        let small = tab && after.starts_with('\t') || at == 0 && first.ends_with(':');
        if let Some(level) = capitals(bare).or_else(|| word(bare).filter(|_| small)) {
            return Some((level, message(after)));
        }
        // Spring writes the level against the process: `INFO 1 --- [main]`; others against a bracket: `ERROR[main]`.
        if let Some((level, after)) = first.find(['[', '(']).and_then(|at| Some((capitals(first.get(..at)?)?, rest.get(at..)?))) {
            return Some((level, message(after)));
        }
        rest = after;
    }
    None
}

/// What stands in brackets at the beginning, and what follows.
fn group(text: &str) -> Option<(&str, &str)> {
    let close = match text.as_bytes().first()? {
        b'[' => ']',
        b'<' => '>',
        b'(' => ')',
        _ => return None,
    };
    let (inside, after) = text.get(1..)?.split_once(close)?;
    (inside.len() <= LONGEST_GROUP).then_some((inside, after))
}

fn message(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '|', '-', ':', ']'])
}
