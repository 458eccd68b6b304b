//! The texts that were read, and where their lines begin: what spans point into.

use tree::bytes::Digest;

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
    digest: Digest,
    open: bool,
}

/// Line ends are counted in blocks of this size; only where a line is to be noted are they looked for one by one.
const BLOCK: usize = 256;

impl LineIndex {
    /// Notes the lines of more text.
    pub fn push(&mut self, text: &str) {
        for block in text.as_bytes().chunks(BLOCK) {
            // The end of a line begins the next one, if anything follows.
            let begun = offset(bytecount::count(block, b'\n') + usize::from(!self.open) - usize::from(block.ends_with(b"\n")));
            if self.lines.next_multiple_of(STEP) < self.lines + begun {
                self.note(block);
            } else {
                self.lines += begun;
            }
            self.open = !block.ends_with(b"\n");
            self.length += block.len();
        }
        self.digest.push(text.as_bytes());
    }

    /// Goes through the lines that begin in a block.
    fn note(&mut self, block: &[u8]) {
        let first = (!self.open).then_some(0);
        let others = memchr::memchr_iter(b'\n', block).map(|end| end + 1).filter(|start| *start < block.len());
        for start in first.into_iter().chain(others) {
            if self.lines.is_multiple_of(STEP) {
                self.starts.push(offset(self.length + start));
            }
            self.lines += 1;
        }
    }

    /// Puts what was found into a source.
    pub fn into_source(self, source: &mut Source) {
        source.lines = self.lines;
        source.index = self.starts;
        source.digest = self.digest.finish(u64::from(self.lines));
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
        assert_ne!(read(&[]).digest, Source::default().digest);
    }

    #[test]
    fn every_64th_line_is_noted_where_it_begins() {
        for (line, count) in [("", 1_000), ("x", 1_000), ("a line of some length, 例", 300), ("\n\n\n", 100)] {
            let text = format!("{line}\n").repeat(count);
            let begins: Vec<u32> = (0..text.len()).filter(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n').map(offset).collect();
            let expected: Vec<u32> = begins.iter().copied().step_by(STEP as usize).collect();
            for piece in [1, 7, 255, 256, 257, 5_000] {
                let (mut index, mut source, mut rest) = (LineIndex::default(), Source::default(), text.as_str());
                while !rest.is_empty() {
                    let (now, later) = rest.split_at(rest.ceil_char_boundary(piece));
                    index.push(now);
                    rest = later;
                }
                index.into_source(&mut source);
                assert_eq!((source.lines as usize, source.index), (begins.len(), expected.clone()), "{line:?} in pieces of {piece}");
            }
        }
    }
}
