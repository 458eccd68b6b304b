//! Text from a paste, made harmless for a terminal, an issue or a chat. Knows nothing of what it says.

use crate::share::visible;

/// A line of at most `limit` characters: controls (which steer a terminal) and marks that reorder or hide what is shown
/// are shown as such, tabs and line ends become spaces, and what is cut off is marked by `…`.
pub fn printable(text: &str, limit: usize) -> String {
    let mut left = text.trim_end().chars();
    let mut line = String::new();
    for c in left.by_ref().take(limit) {
        visible::push(&mut line, if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
    }
    if left.next().is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(printable("\u{1b}[2Jpod\u{7}\tok\u{202e}x\r\n", 80), "␛[2Jpod␇ ok‹U+202E›x");
        assert_eq!(printable("a\nb", 80), "a b");
    }

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(printable("节点一二三", 3), "节点一…");
        assert_eq!(printable("abc", 3), "abc");
    }
}
