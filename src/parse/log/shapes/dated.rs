//! Lines that begin with a date or a time, and access logs, which begin with an address.

use crate::parse::log::clock::{date_time, fits, syslog_chinese, time_of_day};
use crate::parse::log::line::Line;
use crate::parse::log::shapes::{inner, klog, leveled, note, shape, syslog};
use crate::parse::record::Level;

/// Reads a line that begins with a digit.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    if let Some((time, rest)) = date_time(text) {
        // Only Go's log package writes slashes; a date in the other form may begin the rows of any list.
        let slashes = u8::from(depth == 0 && time.contains('/') && rest.starts_with([' ', '.']));
        set_time(line, time, rest);
        return after_time(rest, line, depth) || {
            note(line, slashes, Level::Unknown, rest.trim_start());
            true
        };
    }
    if let Some((time, rest)) = time_of_day(text) {
        let Some((level, message)) = leveled::ahead(rest) else { return false };
        set_time(line, time, rest);
        note(line, 1, level, message);
        return true;
    }
    if let Some((time, rest)) = syslog_chinese(text) {
        set_time(line, time, rest);
        return syslog::tagged(rest, line, depth);
    }
    klog::read_headless(text, line) || redis(text, line) || access(text, line)
}

fn set_time<'a>(line: &mut Line<'a>, time: &'a str, rest: &'a str) {
    // The outer time is the one that names its zone.
    if line.time.is_empty() {
        (line.time, line.after_time) = (time, rest);
    }
}

/// Reads what follows a time; whether it tells anything.
pub fn after_time<'a>(rest: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    let bare = rest.trim_start_matches([' ', '\t', '|']);
    // The container runtime's own form: stream, and whether the line is whole.
    if let Some(tagged) = bare.strip_prefix("stdout ").or_else(|| bare.strip_prefix("stderr "))
        && let Some(message) =
            tagged.strip_prefix("F ").or_else(|| tagged.strip_prefix("P ")).or_else(|| matches!(tagged, "F" | "P").then_some(""))
    {
        note(line, 2, Level::Unknown, message);
        inner(message, line, depth);
        return true;
    }
    if syslog::tagged(rest, line, depth) {
        return true;
    }
    // A level in what looks like another shape is that of the line; so is a shape that only the line has.
    if shape(bare, line, depth + 1) && line.weight > 0 {
        return true;
    }
    let Some((level, message)) = leveled::ahead(rest) else { return false };
    note(line, 1, level, message);
    true
}

/// `1:M 23 Nov 2026 20:00:00.123 # message`.
fn redis<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let Some((process, rest)) = text.split_once(':') else { return false };
    if process.len() > 7 || !fits(rest, "A 99 AAA 9999 99:99:99.999 ") {
        return false;
    }
    let rest = rest.get(27..).unwrap_or_default();
    let level = match rest.as_bytes().first() {
        Some(b'#') => Level::Warning,
        Some(b'.') => Level::Debug,
        _ => Level::Info,
    };
    note(line, 1, level, rest.get(2..).unwrap_or_default());
    true
}

/// `10.0.0.1 - - [23/Nov/2026:20:00:00 +0000] "GET / HTTP/1.1" 200 612`: whatever stands in the request is no fault of the server.
fn access<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let Some((before, after)) = text.split_once("] \"") else { return false };
    if before.len() > 160 || !before.contains(" [") || !after.contains(" HTTP/") {
        return false;
    }
    note(line, 1, Level::Info, after);
    true
}
