//! Names in archives: which of them are files, and which would lead astray. Nothing is written to disk, but a name that only
//! an attack or an error makes is no name to show as if it were a file's.

/// Longest name, in bytes.
const LONGEST: usize = 4096;

/// Longest name in a message, in characters.
const SHOWN: usize = 200;

/// What a name in an archive stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A file, by its path with `/` and without `.`.
    File(String),
    /// A folder, or what an operating system adds for itself.
    Nothing,
    /// A path out of the archive, or no path.
    Trick,
}

/// Judges a name.
pub fn name(name: &str) -> Name {
    if name.ends_with('/') {
        return Name::Nothing;
    }
    let drive = matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    // A backslash may be part of a name, but not of one like these.
    if name.len() > LONGEST || name.contains('\0') || name.starts_with(['/', '\\']) || drive || name.split(['/', '\\']).any(|it| it == "..")
    {
        return Name::Trick;
    }
    let mut path = String::with_capacity(name.len());
    let mut last = "";
    for part in name.split('/').filter(|it| !matches!(*it, "" | ".")) {
        if part == "__MACOSX" {
            return Name::Nothing;
        }
        if !path.is_empty() {
            path.push('/');
        }
        push(&mut path, part);
        last = part;
    }
    if matches!(last, "" | ".DS_Store") || last.starts_with("._") { Name::Nothing } else { Name::File(path) }
}

/// A name that was refused, fit for a message.
pub fn shown(name: &str) -> String {
    let mut out = String::new();
    match name.char_indices().nth(SHOWN).and_then(|(end, _)| name.get(..end)) {
        Some(begin) => {
            push(&mut out, begin);
            out.push('…');
        }
        None => push(&mut out, name),
    }
    out
}

/// Adds a name without what a terminal would obey.
fn push(out: &mut String, name: &str) {
    out.extend(name.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }));
}

/// A zip's name as text. Windows writes names in the code page of its language and does not say which: what is not UTF-8 keeps
/// its ASCII letters.
pub fn decoded(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => return bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER }).collect(),
    };
    // Old .NET separates folders by what Windows does.
    if text.contains('/') { text } else { text.replace('\\', "/") }
}

/// Whether a file of this name would be read, were it not a link: text, or a log, be it a rotated one.
pub fn looks_readable(name: &str) -> bool {
    let endings = name.rsplit('/').next().unwrap_or_default().split('.').skip(1);
    let known = ["txt", "json", "yaml", "yml", "log", "out"];
    endings.into_iter().any(|ending| known.iter().any(|it| ending.eq_ignore_ascii_case(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_files_or_nothing_or_tricks() {
        let long = "x".repeat(LONGEST + 1);
        for trick in ["../a", "a/../b", "a/..", "..\\a", "/etc/passwd", "\\\\host\\a", "C:/a", "c:\\a", "a\0b", &long] {
            assert_eq!(name(trick), Name::Trick, "{trick:?}");
        }
        for nothing in ["", ".", "./", "a/", "../", "__MACOSX/._a", "a/.DS_Store", "a/._b", "//"] {
            assert!(matches!(name(nothing), Name::Nothing | Name::Trick), "{nothing:?}");
        }
        for (given, path) in
            [("./a//b", "a/b"), ("..a/b..", "..a/b.."), ("a\\x2db", "a\\x2db"), ("a\x1b[1m", "a\u{FFFD}[1m"), ("日志.txt", "日志.txt")]
        {
            assert_eq!(name(given), Name::File(path.to_owned()));
        }
    }

    #[test]
    fn names_without_an_encoding_keep_what_is_certain() {
        assert_eq!(decoded("节点/日志.txt".as_bytes()), "节点/日志.txt");
        assert_eq!(decoded(b"\xC8\xD5\xD6\xBE.txt"), "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}.txt");
        assert_eq!(decoded(b"logs\\pod.log"), "logs/pod.log");
    }

    #[test]
    fn links_to_texts_matter() {
        for (name, readable) in
            [("a/current.LOG", true), ("kubelet.log.1", true), ("pods.yaml", true), ("bin/sh", false), ("a.txt/b", false), ("log", false)]
        {
            assert_eq!(looks_readable(name), readable, "{name}");
        }
    }

    #[test]
    fn a_long_name_is_shown_by_its_beginning() {
        assert_eq!(shown("a\0b"), "a\u{FFFD}b");
        assert_eq!(shown(&"日".repeat(5000)).chars().count(), SHOWN + 1);
    }
}
