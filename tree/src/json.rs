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

/// Spaces, as many as a line of pretty JSON begins with at most.
const SPACES: [u8; 64] = [b' '; 64];

/// Passes over white space and counts line ends. `indent` is how far the last line was indented: the next one mostly is as well,
/// and comparing is faster than looking at each space.
#[inline]
fn blank(bytes: &[u8], mut at: usize, line: &mut usize, indent: &mut usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b'\n') => {
                *line += 1;
                at += 1;
                let from = at;
                if bytes.get(at..at + *indent).is_some_and(|it| Some(it) == SPACES.get(..*indent)) {
                    at += *indent;
                }
                while bytes.get(at) == Some(&b' ') {
                    at += 1;
                }
                *indent = (at - from).min(SPACES.len());
            }
            Some(b' ' | b'\t' | b'\r') => at += 1,
            _ => return at,
        }
    }
}
