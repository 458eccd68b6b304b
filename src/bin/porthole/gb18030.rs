//! GB18030 by `encoding_rs`. The page asks its browser instead, which has the tables already.

use encoding_rs::{CoderResult, Decoder, GB18030};
use porthole::ingest::decode::Gb18030;

/// A decoder of GB18030.
pub fn decoder() -> Box<dyn Gb18030> {
    Box::new(Ours(GB18030.new_decoder_without_bom_handling()))
}

struct Ours(Decoder);

impl Gb18030 for Ours {
    fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        let mut read = 0;
        loop {
            out.reserve(self.0.max_utf8_buffer_length(bytes.len() - read).unwrap_or(bytes.len()));
            let (result, used, _) = self.0.decode_to_string(bytes.get(read..).unwrap_or_default(), out, last);
            read += used;
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}
