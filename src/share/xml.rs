//! Text as XML can carry it, in content and between double quotes. Knows no elements.

use crate::share::visible::visible;

/// Escaped, with hidden characters made visible: what is no XML character is among those.
pub fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '<' => escaped += "&lt;",
            // Else `]]>` would be an error.
            '>' => escaped += "&gt;",
            '&' => escaped += "&amp;",
            '"' => escaped += "&quot;",
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn nothing_of_it_is_markup() {
        assert_eq!(xml("</script>]]>&\"'\u{0}"), "&lt;/script&gt;]]&gt;&amp;&quot;'␀");
    }
}
