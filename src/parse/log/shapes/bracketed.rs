//! Lines that begin with a bracket: `[INFO] plugin/reload: …`, `[2026-11-23T20:00:00,000][WARN ][…] …`, the kernel's `[ 123.456] …`.

use crate::parse::log::clock::{date_time, weekday};
use crate::parse::log::level::word;
use crate::parse::log::line::Line;
use crate::parse::log::shapes::{dated, inner, note};
use crate::parse::record::Level;

/// Reads such a line.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    let Some((inside, rest)) = text.get(1..).and_then(|it| it.split_once(']')) else { return false };
    let inside = inside.trim();
    if let Some(pod) = inside.strip_prefix("pod/") {
        line.pod = pod;
        note(line, 2, Level::Unknown, rest.trim_start());
        inner(rest.trim_start(), line, depth);
        return true;
    }
    // `[WARN  tini (7)]`.
    let level = word(inside).or_else(|| inside.split_once("  ").and_then(|(first, _)| word(first)));
    if let Some(level) = level {
        let message = rest.trim_start_matches([' ', ':', '-']);
        if message.starts_with("plugin/") {
            line.program = "coredns";
        }
        note(line, 1 + u8::from(message.starts_with("plugin/")), level, message);
        return true;
    }
    if let Some((time, after)) = date_time(inside) {
        if line.time.is_empty() {
            (line.time, line.after_time) = (time, after);
        }
        // `[2026-11-23T20:00:00.1Z INFO crate] …`.
        let level = word(after.split_whitespace().next().unwrap_or_default());
        return dated::after_time(rest, line, depth) || {
            note(line, u8::from(level.is_some()), level.unwrap_or_default(), rest.trim_start());
            true
        };
    }
    if is_uptime(inside) || weekday(inside) {
        line.program = "kernel";
        note(line, 1, Level::Unknown, rest.trim_start());
        return true;
    }
    if matches!(inside, "GIN" | "GIN-debug") {
        note(line, 1, Level::Info, rest.trim_start());
        return true;
    }
    false
}

/// `12345.678901`, `+0.000012`: seconds since the kernel began, or since the line before.
fn is_uptime(text: &str) -> bool {
    let seconds = text.trim_start_matches(['+', ' ']);
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    seconds.split_once('.').is_some_and(|(whole, fraction)| number(whole) && fraction.len() == 6 && number(fraction))
}
