//! One line as a terminal would show it: without escape codes, odd spaces and invisible characters.

use std::borrow::Cow;

/// Removes ANSI escape sequences, carriage returns, zero-width characters; turns NBSP and full-width spaces into spaces.
/// Borrows where nothing has to change, which is the common case.
pub fn clean(line: &str) -> Cow<'_, str> {
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return Cow::Borrowed(line);
    }
    if !line.chars().any(changes) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\x1b' => skip_escape(&mut chars),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' => out.push(' '),
            '\t' => out.push('\t'),
            // A bare carriage return overwrites the line in a terminal; what follows is what was seen.
            '\r' if chars.peek().is_some() => out.clear(),
            c if changes(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn changes(c: char) -> bool {
    c.is_control() && c != '\t'
        || matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Skips what follows ESC: CSI (`[…m`), OSC (`]…BEL`), or one character. Source: ECMA-48, 5.4.
fn skip_escape(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match chars.next() {
        Some('[') => {
            for c in chars.by_ref() {
                if ('@'..='~').contains(&c) {
                    break;
                }
            }
        }
        Some(']') => {
            while let Some(c) = chars.next() {
                if c == '\x07' {
                    break;
                }
                if c == '\x1b' {
                    chars.next_if_eq(&'\\');
                    break;
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_shows() {
        for (raw, shown) in [
            ("NAME   READY\r", "NAME   READY"),
            ("\x1b[31mweb\x1b[0m  1/1", "web  1/1"),
            ("\x1b]0;title\x07web", "web"),
            ("web\u{a0}\u{3000}1/1", "web  1/1"),
            ("\u{feff}NAME", "NAME"),
            ("中文 ok", "中文 ok"),
        ] {
            assert_eq!(clean(raw), shown);
        }
    }
}
