//! What a file is, by its first bytes: names lie.

use super::tar_header;

/// What a file is to unpacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One file, compressed.
    Gzip,
    /// Files one after the other.
    Tar,
    /// Files with a table of contents.
    Zip,
    /// Anything else.
    Plain,
}

/// The kind of a file that begins so.
pub fn kind(head: &[u8]) -> Kind {
    match head {
        [0x1F, 0x8B, ..] => Kind::Gzip,
        // The first file, or the end of an empty zip.
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Kind::Zip,
        // The mark of a zip that was to be split into several files, and was not.
        [b'P', b'K', 7, 8, b'P', b'K', 3, 4, ..] | [b'P', b'K', b'0', b'0', b'P', b'K', 3, 4, ..] => Kind::Zip,
        _ if tar_header::is_tar(head) => Kind::Tar,
        _ => Kind::Plain,
    }
}
