//! The readers that unpacking is made of: a part of other bytes, and bytes whose first ones were looked at.
//!
//! Not `Read`: of each type that is one, the page would hold a dozen methods that nobody calls.

use std::io::{self, Read};

/// Why bytes ended before their end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Whoever made the failed reader knows why, and says so: each fault is reported once.
    Noted,
    /// There should be more.
    Cut,
    /// They are not what they should be.
    Corrupt,
}

/// Bytes that come one after the other, some of which can be left out.
pub trait Stream {
    /// Fills a part of `into`; gives how much, 0 only at the end.
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault>;

    /// Leaves out so many bytes, or those that there are; gives their number.
    fn skip(&mut self, count: u64) -> Result<u64, Fault> {
        let mut scratch = [0; 4096];
        let mut left = count;
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(usize::MAX).min(scratch.len());
            let read = self.read(scratch.get_mut(..most).unwrap_or_default())?;
            if read == 0 {
                break;
            }
            left = left.saturating_sub(read as u64);
        }
        Ok(count - left)
    }
}

/// A stream as the world outside reads it.
pub struct Content<'a>(pub &'a mut dyn Stream);

impl Read for Content<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into).or(Err(io::Error::from(io::ErrorKind::Other)))
    }
}

/// Reads until `into` is full or the bytes end; gives how many there were, and what ended them.
pub fn fill(from: &mut dyn Stream, into: &mut [u8]) -> (usize, Result<(), Fault>) {
    let mut have = 0;
    while have < into.len() {
        match from.read(into.get_mut(have..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(read) => have += read,
            Err(fault) => return (have, Err(fault)),
        }
    }
    (have, Ok(()))
}

/// Reads so many bytes at most, or what there is of them and what memory holds; so many are to be expected.
pub fn read_all(from: &mut dyn Stream, most: u64, expected: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // So that it does not grow by doubling; without that much memory less may yet do.
    let _ = bytes.try_reserve_exact(usize::try_from(expected.min(most)).unwrap_or_default());
    let mut part = Part::new(from, most);
    let mut scratch = [0; 4096];
    // What fails has noted it, and what came before counts.
    while let Ok(read) = part.read(&mut scratch)
        && read > 0
        && bytes.try_reserve(read).is_ok()
    {
        bytes.extend_from_slice(scratch.get(..read).unwrap_or_default());
    }
    bytes
}

/// A number of `length` bytes at a place, little end first; 0 where there is none.
pub fn number(bytes: &[u8], at: usize, length: usize) -> u64 {
    bytes.get(at..at + length).unwrap_or_default().iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The next so many bytes of a stream, all of which must be there.
pub struct Part<'a> {
    stream: &'a mut dyn Stream,
    left: u64,
    /// Whether they were not.
    pub cut: bool,
}

impl<'a> Part<'a> {
    pub fn new(stream: &'a mut dyn Stream, length: u64) -> Self {
        Self { stream, left: length, cut: false }
    }

    /// Leaves out what is left, and so many bytes more; tells whether they were there.
    pub fn finish(&mut self, more: u64) -> Result<bool, Fault> {
        let rest = self.left.saturating_add(more);
        self.left = 0;
        Ok(!self.cut && self.stream.skip(rest)? == rest)
    }
}

impl Stream for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        if most == 0 {
            return Ok(0);
        }
        let read = self.stream.read(into.get_mut(..most).unwrap_or_default())?;
        self.left = self.left.saturating_sub(read as u64);
        self.cut |= read == 0;
        if self.cut { Err(Fault::Noted) } else { Ok(read) }
    }

    fn skip(&mut self, count: u64) -> Result<u64, Fault> {
        let most = count.min(self.left);
        let skipped = self.stream.skip(most)?;
        self.left = self.left.saturating_sub(skipped);
        self.cut |= skipped < most;
        if self.cut { Err(Fault::Noted) } else { Ok(skipped) }
    }
}

/// Bytes that tell what a file is: as many as the header of a tar has.
pub const HEAD: usize = 512;

/// A stream whose first bytes were looked at.
pub struct Peeked<'a> {
    head: [u8; HEAD],
    have: usize,
    at: usize,
    stream: &'a mut dyn Stream,
    /// Whether it failed before its first byte.
    pub failed: bool,
}

impl<'a> Peeked<'a> {
    pub fn new(stream: &'a mut dyn Stream) -> Self {
        let mut head = [0; HEAD];
        // What came before a fault counts, and the fault comes again.
        let (have, end) = fill(stream, &mut head);
        Self { head, have, at: 0, stream, failed: have == 0 && end.is_err() }
    }

    /// The first bytes.
    pub fn head(&self) -> &[u8] {
        self.head.get(..self.have).unwrap_or_default()
    }
}

impl Stream for Peeked<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        if self.at >= self.have {
            return self.stream.read(into);
        }
        let waiting = self.head.get(self.at..self.have).unwrap_or_default();
        let read = copy(waiting, into);
        self.at += read;
        Ok(read)
    }

    fn skip(&mut self, count: u64) -> Result<u64, Fault> {
        let waiting = self.have.saturating_sub(self.at);
        let first = usize::try_from(count).unwrap_or(usize::MAX).min(waiting);
        self.at += first;
        Ok(first as u64 + self.stream.skip(count - first as u64)?)
    }
}

/// Copies as many bytes as there are and have room; gives how many.
pub fn copy(from: &[u8], into: &mut [u8]) -> usize {
    let count = from.len().min(into.len());
    if let (Some(into), Some(from)) = (into.get_mut(..count), from.get(..count)) {
        into.copy_from_slice(from);
    }
    count
}
