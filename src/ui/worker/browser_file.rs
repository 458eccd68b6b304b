//! A file that the browser holds, read where it lies: no copy of it is made.

use std::cell::RefCell;
use std::io;

use js_sys::Uint8Array;
use web_sys::{File, FileReaderSync};

use crate::ingest::origin::Origin;

/// Bytes that are asked for at a time: each question costs a third of a millisecond.
const PIECE: usize = 1 << 20;

/// A file and the piece of it that was read last.
pub struct BrowserFile {
    file: File,
    size: u64,
    piece: RefCell<(u64, Vec<u8>)>,
}

impl BrowserFile {
    /// A file that was given to the page.
    pub fn new(file: File) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in bytes: a whole number below 2^53")]
        let size = file.size() as u64;
        Self { file, size, piece: RefCell::default() }
    }

    fn read(&self, at: u64) -> Option<Vec<u8>> {
        let end = (at + PIECE as u64).min(self.size);
        let part = self.file.slice_with_f64_and_f64(at as f64, end as f64).ok()?;
        let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(&part).ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

impl Origin for BrowserFile {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        if at >= self.size {
            return Ok(0);
        }
        let mut piece = self.piece.borrow_mut();
        let within = |(start, bytes): &(u64, Vec<u8>)| at >= *start && at < start + bytes.len() as u64;
        if !within(&piece) {
            // The file was changed, moved or removed meanwhile.
            let bytes = self.read(at).filter(|bytes| !bytes.is_empty());
            *piece = (at, bytes.ok_or(io::ErrorKind::NotFound)?);
        }
        let (start, bytes) = &*piece;
        let from = usize::try_from(at - start).unwrap_or(usize::MAX);
        let rest = bytes.get(from..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(into), Some(rest)) = (into.get_mut(..count), rest.get(..count)) {
            into.copy_from_slice(rest);
        }
        Ok(count)
    }
}
