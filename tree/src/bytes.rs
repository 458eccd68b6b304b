//! What every byte of an input passes through: here, because this crate is built for speed.

/// A number made of all bytes of a text, however it is cut into pieces: FNV-1a over words, four at a time that do not wait for each other.
/// No guard against malice.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    lanes: [u64; 4],
    /// Bytes that are not four words yet, and how many.
    pending: [u8; 32],
    held: usize,
}

impl Digest {
    /// Takes more bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let missing = if self.held == 0 { 0 } else { bytes.len().min(self.pending.len() - self.held) };
        let (first, rest) = bytes.split_at(missing);
        self.hold(first);
        if self.held == self.pending.len() {
            let pending = self.pending;
            self.held = 0;
            self.mix(&pending);
        }
        let (whole, last) = rest.as_chunks::<32>();
        for block in whole {
            self.mix(block);
        }
        self.hold(last);
    }

    /// The number, `extra` mixed in.
    pub fn finish(mut self, extra: u64) -> u64 {
        for byte in self.pending.iter_mut().skip(self.held) {
            *byte = 0;
        }
        let pending = self.pending;
        self.mix(&pending);
        let all = self.lanes.into_iter().chain([self.held as u64, extra]);
        all.fold(0, mixed)
    }

    fn hold(&mut self, bytes: &[u8]) {
        for (to, byte) in self.pending.iter_mut().skip(self.held).zip(bytes) {
            *to = *byte;
        }
        self.held += bytes.len();
    }

    #[inline]
    fn mix(&mut self, block: &[u8; 32]) {
        let (words, _) = block.as_chunks::<8>();
        for (lane, word) in self.lanes.iter_mut().zip(words) {
            *lane = mixed(*lane, u64::from_le_bytes(*word));
        }
    }
}

#[inline]
fn mixed(lane: u64, word: u64) -> u64 {
    (lane ^ word).wrapping_mul(0x0100_0000_01B3).rotate_left(5)
}
