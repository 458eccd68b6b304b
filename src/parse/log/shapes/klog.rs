//! klog and glog: `E1123 20:54:37.003297   10174 file.go:265] message`.

use memchr::memmem;

use crate::parse::log::clock::fits;
use crate::parse::log::level::letter;
use crate::parse::log::line::{Body, Line};
use crate::parse::log::shapes::note;
use crate::parse::record::Level;

/// Date, time and the dot before the fraction; the letter stands before.
const HEAD: &str = "9999 99:99:99.";
/// The header is no longer.
const LONGEST: usize = 160;

/// Reads such a line.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    let (Some(first), Some(after)) = (text.as_bytes().first(), text.get(1..)) else { return false };
    if !fits(after, HEAD) {
        return false;
    }
    note(line, 2, letter(*first).unwrap_or_default(), text);
    line.body = Body::Klog;
    true
}

/// Reads a line of which the letter was not copied.
pub fn read_headless<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    if !fits(text, HEAD) || split(text).is_none() {
        return false;
    }
    note(line, 2, Level::Unknown, text);
    line.body = Body::Klog;
    true
}

/// The file that speaks, with its line, and the message.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let near = text.as_bytes().get(..text.len().min(LONGEST))?;
    let end = memmem::find(near, b"] ")?;
    let caller = text.get(..end)?.rsplit(' ').next()?;
    Some((caller, text.get(end + 2..)?))
}
