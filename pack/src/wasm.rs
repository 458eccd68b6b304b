//! WebAssembly as text: gzip, then base64. The boot script undoes both.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{BlockType, GzipEncoder, Options};

/// The module, packed.
#[derive(Debug)]
pub struct PackedWasm {
    /// Size after gzip.
    pub gzip_bytes: usize,
    /// The text that stands in the page.
    pub text: String,
}

/// Packs a module. The gzip header carries no time, so the same module gives the same text.
pub fn pack(module: &[u8]) -> io::Result<PackedWasm> {
    let mut encoder = GzipEncoder::new_buffered(Options::default(), BlockType::Dynamic, Vec::new())?;
    encoder.write_all(module)?;
    let gzip = encoder.into_inner()?.finish()?;
    Ok(PackedWasm { gzip_bytes: gzip.len(), text: STANDARD.encode(&gzip) })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use flate2::read::GzDecoder;

    use super::pack;

    #[test]
    fn what_is_packed_comes_out_again() {
        let module: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        let packed = pack(&module).unwrap();
        let gzip = STANDARD.decode(&packed.text).unwrap();
        assert_eq!(gzip.len(), packed.gzip_bytes);
        let mut unpacked = Vec::new();
        GzDecoder::new(gzip.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, module);
    }
}
