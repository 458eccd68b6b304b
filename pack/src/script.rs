//! Scripts as HTML can carry them.

/// The script with nothing in it that HTML would take for an end or a comment.
/// Both strings can stand only in literals and comments there, and mean the same with a backslash.
pub fn escape(script: &str) -> String {
    let mut escaped = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        escaped += before;
        if starts_with_ignoring_case(tail, "</script") {
            escaped += "<\\/";
            rest = tail.get(2..).unwrap_or_default();
        } else if tail.starts_with("<!--") {
            escaped += "<\\!--";
            rest = tail.get(4..).unwrap_or_default();
        } else {
            escaped.push('<');
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    escaped + rest
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn an_end_tag_in_a_literal_does_not_end_the_script() {
        assert_eq!(escape("x = '</script>' + '</SCRIPT'"), "x = '<\\/script>' + '<\\/SCRIPT'");
        assert_eq!(escape("'<!-- <script'"), "'<\\!-- <script'");
    }

    #[test]
    fn other_code_stays_as_it_is() {
        let code = "if (a < b && c<d) x = '<b>启动</b>' <";
        assert_eq!(escape(code), code);
    }
}
