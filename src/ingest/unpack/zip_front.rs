//! A zip whose table of contents is missing, as after an interrupted download: file after file from its front.

use super::Walk;
use super::guard::{Guard, Meter};
use super::inflate::Inflate;
use super::stream::Stream as _;
use super::tap::{Tap, piece};
use super::zip::DEFLATED;
use super::zip_record::{CENTRAL, LOCAL, Record};
use crate::ingest::origin::Origin;

impl Walk<'_> {
    /// Shows the files of a zip as far as one can be found after the other.
    pub(super) fn zip_from_front(&mut self, path: &str, origin: &dyn Origin, level: u8) {
        let mut tap = Tap::new(origin, self.meter);
        // What is inflated to find its end counts by itself: it is not shown.
        let measured = Meter::new(self.meter.limits);
        // Before the first there may be a mark.
        let mut at = if piece(origin, self.meter, 0, 4) == LOCAL { 0 } else { 4 };
        while !self.stopped() {
            tap.go(at);
            let Some(mut record) = Record::local(&mut tap) else { return };
            let from = tap.place();
            if record.open_ended {
                // Only what was deflated tells by itself where it ends.
                if record.method != DEFLATED || record.encrypted() {
                    return;
                }
                record.packed = deflated_length(origin, from, &measured).unwrap_or(origin.size().saturating_sub(from));
            }
            if !self.count(path) {
                return;
            }
            self.zip_entry(path, &record, &mut tap, level);
            at = self.after(origin, from.saturating_add(record.packed));
        }
    }

    /// Where the next header stands after a file: at once, or after sizes and checksum, with a mark or without, in 32 bits or in 64.
    fn after(&self, origin: &dyn Origin, end: u64) -> u64 {
        let steps = [0, 16, 24, 12, 20];
        let next = |by: &u64| [LOCAL, CENTRAL].contains(&piece(origin, self.meter, end.saturating_add(*by), 4).as_slice());
        end.saturating_add(steps.into_iter().find(next).unwrap_or_default())
    }
}

/// How many bytes something deflated has that begins at a place, if its end is there.
fn deflated_length(origin: &dyn Origin, from: u64, meter: &Meter) -> Option<u64> {
    let mut tap = Tap::new(origin, meter);
    tap.go(from);
    let mut inflate = Inflate::new(&mut tap);
    let end = Guard::new(&mut inflate, meter, None).skip(u64::MAX);
    end.ok().map(|_| inflate.taken())
}
