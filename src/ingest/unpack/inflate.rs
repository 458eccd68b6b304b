//! Deflate, the compression of gzip and zip, by flate2's innermost layer: its readers bring tables and types that are not needed.

use flate2::{Decompress, FlushDecompress, Status};

use super::stream::{Fault, Stream};

/// As much is asked of the stream below at a time.
const AT_A_TIME: usize = 32 << 10;

/// The bytes below a decoder, in pieces.
pub struct Pieces<'a> {
    stream: &'a mut dyn Stream,
    piece: Vec<u8>,
    have: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    pub fn new(stream: &'a mut dyn Stream) -> Self {
        Self { stream, piece: vec![0; AT_A_TIME], have: 0, at: 0 }
    }

    /// The bytes that come next, none only at the end.
    pub fn next(&mut self) -> Result<&[u8], Fault> {
        if self.at >= self.have {
            self.have = self.stream.read(&mut self.piece)?;
            self.at = 0;
        }
        Ok(self.piece.get(self.at..self.have).unwrap_or_default())
    }

    /// Passes so many of the bytes that come next.
    pub fn pass(&mut self, count: usize) {
        self.at += count;
    }

    /// The next byte, which must be there.
    pub fn byte(&mut self) -> Result<u8, Fault> {
        let byte = self.next()?.first().copied().ok_or(Fault::Cut)?;
        self.pass(1);
        Ok(byte)
    }
}

/// What was deflated.
pub struct Inflate<'a> {
    pub below: Pieces<'a>,
    state: Decompress,
    ended: bool,
}

impl<'a> Inflate<'a> {
    pub fn new(stream: &'a mut dyn Stream) -> Self {
        Self { below: Pieces::new(stream), state: Decompress::new(false), ended: false }
    }

    /// Begins anew with the bytes that come next.
    pub fn restart(&mut self) {
        self.state.reset(false);
        self.ended = false;
    }

    /// How many bytes it took so far.
    pub fn taken(&self) -> u64 {
        self.state.total_in()
    }
}

impl Stream for Inflate<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        while !self.ended && !into.is_empty() {
            let (taken, given) = (self.state.total_in(), self.state.total_out());
            let piece = self.below.next()?;
            let at_end = piece.is_empty();
            let status = self.state.decompress(piece, into, FlushDecompress::None).or(Err(Fault::Corrupt))?;
            // Neither can be more than what was there.
            let taken = usize::try_from(self.state.total_in() - taken).unwrap_or_default();
            let given = usize::try_from(self.state.total_out() - given).unwrap_or_default();
            self.below.pass(taken);
            self.ended = status == Status::StreamEnd;
            if given > 0 {
                return Ok(given);
            }
            if !self.ended && taken == 0 {
                return Err(if at_end { Fault::Cut } else { Fault::Corrupt });
            }
        }
        Ok(0)
    }
}
