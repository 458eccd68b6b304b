//! The order in which people number things: `cp-2` stands before `cp-10`. Knows letters, not meanings.

use std::cmp::Ordering;

/// Compares two names run by run: digits by their number, all else as text.
pub fn natural(a: &str, b: &str) -> Ordering {
    runs(a).cmp(runs(b)).then_with(|| a.cmp(b))
}

/// Each run of digits as a number, its length before its digits; other text comes after all numbers.
fn runs(name: &str) -> impl Iterator<Item = (usize, &[u8])> {
    name.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()).map(|run| {
        let number = run.iter().all(u8::is_ascii_digit);
        let zeros = if number { run.iter().take_while(|it| **it == b'0').count() } else { 0 };
        let digits = run.get(zeros..).unwrap_or_default();
        (if number { digits.len() } else { usize::MAX }, digits)
    })
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count() {
        let mut names = ["cp-10", "w-1", "cp-2", "cp-02", "cp-1", "cp-a", "cp"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["cp", "cp-1", "cp-02", "cp-2", "cp-10", "cp-a", "w-1"]);
    }
}
