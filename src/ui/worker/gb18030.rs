//! GB18030 by the browser, which has the tables.

use web_sys::{TextDecodeOptions, TextDecoder};

use crate::ingest::decode::Gb18030;

struct Browsers(Option<TextDecoder>);

/// A decoder of GB18030.
pub fn decoder() -> Box<dyn Gb18030> {
    Box::new(Browsers(TextDecoder::new_with_label("gb18030").ok()))
}

impl Gb18030 for Browsers {
    fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        // It replaces what is none; only one that is asked to be fatal fails.
        let text = self.0.as_ref().and_then(|it| it.decode_with_u8_array_and_options(bytes, &options).ok());
        out.push_str(&text.unwrap_or_default());
    }
}
