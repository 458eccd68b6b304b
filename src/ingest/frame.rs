//! What a viewer put before the lines of a text: numbers, as of `cat -n`, `less -N`, an editor; marks of a quotation.

/// What stands before every line of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    numbered: bool,
    /// Whether lines are quoted, so that a lone mark is an empty one.
    pub quoted: bool,
}

/// How many lines are looked at.
const SAMPLE: usize = 200;

impl Frame {
    /// The frame of a text that begins with these lines.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut before: Option<u64> = None;
        let (mut counted, mut all, mut quoted) = (0, 0, false);
        for line in lines.take(SAMPLE).filter(|line| !line.trim().is_empty()) {
            let number = number(line).map(|(number, _)| number);
            counted += usize::from(number.is_some() && number == before.map(|it| it + 1));
            before = number;
            quoted |= line.trim_start().starts_with("> ");
            all += 1;
        }
        // Every line but the first follows its predecessor, give or take those that a terminal wrapped.
        Self { numbered: all >= 3 && counted * 10 >= (all - 1) * 8, quoted }
    }

    /// The line without its frame.
    pub fn strip(self, line: &str) -> &str {
        if !self.numbered {
            return line;
        }
        number(line).map_or(line, |(_, rest)| rest)
    }
}

/// A number with the sign or blanks after it, and the rest: `   3  NAME`, `3: NAME`, `3|NAME`.
fn number(line: &str) -> Option<(u64, &str)> {
    let digits = line.trim_start();
    let (number, rest) = digits.split_at_checked(digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len()))?;
    let number = number.parse().ok()?;
    if rest.is_empty() {
        return Some((number, rest));
    }
    // After a tab, two blanks or one sign the line begins, with whatever indentation of its own.
    let rest = [": ", "| ", "│ ", ":", "|", "│", "\t", ") ", "  ", ". ", " "].iter().find_map(|sign| rest.strip_prefix(sign))?;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        let frame = Frame::of(text.lines());
        text.lines().map(|line| frame.strip(line)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn numbers_before_every_line_go_and_indentation_stays() {
        assert_eq!(stripped("  9  Name: a\n 10    B: c\n 11  D: e"), "Name: a\n  B: c\nD: e");
        assert_eq!(stripped("1: a\n2: b\n3:\n4: d"), "a\nb\n\nd");
    }

    #[test]
    fn numbers_that_belong_to_the_text_stay() {
        let history = "deployment.apps/web\nREVISION  CHANGE-CAUSE\n1         <none>\n2         <none>\n3         <none>";
        assert_eq!(stripped(history), history);
        assert_eq!(stripped("10.0.0.1 a\n10.0.0.2 b\n10.0.0.3 c"), "10.0.0.1 a\n10.0.0.2 b\n10.0.0.3 c");
    }
}
