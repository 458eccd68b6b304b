//! Names of files that are handed on. Knows no clock: a date in a name is the text's own.

use crate::share::visible::hides;

/// Letters of a cluster's name that a file's name keeps.
const MOST: usize = 60;

/// `porthole-prod-nodes.svg`: what the cluster is called, what the file shows of it, its ending. Either may be empty.
/// Safe in every file system, whatever the text holds.
pub fn file_name(called: &str, what: &str, ending: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') || !c.is_ascii() && !hides(c) { c } else { '-' };
    let called: String = called.chars().take(MOST).map(safe).collect();
    let mut name = "porthole".to_owned();
    for piece in [called.trim_matches(['-', '.']), what].into_iter().filter(|it| !it.is_empty()) {
        name.push('-');
        name += piece;
    }
    name + "." + ending
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_hostile_name_stays_in_its_folder() {
        assert_eq!(file_name("../../etc/pass\u{202e}wd\0", "", "md"), "porthole-etc-pass-wd.md");
        assert_eq!(file_name("生产", "nodes", "svg"), "porthole-生产-nodes.svg");
        assert_eq!(file_name("", "", "json"), "porthole.json");
    }
}
