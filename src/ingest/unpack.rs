//! Files that are packed in others: gzip, tar and zip, inside each other too, as a stream and never as a whole in memory.
//!
//! What a file is, its first bytes tell. Other archives and compressions (zstd, xz, bzip2, 7z, rar) are shown as they are; the
//! reader of texts names them. Own code reads tar and zip, since the crates for them would make up a fourth of the page; flate2
//! inflates. Limits keep what was made to exhaust a computer from doing so. Nothing is ever written.

mod crc;
mod guard;
mod gunzip;
mod inflate;
mod kind;
mod name;
mod refusal;
mod stream;
mod tap;
mod tar;
mod tar_header;
mod zip;
mod zip_directory;
mod zip_front;
mod zip_record;

use std::io::Read;
use std::ops::ControlFlow;

use crate::ingest::origin::Origin;
use guard::{Guard, Meter};
use gunzip::Gunzip;
use kind::{Kind, kind};
use name::{Name, shown};
use stream::{Content, Peeked, Stream, read_all};
use tap::Tap;

pub use guard::Limits;
pub use refusal::{Damage, Refusal, Refused};

/// A file that is no archive, on its way out of those that it lies in.
pub struct Packed<'a> {
    /// The archives it lies in and its path in them, `bundle.tar.gz/pods/default.json`; the plain name of a plain file.
    pub path: String,
    /// Its bytes. They end in an error where the archive breaks off or is damaged; the [`Refused`] say why.
    pub content: &'a mut dyn Read,
    /// How many there are, where the archive tells.
    pub size: Option<u64>,
}

/// Whom the files are shown to.
pub type Visit<'a> = dyn FnMut(Packed<'_>) -> ControlFlow<()> + 'a;

/// Shows every file of an input, in the archive's order: the input itself if it is no archive, else what is packed in it. Content
/// that is not read to its end is left out; a break ends it all. Gives what was not opened.
pub fn unpack(name: &str, origin: &dyn Origin, limits: Limits, visit: &mut Visit<'_>) -> Vec<Refused> {
    let meter = Meter::new(limits);
    let mut walk = Walk { meter: &meter, visit, refused: Vec::new(), unlisted: 0, entries: 0, held: 0, broken_off: false };
    walk.input(name, origin);
    if meter.unreadable() {
        walk.refuse(name.to_owned(), Refusal::Unreadable);
    }
    if walk.unlisted > 0 {
        walk.refused.push(Refused { path: name.to_owned(), why: Refusal::More(walk.unlisted) });
    }
    walk.refused
}

/// A file in an archive, before it is known what it is.
struct File<'a> {
    archive: &'a str,
    name: &'a str,
    size: Option<u64>,
    /// How many archives it lies in.
    level: u8,
}

/// The way through one input.
struct Walk<'a> {
    meter: &'a Meter,
    visit: &'a mut Visit<'a>,
    refused: Vec<Refused>,
    /// Those refused beyond the longest list.
    unlisted: u64,
    entries: u32,
    /// Bytes of nested zips that are in memory now.
    held: u64,
    broken_off: bool,
}

impl Walk<'_> {
    /// Opens the input itself: the only one where a zip can be read at any place.
    fn input(&mut self, name: &str, origin: &dyn Origin) {
        let (size, deepest) = (origin.size(), self.meter.limits.depth);
        let mut tap = Tap::new(origin, self.meter);
        let mut peeked = Peeked::new(&mut tap);
        match kind(peeked.head()) {
            Kind::Zip if deepest > 0 => self.zip(name, origin, 1),
            // What unpacks itself is a program with a zip after it.
            Kind::Plain if deepest > 0 && zip_directory::stands_at_end(origin, self.meter) => self.zip(name, origin, 1),
            _ => self.open(name.to_owned(), &mut peeked, Some(size), 0, 0),
        }
    }

    /// Opens a file of an archive.
    fn entry(&mut self, file: File<'_>, content: &mut dyn Stream) {
        match name::name(file.name) {
            Name::File(name) => self.open([file.archive, "/", &name].concat(), content, file.size, file.level, 0),
            Name::Nothing => {}
            Name::Trick => self.refuse_entry(file.archive, file.name, Refusal::PathTrick),
        }
    }

    /// Refuses a file of an archive.
    fn refuse_entry(&mut self, archive: &str, name: &str, why: Refusal) {
        let name = match name::name(name) {
            Name::File(name) => name,
            _ => shown(name),
        };
        self.refuse([archive, "/", &name].concat(), why);
    }

    /// Opens content that lies in so many archives, and in so many gzips since the last of them.
    fn open(&mut self, path: String, content: &mut dyn Stream, size: Option<u64>, level: u8, gzips: u8) {
        let deepest = self.meter.limits.depth;
        let mut peeked = Peeked::new(content);
        match kind(peeked.head()) {
            Kind::Gzip if gzips >= deepest => self.refuse(path, Refusal::TooDeep(deepest)),
            Kind::Tar | Kind::Zip if level >= deepest => self.refuse(path, Refusal::TooDeep(deepest)),
            Kind::Gzip => {
                let mut text = Gunzip::new(&mut peeked);
                let mut guard = Guard::new(&mut text, self.meter, None);
                self.open(path.clone(), &mut guard, None, level, gzips + 1);
                if let Some(why) = guard.fault {
                    self.refuse(path, why);
                }
            }
            Kind::Tar => self.tar(&path, &mut peeked, level + 1),
            Kind::Zip => self.zip_in_stream(&path, &mut peeked, size, level + 1),
            // Whatever failed before the first byte is no file.
            Kind::Plain if peeked.failed => {}
            Kind::Plain => {
                let path = (0..gzips).fold(path, without_gz);
                if (self.visit)(Packed { path, content: &mut Content(&mut peeked), size }).is_break() {
                    self.broken_off = true;
                }
            }
        }
    }

    /// Opens a zip that cannot be read at any place: it is held in memory, if it is not too large.
    fn zip_in_stream(&mut self, path: &str, content: &mut dyn Stream, size: Option<u64>, level: u8) {
        let limit = self.meter.limits.held;
        let free = limit.saturating_sub(self.held);
        let too_large = |length: u64| length > free;
        let bytes =
            if size.is_some_and(too_large) { None } else { Some(read_all(content, free.saturating_add(1), size.unwrap_or_default())) };
        let Some(bytes) = bytes.filter(|it| !too_large(it.len() as u64)) else {
            return self.refuse(path.to_owned(), Refusal::TooLargeInside(limit));
        };
        let length = bytes.len() as u64;
        self.held += length;
        self.zip(path, &bytes, level);
        self.held -= length;
    }

    /// Counts an entry of an archive; tells whether it may be opened.
    fn count(&mut self, archive: &str) -> bool {
        let limit = self.meter.limits.entries;
        if self.entries == limit {
            self.refuse(archive.to_owned(), Refusal::TooManyEntries(limit));
            self.broken_off = true;
            return false;
        }
        self.entries += 1;
        true
    }

    /// Whether nothing more is to be shown.
    fn stopped(&self) -> bool {
        self.broken_off || self.meter.exhausted()
    }

    fn refuse(&mut self, path: String, why: Refusal) {
        if self.refused.len() < self.meter.limits.listed as usize {
            self.refused.push(Refused { path, why });
        } else {
            self.unlisted += 1;
        }
    }
}

/// A compressed file's name without the ending that says so.
fn without_gz(path: String, _: u8) -> String {
    match path.len().checked_sub(3).and_then(|at| path.split_at_checked(at)) {
        Some((name, end)) if end.eq_ignore_ascii_case(".gz") && !name.is_empty() && !name.ends_with('/') => name.to_owned(),
        _ => path,
    }
}
