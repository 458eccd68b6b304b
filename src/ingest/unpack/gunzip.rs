//! Gzip: one member after the other, as `cat a.gz b.gz` leaves them, and zeros after the last, as tapes do.

use super::crc::crc;
use super::inflate::Inflate;
use super::stream::{Fault, Stream};

/// Where in a member the next byte stands.
enum Place {
    Header,
    Text,
    Ended,
}

/// The text of gzip's members.
pub struct Gunzip<'a> {
    inflate: Inflate<'a>,
    place: Place,
    /// Checksum and length of the member's text so far.
    crc: u32,
    length: u32,
}

impl<'a> Gunzip<'a> {
    pub fn new(stream: &'a mut dyn Stream) -> Self {
        Self { inflate: Inflate::new(stream), place: Place::Header, crc: 0, length: 0 }
    }

    /// Reads what stands before a member: magic, method, flags, time and system, and what the flags announce.
    fn header(&mut self) -> Result<(), Fault> {
        let below = &mut self.inflate.below;
        for expected in [0x1F, 0x8B, 8] {
            if below.byte()? != expected {
                return Err(Fault::Corrupt);
            }
        }
        let flags = below.byte()?;
        for _ in 0..6 {
            below.byte()?;
        }
        if flags & 4 != 0 {
            let length = u16::from_le_bytes([below.byte()?, below.byte()?]);
            for _ in 0..length {
                below.byte()?;
            }
        }
        // The name and a comment, each up to a zero.
        for announced in [flags & 8, flags & 16] {
            while announced != 0 && below.byte()? != 0 {}
        }
        if flags & 2 != 0 {
            below.byte()?;
            below.byte()?;
        }
        Ok(())
    }

    /// Reads checksum and length after a member, and looks whether another follows.
    fn trailer(&mut self) -> Result<Place, Fault> {
        let below = &mut self.inflate.below;
        let expected = self.crc.to_le_bytes().into_iter().chain(self.length.to_le_bytes());
        for expected in expected {
            if below.byte()? != expected {
                return Err(Fault::Corrupt);
            }
        }
        loop {
            match below.next()?.first() {
                None => return Ok(Place::Ended),
                Some(0) => below.pass(1),
                Some(_) => return Ok(Place::Header),
            }
        }
    }
}

impl Stream for Gunzip<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        loop {
            match self.place {
                Place::Header => {
                    self.header()?;
                    self.inflate.restart();
                    (self.crc, self.length, self.place) = (0, 0, Place::Text);
                }
                Place::Text => {
                    let read = self.inflate.read(into)?;
                    if read > 0 || into.is_empty() {
                        self.crc = crc(self.crc, into.get(..read).unwrap_or_default());
                        // The length is kept modulo 2³².
                        self.length = self.length.wrapping_add(u32::try_from(read).unwrap_or_default());
                        return Ok(read);
                    }
                    self.place = self.trailer()?;
                }
                Place::Ended => return Ok(0),
            }
        }
    }
}
