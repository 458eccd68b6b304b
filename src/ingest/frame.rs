//! What people's tools put around every line: quote marks and indentation. Found for a whole source, removed line by line.

use std::borrow::Cow;

/// The frame of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    quoted: bool,
    indent: usize,
}

/// How many lines are looked at to find the frame.
const SAMPLE: usize = 2_000;

impl Frame {
    /// The frame that all (non-blank) lines share.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let sample: Vec<&str> =
            lines.filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with("```")).take(SAMPLE).collect();
        if sample.is_empty() {
            return Self::default();
        }
        let quoted = sample.iter().all(|line| line.trim_start().starts_with('>'));
        let unquoted = |line: &'a str| if quoted { line.trim_start().trim_start_matches('>') } else { line };
        let indent = sample.iter().map(|line| unquoted(line)).filter(|line| !line.trim().is_empty()).map(leading_blanks).min().unwrap_or(0);
        Self { quoted, indent }
    }

    /// The line without its frame.
    pub fn strip(self, line: Cow<'_, str>) -> Cow<'_, str> {
        if self == Self::default() {
            return line;
        }
        let inner = if self.quoted { line.trim_start().trim_start_matches('>') } else { &line };
        let cut = leading_blanks(inner).min(self.indent);
        let kept = inner.get(cut..).unwrap_or_default();
        if let Cow::Borrowed(whole) = &line {
            return Cow::Borrowed(whole.get(whole.len() - kept.len()..).unwrap_or_default());
        }
        Cow::Owned(kept.to_owned())
    }
}

fn leading_blanks(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        let frame = Frame::of(text.lines());
        text.lines().map(|line| frame.strip(Cow::Borrowed(line))).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn quotes_and_common_indentation_go_and_inner_indentation_stays() {
        assert_eq!(stripped("> Name: a\n>   B: c\n>"), "Name: a\n  B: c\n");
        assert_eq!(stripped("    Name: a\n      B: c"), "Name: a\n  B: c");
        assert_eq!(stripped("Name: a\n  B: c"), "Name: a\n  B: c");
    }
}
