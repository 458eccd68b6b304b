//! Limits of what is unpacked, so that no archive exhausts the memory or the patience of whoever opens it.

use std::cell::Cell;

use super::crc::crc;
use super::refusal::{Damage, Refusal};
use super::stream::{Fault, Stream};

/// How far unpacking goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes that all decoders of one input may give.
    pub total: u64,
    /// How many times as many bytes as it takes a decoder may give.
    pub ratio: u64,
    /// Bytes that a decoder is taken to have read before its first, for those that wait in the buffers below it. Times the ratio
    /// it is what every decoder may give in any case: 32 MiB.
    pub spare: u64,
    /// Entries of one input, those of nested archives included.
    pub entries: u32,
    /// Archives inside each other; a gzip around one does not count by itself.
    pub depth: u8,
    /// Bytes of zip files inside other archives that are held in memory at a time.
    pub held: u64,
    /// Things not opened that are listed one by one.
    pub listed: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { total: 8 << 30, ratio: 500, spare: 64 << 10, entries: 200_000, depth: 3, held: 64 << 20, listed: 1_000 }
    }
}

/// What an input has taken and given so far. All readers of one input share it.
pub struct Meter {
    pub limits: Limits,
    /// Bytes read of the input, or of a zip that is held in memory.
    taken: Cell<u64>,
    /// Bytes that decoders gave.
    given: Cell<u64>,
    over: Cell<bool>,
    unreadable: Cell<bool>,
}

impl Meter {
    pub fn new(limits: Limits) -> Self {
        let none = || Cell::new(0);
        Self { limits, taken: none(), given: none(), over: Cell::new(false), unreadable: Cell::new(false) }
    }

    /// Notes bytes that were read.
    pub fn take(&self, count: usize) {
        self.taken.set(self.taken.get().saturating_add(count as u64));
    }

    /// Notes that the input itself cannot be read on.
    pub fn fail(&self) {
        self.unreadable.set(true);
    }

    pub fn unreadable(&self) -> bool {
        self.unreadable.get()
    }

    /// Whether nothing more can come.
    pub fn exhausted(&self) -> bool {
        self.over.get() || self.unreadable.get()
    }

    /// Notes bytes that a decoder gave; tells whether these were too many.
    fn give(&self, count: usize) -> bool {
        self.given.set(self.given.get().saturating_add(count as u64));
        self.over.set(self.over.get() || self.given.get() > self.limits.total);
        self.over.get()
    }
}

/// Size and checksum that a zip promises.
#[derive(Clone, Copy)]
pub struct Promise {
    pub size: u64,
    pub crc: u32,
}

/// A decoder that is watched. Its first fault ends it; whoever made the guard reports it.
pub struct Guard<'a> {
    decoder: &'a mut dyn Stream,
    meter: &'a Meter,
    promise: Option<Promise>,
    crc: u32,
    begun: u64,
    given: u64,
    /// Why it ended early. A fault of what lies below is reported there.
    pub fault: Option<Refusal>,
}

impl<'a> Guard<'a> {
    pub fn new(decoder: &'a mut dyn Stream, meter: &'a Meter, promise: Option<Promise>) -> Self {
        Self { decoder, meter, promise, crc: 0, begun: meter.taken.get(), given: 0, fault: None }
    }

    /// What is wrong after more bytes came, or after the last.
    fn check(&mut self, bytes: &[u8]) -> Option<Refusal> {
        let limits = &self.meter.limits;
        self.given += bytes.len() as u64;
        if self.meter.give(bytes.len()) {
            return Some(Refusal::TooLarge(limits.total));
        }
        let taken = (self.meter.taken.get() - self.begun).saturating_add(limits.spare);
        if self.given > taken.saturating_mul(limits.ratio) {
            return Some(Refusal::Bomb(limits.ratio));
        }
        let promise = self.promise.as_ref()?;
        self.crc = crc(self.crc, bytes);
        let kept = !bytes.is_empty() || promise.size == self.given && promise.crc == self.crc;
        (!kept).then_some(Refusal::Damaged(Damage::Corrupt))
    }
}

impl Stream for Guard<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        if self.fault.is_some() || self.meter.exhausted() {
            return Err(Fault::Noted);
        }
        if into.is_empty() {
            return Ok(0);
        }
        let read = self.decoder.read(into);
        self.fault = match read {
            Ok(count) => self.check(into.get(..count).unwrap_or_default()),
            Err(Fault::Noted) => None,
            Err(Fault::Cut) => Some(Refusal::Damaged(Damage::Cut)),
            Err(Fault::Corrupt) => Some(Refusal::Damaged(Damage::Corrupt)),
        };
        if self.fault.is_some() { Err(Fault::Noted) } else { read }
    }
}
