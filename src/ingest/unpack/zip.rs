//! Zip, read by ourselves: the `zip` crate takes 68 KB of a page of 350. It is the judge in the tests.
//!
//! Reads by the table of contents, zip64 included, what is stored or deflated.

use super::guard::Guard;
use super::inflate::Inflate;
use super::name::{Name, looks_readable, name};
use super::refusal::{Damage, Refusal};
use super::stream::{Part, Stream};
use super::tap::Tap;
use super::zip_directory::Directory;
use super::zip_record::Record;
use super::{File, Walk};
use crate::ingest::origin::Origin;

/// The methods that are read.
pub const STORED: u16 = 0;
pub const DEFLATED: u16 = 8;

impl Walk<'_> {
    /// Shows the files of a zip.
    pub(super) fn zip(&mut self, path: &str, origin: &dyn Origin, level: u8) {
        let directory = Directory::find(origin, self.meter);
        let most = self.meter.limits.entries;
        let found = directory.and_then(|it| it.overlaps(origin, self.meter, most).map(|shared| (it, shared)));
        match found {
            Some((directory, shared)) => self.zip_by_directory(path, origin, &directory, &shared, level),
            None if self.stopped() => {}
            None => {
                self.refuse(path.to_owned(), Refusal::Damaged(Damage::NoDirectory));
                self.zip_from_front(path, origin, level);
            }
        }
    }

    fn zip_by_directory(&mut self, path: &str, origin: &dyn Origin, directory: &Directory, shared: &[bool], level: u8) {
        let overlap = shared.iter().filter(|it| **it).count();
        if overlap > 0 {
            self.refuse(path.to_owned(), Refusal::Overlap(u32::try_from(overlap).unwrap_or(u32::MAX)));
        }
        // One for the table of contents, one for the files.
        let (mut records, mut files) = (Tap::new(origin, self.meter), Tap::new(origin, self.meter));
        records.go(directory.from);
        for shared in shared {
            let Some(record) = Record::central(&mut records) else { return };
            if !self.count(path) {
                return;
            }
            if *shared {
                continue;
            }
            files.go(record.at.saturating_add(directory.shift));
            if Record::pass_local(&mut files).is_some() {
                self.zip_entry(path, &record, &mut files, level);
            } else if matches!(name(&record.name), Name::File(_)) && !self.meter.exhausted() {
                self.refuse_entry(path, &record.name, Refusal::Damaged(Damage::Corrupt));
            }
            if self.stopped() {
                return;
            }
        }
    }

    /// Shows a file whose bytes come next.
    pub(super) fn zip_entry(&mut self, archive: &str, record: &Record, bytes: &mut Tap<'_>, level: u8) {
        if let Name::Nothing = name(&record.name) {
            return;
        }
        let mut fault = match record.method {
            _ if record.encrypted() => Some(Refusal::Encrypted),
            _ if record.link && !looks_readable(&record.name) => return,
            _ if record.link => Some(Refusal::Link),
            STORED | DEFLATED => None,
            other => Some(Refusal::UnknownMethod(other)),
        };
        if fault.is_none() {
            let mut part = Part::new(bytes, record.packed);
            let mut inflated;
            let content: &mut dyn Stream = if record.method == STORED {
                &mut part
            } else {
                inflated = Inflate::new(&mut part);
                &mut inflated
            };
            let promise = (!record.open_ended).then_some(record.promise);
            let mut guard = Guard::new(content, self.meter, promise);
            let size = promise.map(|it| it.size);
            self.entry(File { archive, name: &record.name, size, level }, &mut guard);
            fault = guard.fault;
            if part.cut {
                fault = Some(Refusal::Damaged(Damage::Cut));
            }
        }
        if let Some(why) = fault {
            self.refuse_entry(archive, &record.name, why);
        }
    }
}
