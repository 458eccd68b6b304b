//! What a zip says of one file: in its table of contents, and again before the file.

use super::crc::crc;
use super::guard::Promise;
use super::name::decoded;
use super::stream::{Stream, fill, number};
use super::tap::Tap;

/// A file in a zip.
pub struct Record {
    /// Its name, decoded.
    pub name: String,
    /// Bit 0: encrypted, 3: sizes after the file, 6: strongly encrypted, 13: its name too.
    flags: u16,
    /// How it is packed.
    pub method: u16,
    /// Checksum and size, unpacked.
    pub promise: Promise,
    /// Bytes in the zip.
    pub packed: u64,
    /// Where its local header stands, by the table of contents.
    pub at: u64,
    /// Whether it is a symbolic link.
    pub link: bool,
    /// Whether sizes and checksum stand only after the file, and are not known here.
    pub open_ended: bool,
}

/// Marks a record of the table of contents.
pub const CENTRAL: &[u8] = b"PK\x01\x02";
/// Marks the header before a file.
pub const LOCAL: &[u8] = b"PK\x03\x04";

/// A size or place that stands in the extra field instead.
const ELSEWHERE: u64 = 0xFFFF_FFFF;

impl Record {
    /// Reads a record of the table of contents.
    pub fn central(tap: &mut Tap<'_>) -> Option<Self> {
        let mut head = [0; 46];
        read(tap, &mut head, CENTRAL)?;
        let mut record = Self::read(tap, head.get(6..)?, number(&head, 42, 4))?;
        skip(tap, number(&head, 32, 2))?;
        // Made on Unix or macOS, the upper attributes are the mode.
        let mode = number(&head, 40, 2);
        record.link = matches!(number(&head, 5, 1), 3 | 19) && mode & 0o170_000 == 0o120_000;
        Some(record)
    }

    /// Reads the header before a file; the file follows.
    pub fn local(tap: &mut Tap<'_>) -> Option<Self> {
        let mut head = [0; 30];
        read(tap, &mut head, LOCAL)?;
        let mut record = Self::read(tap, head.get(4..)?, 0)?;
        record.open_ended = record.flags & 1 << 3 != 0 && record.packed == 0;
        Some(record)
    }

    /// Passes the header before a file, of which the table of contents has said all.
    pub fn pass_local(tap: &mut Tap<'_>) -> Option<()> {
        let mut head = [0; 30];
        read(tap, &mut head, LOCAL)?;
        skip(tap, number(&head, 26, 2) + number(&head, 28, 2))
    }

    /// What both have in common, from the version that is needed on.
    fn read(tap: &mut Tap<'_>, fields: &[u8], at: u64) -> Option<Self> {
        let name = bytes(tap, number(fields, 22, 2))?;
        let extra = bytes(tap, number(fields, 24, 2))?;
        let short = |at: usize| u16::try_from(number(fields, at, 2)).unwrap_or_default();
        let (mut size, mut packed, mut at) = (number(fields, 18, 4), number(fields, 14, 4), at);
        // zip64 has those that need it, in this order.
        let mut wide = field(&extra, 1).unwrap_or_default().chunks_exact(8);
        for value in [&mut size, &mut packed, &mut at] {
            if *value == ELSEWHERE
                && let Some(found) = wide.next()
            {
                *value = number(found, 0, 8);
            }
        }
        Some(Self {
            name: unicode_name(&name, &extra).unwrap_or_else(|| decoded(&name)),
            flags: short(2),
            method: short(4),
            promise: Promise { size, crc: u32::try_from(number(fields, 10, 4)).unwrap_or_default() },
            packed,
            at,
            link: false,
            open_ended: false,
        })
    }

    /// Whether it needs a password.
    pub fn encrypted(&self) -> bool {
        self.flags & (1 | 1 << 6 | 1 << 13) != 0
    }
}

/// The name in Unicode that some programs give beside the one in a code page, if it belongs to it.
fn unicode_name(name: &[u8], extra: &[u8]) -> Option<String> {
    let field = field(extra, 0x7075).filter(|_| !name.is_ascii())?;
    let text = field.get(5..).filter(|_| number(field, 1, 4) == u64::from(crc(0, name)))?;
    Some(decoded(text))
}

/// A field of an extra field, by its number.
fn field(mut extra: &[u8], wanted: u64) -> Option<&[u8]> {
    loop {
        let (head, rest) = extra.split_at_checked(4)?;
        let (field, rest) = rest.split_at_checked(usize::try_from(number(head, 2, 2)).ok()?)?;
        if number(head, 0, 2) == wanted {
            return Some(field);
        }
        extra = rest;
    }
}

/// Fills `head` with what must begin with a mark.
fn read(tap: &mut Tap<'_>, head: &mut [u8], mark: &[u8]) -> Option<()> {
    let (have, _) = fill(tap, head);
    (have == head.len() && head.starts_with(mark)).then_some(())
}

fn bytes(tap: &mut Tap<'_>, length: u64) -> Option<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    let (have, _) = fill(tap, &mut bytes);
    (have == bytes.len()).then_some(bytes)
}

fn skip(tap: &mut Tap<'_>, length: u64) -> Option<()> {
    (tap.skip(length).ok()? == length).then_some(())
}
