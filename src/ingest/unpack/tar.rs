//! Tar, read by ourselves: the `tar` crate takes 18 KB of a page of 350 for a header of 512 bytes. It is the judge in the tests.
//!
//! Reads ustar with its prefix, GNU's long names and large sizes, pax's `path` and `size`, and the old form without a magic.

use super::name::looks_readable;
use super::refusal::{Damage, Refusal};
use super::stream::{Fault, HEAD, Part, Stream, fill, read_all};
use super::tar_header::{Pax, header, pax, text};
use super::{File, Walk};

/// As much is kept of a long name or of pax's records. The longest name that is read is far shorter.
const LONGEST_NOTE: u64 = 64 << 10;

impl Walk<'_> {
    /// Shows the files of a tar.
    pub(super) fn tar(&mut self, path: &str, stream: &mut dyn Stream, level: u8) {
        if let Some(damage) = self.tar_entries(path, stream, level) {
            self.refuse(path.to_owned(), Refusal::Damaged(damage));
        }
    }

    /// Gives what is wrong with the tar itself; faults of what lies below are reported there.
    fn tar_entries(&mut self, path: &str, stream: &mut dyn Stream, level: u8) -> Option<Damage> {
        let mut block = [0; HEAD];
        let mut long_name = None;
        let mut notes = Pax::default();
        let mut ended = false;
        while !self.stopped() {
            match fill(stream, &mut block) {
                (_, Err(_)) => return None,
                (HEAD, Ok(())) => {}
                _ if ended => return None,
                _ => return Some(Damage::Cut),
            }
            // Zeros are the end, unless another tar follows, as `cat a.tar b.tar` leaves it: the rest is read in any case, since
            // the checksum of a gzip around it stands at its end.
            if block.iter().all(|byte| *byte == 0) {
                ended = true;
                continue;
            }
            let Some(header) = header(&block) else { return (!ended).then_some(Damage::Corrupt) };
            ended = false;
            let described = matches!(header.kind, b'x' | b'X' | b'g' | b'L' | b'K');
            let size = match header.kind {
                // No bytes follow these, whatever they say.
                b'1'..=b'6' => 0,
                _ => notes.size.filter(|_| !described).unwrap_or(header.size),
            };
            if header.kind == b'S' && !skip_holes(stream, &mut block).ok()? {
                return Some(Damage::Cut);
            }
            let mut part = Part::new(stream, size);
            match header.kind {
                b'x' | b'X' => notes = pax(&read_all(&mut part, LONGEST_NOTE, size)),
                b'L' => long_name = Some(text(&read_all(&mut part, LONGEST_NOTE, size)).to_vec()),
                b'g' | b'K' => {}
                kind => {
                    let Pax { path: pax_name, sparse, .. } = std::mem::take(&mut notes);
                    let name = pax_name.or(long_name.take()).unwrap_or(header.name);
                    let name = String::from_utf8_lossy(&name);
                    self.tar_entry(path, &name, if sparse { b'S' } else { kind }, &mut part, size, level);
                }
            }
            if self.stopped() {
                return None;
            }
            if !part.finish((512 - size % 512) % 512).ok()? {
                return Some(Damage::Cut);
            }
        }
        None
    }

    fn tar_entry(&mut self, path: &str, name: &str, kind: u8, part: &mut Part<'_>, size: u64, level: u8) {
        if !self.count(path) {
            return;
        }
        let why = match kind {
            b'0' | 0 | b'7' => return self.entry(File { archive: path, name, size: Some(size), level }, part),
            b'2' if looks_readable(name) => Refusal::Link,
            // Hard links are to what the archive holds anyway; V is a label, D a list of names.
            b'1'..=b'6' | b'V' | b'D' => return,
            b'S' => Refusal::Sparse,
            other => Refusal::UnknownType(other),
        };
        self.refuse_entry(path, name, why);
    }
}

/// Leaves out the blocks that go on with the holes of GNU's sparse files; tells whether they were there.
fn skip_holes(stream: &mut dyn Stream, block: &mut [u8; HEAD]) -> Result<bool, Fault> {
    let mut more = block.get(482).copied();
    while more != Some(0) {
        let (have, end) = fill(stream, block);
        end?;
        if have < HEAD {
            return Ok(false);
        }
        more = block.get(504).copied();
    }
    Ok(true)
}
