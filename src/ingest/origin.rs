//! Where an input's bytes come from: memory, a file of the terminal, a file that the browser holds. They can be read again,
//! at any place, so that nothing needs to keep them.

use std::io::{self, Read, Seek, SeekFrom};

/// Bytes that can be read at any place, any number of times.
pub trait Origin {
    /// How many there are.
    fn size(&self) -> u64;

    /// Fills `into` from byte `at` on, as far as there are bytes; gives how many were written, 0 only at the end.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize>;
}

impl Origin for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let mut rest = self.get(at..).unwrap_or_default();
        rest.read(into)
    }
}

/// An origin from a position on.
pub struct Cursor<'a> {
    origin: &'a dyn Origin,
    at: u64,
}

impl<'a> Cursor<'a> {
    /// At the first byte.
    pub fn new(origin: &'a dyn Origin) -> Self {
        Self { origin, at: 0 }
    }
}

impl Read for Cursor<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.origin.read_at(self.at, into)?;
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Cursor<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(back) => self.origin.size().checked_add_signed(back),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
