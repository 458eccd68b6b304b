//! logfmt: `time="2026-11-23T20:11:02Z" level=info msg="…"`.

use memchr::{memchr, memchr2};

use crate::parse::log::level::field;
use crate::parse::log::line::{Body, Line};
use crate::parse::log::said::TIMES;
use crate::parse::log::shapes::note;

/// Keys with which such lines begin.
const FIRST: &[&str] = &["time", "ts", "t", "level", "lvl", "msg", "caller", "logger", "timestamp"];

/// Reads such a line.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let Some((first, _)) = text.split_once('=') else { return false };
    if !FIRST.contains(&first) {
        return false;
    }
    let (mut level, mut said, mut dated) = (None, false, false);
    for (key, value) in Fields(text) {
        match key {
            "level" | "lvl" | "severity" => level = level.or_else(|| field(value)),
            key if TIMES.contains(&key) => dated = true,
            "msg" | "message" | "caller" => said = true,
            _ => {}
        }
        // All that a line without a fault is asked for.
        if level.is_some() && said {
            break;
        }
    }
    if level.is_none() && !(said && dated) {
        return false;
    }
    note(line, 1 + u8::from(said && (dated || level.is_some())), level.unwrap_or_default(), text);
    line.body = Body::Logfmt;
    true
}

/// Keys and values, quotes removed.
pub struct Fields<'a>(pub &'a str);

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.0.trim_start_matches(' ');
            let end = memchr2(b'=', b' ', rest.as_bytes())?;
            let (key, after) = rest.split_at_checked(end)?;
            let Some(value) = after.strip_prefix('=') else {
                // A word without a value.
                self.0 = after;
                continue;
            };
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => until_quote(quoted),
                None => value.split_at_checked(memchr(b' ', value.as_bytes()).unwrap_or(value.len()))?,
            };
            self.0 = after;
            return Some((key, value));
        }
    }
}

/// The text up to the quote that ends it, and what follows; all of it if none does.
fn until_quote(text: &str) -> (&str, &str) {
    let mut at = 0;
    while let Some(found) = text.as_bytes().get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        let end = at + found;
        if text.as_bytes().get(end) == Some(&b'"') {
            return (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default());
        }
        at = end + 2;
    }
    (text, "")
}
