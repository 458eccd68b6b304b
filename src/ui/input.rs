//! What the user gave: name and size. The bytes stay with the browser until the worker asks for them.

/// From this size on the page warns that reading takes a while.
pub const LARGE: u64 = 200 << 20;
/// From this size on the page refuses: places in a text have 32 bits.
pub const TOO_LARGE: u64 = 1 << 32;

/// One input of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its number in this session; also the key of its bytes.
    pub id: u32,
    /// File name, or the name of the paste.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Where it came from.
    pub origin: Origin,
}

impl Input {
    /// The folder that it came in with others.
    pub fn folder(&self) -> Option<&str> {
        self.name.split_once('/').map(|(folder, _)| folder)
    }

    /// Whether a source is this input, or lies in it as in an archive.
    pub fn holds(&self, source: &str) -> bool {
        source.strip_prefix(&self.name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Where an input came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Pasted or typed.
    Paste,
    /// A file.
    File,
    /// One of the page's examples.
    Example,
}

/// `3.4 MB`, in powers of ten as file managers show it.
pub fn human_size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")];
    for (unit, name) in UNITS {
        if bytes >= unit {
            let tenths = bytes.saturating_mul(10) / unit;
            return format!("{}.{} {name}", tenths / 10, tenths % 10);
        }
    }
    format!("{bytes} B")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_holds_what_lies_in_it() {
        let input = Input { id: 0, name: "dump.tar".to_owned(), bytes: 0, origin: Origin::File };
        for (source, holds) in [("dump.tar", true), ("dump.tar/nodes.json", true), ("dump.tar.gz", false), ("other", false)] {
            assert_eq!(input.holds(source), holds, "{source}");
        }
    }

    #[test]
    fn sizes_read_like_a_file_manager() {
        for (bytes, text) in [(0, "0 B"), (999, "999 B"), (1_000, "1.0 KB"), (52_428_800, "52.4 MB"), (1 << 30, "1.0 GB")] {
            assert_eq!(human_size(bytes), text);
        }
    }
}
