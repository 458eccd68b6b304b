//! JSON, as kubectl and jq print it: pretty or on one line, cut anywhere, several documents after each other.

pub mod documents;
mod read;
pub mod skip;
mod strings;

pub use crate::json::read::{Filter, read};

/// Why a value could not be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text ends inside it.
    Cut,
    /// This byte cannot stand here.
    Bad(usize),
}

/// Eight spaces: pretty JSON is mostly these, and a word at a time is faster than a byte.
const SPACES: u64 = u64::from_le_bytes([b' '; 8]);

/// Passes over white space and counts line ends.
#[inline]
fn blank(bytes: &[u8], at: usize, line: &mut usize) -> usize {
    if bytes.get(at).is_some_and(|byte| *byte > b' ') { at } else { blanks(bytes, at, line) }
}

fn blanks(bytes: &[u8], mut at: usize, line: &mut usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b' ') => at = spaces(bytes, at + 1),
            Some(b'\n') => {
                *line += 1;
                at = spaces(bytes, at + 1);
            }
            Some(b'\t' | b'\r') => at += 1,
            _ => return at,
        }
    }
}

/// Passes over spaces.
#[inline]
fn spaces(bytes: &[u8], mut at: usize) -> usize {
    while let Some(odd) = word(bytes, at).map(|word| word ^ SPACES) {
        if odd != 0 {
            return at + first(odd);
        }
        at += 8;
    }
    while bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

/// The eight bytes that begin there, the first one lowest.
#[inline]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}

/// The place of the first byte that is not zero.
#[inline]
fn first(word: u64) -> usize {
    (word.trailing_zeros() / 8) as usize
}
