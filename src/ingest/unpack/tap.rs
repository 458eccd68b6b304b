//! The lowest of the readers: an input's own bytes, at any place.

use std::io::ErrorKind::Interrupted;

use super::guard::Meter;
use super::stream::{Fault, Stream, copy};
use crate::ingest::origin::Origin;

/// How much of an origin is read at a time: a file that the browser holds answers slowly, however little is asked.
const AT_A_TIME: usize = 64 << 10;

/// An origin's bytes from a place on.
pub struct Tap<'a> {
    origin: &'a dyn Origin,
    size: u64,
    /// Where the next byte stands.
    at: u64,
    /// Bytes that were read before they are asked for, and where they stand.
    ahead: Vec<u8>,
    from: u64,
    meter: &'a Meter,
}

impl<'a> Tap<'a> {
    /// At the first byte.
    pub fn new(origin: &'a dyn Origin, meter: &'a Meter) -> Self {
        Self { origin, size: origin.size(), at: 0, ahead: Vec::new(), from: 0, meter }
    }

    /// Where the next byte stands.
    pub fn place(&self) -> u64 {
        self.at
    }

    /// Moves to a place; the end if there is no such place.
    pub fn go(&mut self, to: u64) {
        self.at = to.min(self.size);
    }

    /// What was read already of what comes next.
    fn waiting(&self) -> &[u8] {
        let passed = self.at.checked_sub(self.from).and_then(|by| usize::try_from(by).ok());
        passed.and_then(|by| self.ahead.get(by..)).unwrap_or_default()
    }
}

impl Stream for Tap<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        if self.meter.exhausted() {
            return Err(Fault::Noted);
        }
        if self.waiting().is_empty() {
            let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
            self.ahead = piece(self.origin, self.meter, self.at, AT_A_TIME.max(into.len()).min(left));
            self.from = self.at;
            if self.meter.exhausted() {
                return Err(Fault::Noted);
            }
        }
        let read = copy(self.waiting(), into);
        self.at += read as u64;
        self.meter.take(read);
        Ok(read)
    }

    fn skip(&mut self, count: u64) -> Result<u64, Fault> {
        let from = self.at;
        self.go(from.saturating_add(count));
        Ok(self.at.saturating_sub(from))
    }
}

/// So many bytes of an origin from a place on, as far as there are. An error is noted, whatever it is: nothing else can be done.
pub fn piece(origin: &dyn Origin, meter: &Meter, at: u64, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    let mut have = 0;
    while have < length {
        match origin.read_at(at.saturating_add(have as u64), bytes.get_mut(have..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(read) => have += read,
            Err(error) if error.kind() == Interrupted => {}
            Err(_) => {
                meter.fail();
                break;
            }
        }
    }
    bytes.truncate(have);
    bytes
}
