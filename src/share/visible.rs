//! Characters that steer or hide, made to be seen. Knows nothing of markup.

/// The text with a sign in place of every character that moves the cursor, reorders what is shown or has no width: such a
/// name can look like another one. `␛` for Escape, `‹U+202E›` for the override of reading direction.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut shown, c);
    }
    shown
}

/// Adds one character, or the sign for it.
pub fn push(shown: &mut String, c: char) {
    match c {
        // Unicode has a picture of each.
        '\0'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7F}' => shown.push('\u{2421}'),
        c if hides(c) => *shown += &format!("‹U+{:04X}›", u32::from(c)),
        c => shown.push(c),
    }
}

/// Controls beyond ASCII, bidirectional and zero-width marks, line separators, tags, and what no XML may hold.
pub fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_hides_is_seen_and_what_is_seen_stays() {
        assert_eq!(visible("\u{1b}[31mred\r\n\u{7f}"), "␛[31mred␍␊␡");
        assert_eq!(visible("a\u{202e}b\u{200b}c\u{9b}d\u{feff}"), "a‹U+202E›b‹U+200B›c‹U+009B›d‹U+FEFF›");
        assert_eq!(visible("节点-1 · ✓ <é>"), "节点-1 · ✓ <é>");
    }
}
