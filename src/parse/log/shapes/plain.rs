//! Lines that are known by how they begin: banners, crashes, marks of the journal, BIRD.

use crate::parse::log::line::Line;
use crate::parse::log::shapes::note;
use crate::parse::record::Level;

/// How a line begins, how much that tells, and whose line it is, if that is known.
const BEGINS: &[(&str, u8, Level, &str)] = &[
    ("bird: ", 1, Level::Unknown, "calico-node"),
    ("bird6: ", 1, Level::Unknown, "calico-node"),
    ("panic: ", 1, Level::Fatal, ""),
    ("fatal error: ", 1, Level::Fatal, ""),
    ("Exception in thread ", 2, Level::Error, ""),
    ("Traceback (most recent call last)", 2, Level::Unknown, ""),
    ("Caused by: ", 1, Level::Unknown, ""),
    ("-- Logs begin at ", 2, Level::Info, ""),
    ("-- Journal begins at ", 2, Level::Info, ""),
    ("-- Boot ", 1, Level::Info, ""),
    ("CoreDNS-1.", 1, Level::Info, "coredns"),
    ("linux/amd64, go1", 1, Level::Info, "coredns"),
    ("linux/arm64, go1", 1, Level::Info, "coredns"),
    (".:53", 1, Level::Info, "coredns"),
    ("maxprocs: ", 1, Level::Info, ""),
    ("Request log error: ", 1, Level::Unknown, ""),
];

/// Reads such a line.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>) -> bool {
    if let Some((_, weight, level, program)) = BEGINS.iter().find(|(begin, ..)| text.starts_with(begin)) {
        note(line, *weight, *level, text);
        if line.program.is_empty() {
            line.program = program;
        }
        return true;
    }
    // `goroutine 1 [running]:`.
    if text.starts_with("goroutine ") && text.ends_with("]:") {
        note(line, 2, Level::Unknown, text);
        return true;
    }
    false
}
