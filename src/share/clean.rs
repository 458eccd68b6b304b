//! Text from a paste, made harmless for a terminal, an issue or a chat. Knows nothing of what it says.

/// A line of at most `limit` characters: control characters (which steer a terminal) and marks that reorder what is shown
/// are left out, tabs become spaces, and what is cut off is marked by `…`.
pub fn printable(text: &str, limit: usize) -> String {
    let mut harmless = text.trim_end().chars().filter_map(|c| match c {
        '\t' | '\n' => Some(' '),
        c if c.is_control() || reorders(c) => None,
        c => Some(c),
    });
    let mut line: String = harmless.by_ref().take(limit).collect();
    if harmless.next().is_some() {
        line.push('…');
    }
    line
}

/// Bidirectional controls and zero-width marks: they make a name look like another one.
fn reorders(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_left_out() {
        assert_eq!(printable("\u{1b}[2Jpod\u{7}\tok\u{202e}x\r\n", 80), "[2Jpod okx");
        assert_eq!(printable("a\nb", 80), "a b");
    }

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(printable("节点一二三", 3), "节点一…");
        assert_eq!(printable("abc", 3), "abc");
    }
}
