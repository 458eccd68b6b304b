//! A zip's table of contents: where it stands, and what it says of where the files stand.

use super::guard::Meter;
use super::stream::number;
use super::tap::{Tap, piece};
use super::zip_record::{CENTRAL, LOCAL, Record};
use crate::ingest::origin::Origin;
use crate::order::sort_by_key;

/// The table of contents, found.
pub struct Directory {
    /// Where it begins.
    pub from: u64,
    /// Where it ends.
    until: u64,
    /// How many records it has, by what stands after it.
    count: u64,
    /// Whether that number can be larger than 65 535.
    wide: bool,
    /// Bytes before the zip, which its places do not count.
    pub shift: u64,
}

/// Marks what stands after the table of contents, and what is before that in a zip64.
const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";

/// Length of the end without its comment, of zip64's, and of what points at that.
const END_LENGTH: usize = 22;
const END_64_LENGTH: usize = 56;
const LOCATOR_64_LENGTH: u64 = 20;

/// The longest comment.
const COMMENT: u64 = 0xFFFF;

/// Marks in a comment that are tried before it is given up.
const TRIES: usize = 8;

/// Whether a zip without a comment ends the file, whatever its first bytes.
pub fn stands_at_end(origin: &dyn Origin, meter: &Meter) -> bool {
    let end = origin.size().checked_sub(END_LENGTH as u64);
    let ends = end.is_some_and(|at| piece(origin, meter, at, END_LENGTH).starts_with(END));
    ends && Directory::find(origin, meter).is_some_and(|it| it.count > 0)
}

impl Directory {
    /// Looks for it from the end.
    pub fn find(origin: &dyn Origin, meter: &Meter) -> Option<Self> {
        let from = origin.size().saturating_sub(COMMENT + END_LENGTH as u64);
        let tail = piece(origin, meter, from, usize::from(u16::MAX) + END_LENGTH);
        let marks = tail.windows(4).enumerate().rev().filter(|(_, mark)| *mark == END).map(|(at, _)| at);
        marks.take(TRIES).find_map(|at| Self::read(origin, meter, from + at as u64, tail.get(at..at + END_LENGTH)?))
    }

    /// Reads the end at a place, if a table of contents is where it says.
    fn read(origin: &dyn Origin, meter: &Meter, place: u64, end: &[u8]) -> Option<Self> {
        let (mut until, mut count, mut length, mut claimed) = (place, number(end, 10, 2), number(end, 12, 4), number(end, 16, 4));
        let mut wide = false;
        let locator = place.checked_sub(LOCATOR_64_LENGTH).map(|at| piece(origin, meter, at, 20)).unwrap_or_default();
        if locator.starts_with(LOCATOR_64) {
            // Bytes before the zip move it from where it says it is to right before what points at it.
            for at in [number(&locator, 8, 8), place.saturating_sub(LOCATOR_64_LENGTH + END_64_LENGTH as u64)] {
                let end = piece(origin, meter, at, END_64_LENGTH);
                if !wide && end.len() == END_64_LENGTH && end.starts_with(END_64) {
                    (until, count, length, claimed) = (at, number(&end, 32, 8), number(&end, 40, 8), number(&end, 48, 8));
                    wide = true;
                }
            }
        }
        let begins = |at: u64| count == 0 || piece(origin, meter, at, 4) == CENTRAL;
        let before_end = until.checked_sub(length).filter(|at| *at >= claimed && begins(*at));
        let (from, shift) = match before_end {
            // What begins with a file of a zip has nothing before it: this is the end of a zip inside it, and its own was cut off.
            Some(from) if from > claimed && piece(origin, meter, 0, 4) == LOCAL => return None,
            Some(from) => (from, from - claimed),
            None => (Some(claimed).filter(|at| *at < until && begins(*at))?, 0),
        };
        Some(Self { from, until, count, wide, shift })
    }

    /// Which records, in their order, share bytes with one before them in the file. `None` if the records are not what they should
    /// be. Looks at so many and no more.
    pub fn overlaps(&self, origin: &dyn Origin, meter: &Meter, most: u32) -> Option<Vec<bool>> {
        let mut tap = Tap::new(origin, meter);
        tap.go(self.from);
        let mut spans = Vec::new();
        while tap.place() < self.until && spans.len() <= most as usize {
            let record = Record::central(&mut tap)?;
            let at = record.at.saturating_add(self.shift);
            // Its header at least, the lengths of whose fields may differ.
            spans.push((at, spans.len(), at.saturating_add(record.packed).saturating_add(30)));
        }
        // Old programs count to 65 535 and begin anew.
        let counted = spans.len() as u64;
        if tap.place() >= self.until && counted != self.count && (self.wide || counted & 0xFFFF != self.count) {
            return None;
        }
        let mut shared = vec![false; spans.len()];
        sort_by_key(&mut spans, |it| *it);
        let mut reach = 0;
        for (from, index, until) in spans {
            if let Some(shared) = shared.get_mut(index).filter(|_| from < reach) {
                *shared = true;
            }
            reach = reach.max(until);
        }
        Some(shared)
    }
}
