//! One line as a terminal would show it: without escape codes, odd spaces, quote marks, boxes and what other programs made of it.

use crate::ingest::frame::Frame;

/// The line without what was put around and into it; `None` where nothing has to change, which is the common case.
pub fn clean(line: &str, frame: Frame) -> Option<String> {
    let inner = frame.strip(line);
    let plain = inner.len() == line.len() && inner.bytes().all(|byte| (0x20..0x7F).contains(&byte) && byte != b'&');
    if plain && !line.trim_start().starts_with('>') && !line.contains('[') {
        return None;
    }
    let shown = entities(broken_escapes(shown(inner)));
    let unboxed = unbox(unquote(&shown, frame.quoted));
    (unboxed != line).then(|| unboxed.to_owned())
}

/// Characters after escape sequences, control characters and characters without width are gone.
fn shown(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\x1b' => skip_escape(&mut chars),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' => out.push(' '),
            '\t' => out.push('\t'),
            // A bare carriage return overwrites the line in a terminal; what follows is what was seen.
            '\r' if chars.peek().is_some() => out.clear(),
            '\x08' => {
                out.pop();
            }
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            // Word processors make these of what was typed.
            '“' | '”' => out.push('"'),
            '‘' | '’' => out.push('\''),
            '—' => out.push_str("--"),
            '–' => out.push('-'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
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
        Some('(' | ')') => {
            chars.next();
        }
        _ => {}
    }
}

/// Removes colour codes whose escape character was lost on the way: `[31mweb[0m`, `[K`.
fn broken_escapes(line: String) -> String {
    if !line.contains('[') {
        return line;
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let code = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        let digits = after.len() - code.len();
        match code.strip_prefix('m').or_else(|| code.strip_prefix('K')) {
            // `[m` alone is a code as well; `[1m` is one, `[10.0.0.1]` is none.
            Some(end) if digits <= 11 && !end.starts_with(']') => rest = end,
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What a web page calls by name: `&lt;none&gt;`.
fn entities(line: String) -> String {
    const ENTITIES: [(&str, &str); 7] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    if !line.contains('&') {
        return line;
    }
    ENTITIES.iter().fold(line, |line, (name, sign)| if line.contains(name) { line.replace(name, sign) } else { line })
}

/// The line without marks of a quotation: `> `, `> > `.
fn unquote(line: &str, quoted: bool) -> &str {
    if !quoted && line.trim() == ">" {
        return line;
    }
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
        if !inner.is_empty() && !inner.starts_with([' ', '>']) {
            break;
        }
    }
    rest
}

/// The line without the upright lines of a box that stand around it; a line of the box itself is blank.
fn unbox(line: &str) -> &str {
    let upright = ['│', '┃', '║'];
    let bare = line.trim();
    if bare.len() > 2
        && bare.starts_with(['┌', '└', '╔', '╚', '┏', '┗', '├', '╠', '╭', '╰'])
        && bare.chars().all(|c| ('─'..='╿').contains(&c))
    {
        return "";
    }
    match bare.strip_prefix(upright) {
        Some(inner) if !inner.trim_end_matches(upright).contains(upright) => inner.trim_end_matches(upright),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_shows() {
        for (raw, text) in [
            ("\x1b[31mweb\x1b[0m  1/1", "web  1/1"),
            ("\x1b[01;31m\x1b[Kweb\x1b[m\x1b[K-1", "web-1"),
            ("[31mweb[0m  1/1", "web  1/1"),
            ("\x1b]0;title\x07web", "web"),
            ("web\u{a0}\u{3000}1/1", "web  1/1"),
            ("\u{feff}NAME", "NAME"),
            ("ab\x08c", "ac"),
            ("&lt;none&gt;   &amp;x", "<none>   &x"),
            ("> NAME   READY", "NAME   READY"),
            ("> > a", "a"),
            ("│ NAME   READY │", " NAME   READY "),
            ("┌──────────────┐", ""),
            ("reason: “x” —all–", "reason: \"x\" --all-"),
        ] {
            assert_eq!(clean(raw, Frame::default()).as_deref(), Some(text), "{raw}");
        }
    }

    #[test]
    fn what_was_shown_stays() {
        for line in ["NAME   READY", "中文 ok", "[root@node ~]# kubectl get po", "[INFO] plugin/reload", "a -> b", "10.0.0.1 [10m]", "a\tb"]
        {
            assert_eq!(clean(line, Frame::default()), None, "{line}");
        }
    }
}
