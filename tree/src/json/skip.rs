//! Finding the end of a value without looking into it.

use memchr::{memchr, memrchr};

use crate::json::{Fault, strings};

/// One past the value that begins at `from`, and how many line ends it holds.
pub fn skip(bytes: &[u8], from: usize) -> Result<(usize, usize), Fault> {
    match bytes.get(from) {
        None => Err(Fault::Cut),
        Some(b'"') => strings::end(bytes, from + 1).map(|(end, _)| (end + 1, 0)),
        Some(b'{' | b'[') => by_indent(bytes, from).map_or_else(|| by_brackets(bytes, from), Ok),
        Some(_) => scalar(bytes, from).map(|end| (end, 0)),
    }
}

/// One past a number or word.
pub(super) fn scalar(bytes: &[u8], from: usize) -> Result<usize, Fault> {
    let rest = bytes.get(from..).unwrap_or_default();
    let len = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'))).ok_or(Fault::Cut)?;
    if len == 0 { Err(Fault::Bad(from)) } else { Ok(from + len) }
}

/// In pretty JSON a container ends at the first line that is indented as the line on which it began: no string holds a line end,
/// so that line by line is enough. `None` where the text is not of that form, or ends before.
fn by_indent(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    if bytes.get(from + 1) != Some(&b'\n') {
        return None;
    }
    let begin = memrchr(b'\n', bytes.get(..from)?).map_or(0, |at| at + 1);
    let indent = bytes.get(begin..)?.iter().take_while(|byte| **byte == b' ').count();
    let mut at = from + 1;
    let mut lines = 0;
    loop {
        at += memchr(b'\n', bytes.get(at..)?)? + 1;
        lines += 1;
        // The line is deeper, ends the container, or this is no pretty JSON.
        let head = bytes.get(at..=at + indent)?;
        let (last, blanks) = head.split_last()?;
        if blanks.iter().any(|byte| *byte != b' ') {
            return None;
        }
        match last {
            b' ' => {}
            b'}' | b']' => return Some((at + indent + 1, lines)),
            _ => return None,
        }
    }
}

fn by_brackets(bytes: &[u8], from: usize) -> Result<(usize, usize), Fault> {
    let (mut depth, mut lines, mut at) = (0_usize, 0_usize, from);
    loop {
        match bytes.get(at) {
            None => return Err(Fault::Cut),
            Some(b'"') => at = strings::end(bytes, at + 1)?.0,
            Some(b'{' | b'[') => depth += 1,
            Some(b'}' | b']') => {
                depth -= 1;
                if depth == 0 {
                    return Ok((at + 1, lines));
                }
            }
            Some(b'\n') => lines += 1,
            Some(_) => {}
        }
        at += 1;
    }
}
