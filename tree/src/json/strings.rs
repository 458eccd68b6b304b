//! Strings: where they end, and what their escapes stand for.

use memchr::memchr2;

use crate::json::{Fault, first, word};

/// From the byte after the opening quote: the index of the closing quote, and whether a backslash stands between.
#[inline]
pub(super) fn end(bytes: &[u8], from: usize) -> Result<(usize, bool), Fault> {
    let mut at = from;
    let mut escaped = false;
    loop {
        at = mark(bytes, at).ok_or(Fault::Cut)?;
        if bytes.get(at) == Some(&b'"') {
            return Ok((at, escaped));
        }
        escaped = true;
        at += 2;
    }
}

/// The first quote or backslash from there on. Most strings are short: four words by hand are faster than the call.
#[inline]
fn mark(bytes: &[u8], mut at: usize) -> Option<usize> {
    for _ in 0..4 {
        let Some(word) = word(bytes, at) else { break };
        let found = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            return Some(at + first(found));
        }
        at += 8;
    }
    memchr2(b'"', b'\\', bytes.get(at..)?).map(|found| at + found)
}

/// A one in every byte.
const ONES: u64 = u64::from_le_bytes([1; 8]);

/// Marks the zero bytes of a word by their highest bit; exact up to the first one, which is all that is asked.
#[inline]
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & (ONES << 7)
}

/// Appends a string's characters with escapes resolved. What is no escape is kept as it stands.
pub(super) fn unescape(raw: &str, out: &mut String) {
    let mut rest = raw;
    while let Some((plain, after)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = after.chars();
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('u') => {
                let (c, used) = unicode(after);
                out.push(c);
                rest = after.get(used..).unwrap_or_default();
                continue;
            }
            Some(c) => out.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// `u003c`, or `ud83d\ude00`: the character, and how many bytes it took.
fn unicode(text: &str) -> (char, usize) {
    let unit = |from: usize| text.get(from..from + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let Some(first) = unit(1) else { return (char::REPLACEMENT_CHARACTER, 1) };
    if let 0xD800..0xDC00 = first
        && text.get(5..7) == Some("\\u")
        && let Some(second @ 0xDC00..0xE000) = unit(7)
    {
        let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 11);
    }
    (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 5)
}
