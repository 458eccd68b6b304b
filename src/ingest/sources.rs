//! The texts that were read, and where their lines begin: what spans point into.

use crate::text::Phrase;

/// Every so many lines the place of one is noted, so that others are found from there.
pub const STEP: u32 = 64;

/// One text: an input, or a file in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// File name with its path in the archive, or the name that was given to a paste.
    pub name: String,
    /// The input it came in.
    pub input: usize,
    /// Bytes before decoding.
    pub bytes: u64,
    /// Lines.
    pub lines: u32,
    /// The text, unless it is too large to be kept beside others; then it is read again for each quote.
    pub text: Option<String>,
    /// Byte offset of the lines 1, 1 + [`STEP`], ….
    pub index: Vec<u32>,
    /// A number made of all that it says: texts with the same number say the same.
    pub digest: u64,
    /// Why nothing of it could be read.
    pub problem: Option<Phrase>,
}

/// Finds lines while a text comes in.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
    lines: u32,
    length: usize,
    digest: u64,
    /// Bytes of a word that is not whole yet, and how many.
    pending: u64,
    pending_bytes: usize,
    open: bool,
}

impl LineIndex {
    /// Notes the lines of more text.
    pub fn push(&mut self, text: &str) {
        let mut from = 0;
        while from < text.len() {
            if !self.open {
                self.open = true;
                if self.lines.is_multiple_of(STEP) {
                    self.starts.push(offset(self.length + from));
                }
                self.lines += 1;
            }
            let Some(end) = memchr::memchr(b'\n', text.as_bytes().get(from..).unwrap_or_default()) else { break };
            from += end + 1;
            self.open = false;
        }
        self.length += text.len();
        self.digest(text);
    }

    /// FNV-1a over words of eight bytes, however the text is cut into pieces. No guard against malice, which would only hide a text
    /// from its own sender.
    fn digest(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let missing = if self.pending_bytes == 0 { 0 } else { 8 - self.pending_bytes };
        let (first, rest) = bytes.split_at_checked(missing).unwrap_or((bytes, &[]));
        for byte in first {
            self.pend(*byte);
        }
        let words = rest.chunks_exact(8);
        let last = words.remainder();
        for word in words {
            self.word(word.try_into().map_or(0, u64::from_le_bytes));
        }
        for byte in last {
            self.pend(*byte);
        }
    }

    fn pend(&mut self, byte: u8) {
        self.pending |= u64::from(byte) << (8 * self.pending_bytes);
        self.pending_bytes += 1;
        if self.pending_bytes == 8 {
            self.word(self.pending);
            (self.pending, self.pending_bytes) = (0, 0);
        }
    }

    fn word(&mut self, word: u64) {
        self.digest = (self.digest ^ word).wrapping_mul(0x0100_0000_01B3).rotate_left(5);
    }

    /// Puts what was found into a source.
    pub fn into_source(mut self, source: &mut Source) {
        self.word(self.pending ^ u64::from(self.lines));
        source.lines = self.lines;
        source.index = self.starts;
        source.digest = self.digest;
    }
}

/// Offsets are kept in 32 bits: a text beyond 4 GiB is read up to there.
pub fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The lines `from..to` (1-based) of a text that begins with the line numbered `first`.
pub fn lines_of(text: &str, first: u32, from: u32, to: u32) -> Vec<String> {
    let skip = from.saturating_sub(first) as usize;
    text.split_inclusive('\n')
        .skip(skip)
        .take(to.saturating_sub(from) as usize)
        .map(|line| line.trim_end_matches(['\n', '\r']).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_digest_do_not_depend_on_the_pieces() {
        let text = "one\ntwo\n\nfour, which is longer\nfive";
        let read = |cuts: &[usize]| {
            let (mut index, mut source, mut from) = (LineIndex::default(), Source::default(), 0);
            for cut in cuts.iter().copied().chain([text.len()]) {
                index.push(text.get(from..cut).unwrap());
                from = cut;
            }
            index.into_source(&mut source);
            source
        };
        assert_eq!((read(&[]).lines, read(&[]).index), (5, vec![0]));
        for cuts in [&[1][..], &[4, 8], &[3, 4, 5, 20]] {
            assert_eq!(read(cuts), read(&[]), "{cuts:?}");
        }
    }
}
