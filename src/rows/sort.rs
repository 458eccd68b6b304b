//! The order of cells: numbers, ages and quantities by what they amount to, everything else as people count.

use std::cmp::Ordering;

use crate::diagnose::quantity::milli;
use crate::order;
use crate::time::parse_age;

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// What it amounts to.
    Number(i64),
    /// A rank, then words.
    Ranked(i64, String),
    /// Words.
    Words(String),
    /// Nothing: last, whichever way.
    Nothing,
}

impl Key {
    /// The key of a cell below a heading.
    pub fn of(title: &str, cell: String) -> Self {
        let word = cell.split([' ', '(']).next().unwrap_or_default();
        if word.is_empty() || matches!(word, "<none>" | "<unknown>") {
            return Self::Nothing;
        }
        let aged = ["AGE", "LAST", "DURATION"].iter().any(|it| title.contains(it));
        let number = if aged { parse_age(word) } else { ratio(word).or_else(|| amount(word)) };
        number.map_or(Self::Words(cell), Self::Number)
    }
}

/// `1/2`: how far, in thousandths, and of equal ones the larger last.
fn ratio(word: &str) -> Option<i64> {
    let (have, of) = word.split_once('/')?;
    let (have, of) = (amount(have)?, amount(of)?);
    Some(if of > 0 { have.saturating_mul(1_000_000) / of } else { 0 })
}

fn amount(word: &str) -> Option<i64> {
    let plain = word.strip_suffix('%').unwrap_or(word);
    // An address is no number.
    (plain.starts_with(|c: char| c.is_ascii_digit()) && plain.matches('.').count() < 2).then(|| milli(plain))?
}

/// The places that belong to the keys, in their order.
pub fn sorted(mut keyed: Vec<(Key, usize)>, descending: bool) -> Vec<usize> {
    order::sort_by(&mut keyed, |(a, _), (b, _)| match (a, b) {
        (Key::Nothing, _) | (_, Key::Nothing) => (*a == Key::Nothing).cmp(&(*b == Key::Nothing)),
        _ if descending => compare(b, a),
        _ => compare(a, b),
    });
    keyed.into_iter().map(|(_, at)| at).collect()
}

fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Number(a), Key::Number(b)) => a.cmp(b),
        (Key::Words(a), Key::Words(b)) => natural(a, b),
        (Key::Ranked(a, of_a), Key::Ranked(b, of_b)) => a.cmp(b).then_with(|| natural(of_a, of_b)),
        _ => matches!(a, Key::Words(_)).cmp(&matches!(b, Key::Words(_))),
    }
}

/// `cp-2` before `cp-10`: runs of digits by what they amount to.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let (runs, rests) = (run(a), run(b));
        let ((left, after_left), (right, after_right)) = (runs, rests);
        let numbers = [left, right].iter().all(|it| it.first().is_some_and(u8::is_ascii_digit));
        let trimmed = |it: &[u8]| it.iter().take_while(|byte| **byte == b'0').count();
        let by_length = (left.len() - trimmed(left)).cmp(&(right.len() - trimmed(right)));
        let order = if numbers { by_length.then_with(|| left.cmp(right)) } else { left.cmp(right) };
        if order != Ordering::Equal || left.is_empty() {
            return order;
        }
        (a, b) = (after_left, after_right);
    }
}

/// The digits at the start, or all up to the next digit.
fn run(text: &[u8]) -> (&[u8], &[u8]) {
    let digits = text.first().is_some_and(u8::is_ascii_digit);
    let end = text.iter().position(|it| it.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(title: &str, cells: &[&str], descending: bool) -> Vec<String> {
        let keyed = cells.iter().enumerate().map(|(at, cell)| (Key::of(title, (*cell).to_owned()), at)).collect();
        sorted(keyed, descending).into_iter().filter_map(|at| cells.get(at)).map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn cells_stand_as_people_count() {
        for (title, cells) in [
            ("NAME", ["cp-1", "cp-2", "cp-10", "worker-1"]),
            ("RESTARTS", ["0", "9", "37 (2m21s ago)", "65301 (118s ago)"]),
            ("AGE", ["118s", "2m21s", "33d", "5y30d"]),
            ("READY", ["0/1", "1/3", "1/2", "2/2"]),
            ("MEMORY", ["512Ki", "8Mi", "1Gi", "32Gi"]),
            ("CPU", ["50m", "500m", "2", "10"]),
            ("IP", ["10.0.0.2", "10.0.0.10", "10.0.1.1", "192.168.0.1"]),
            ("VERSION", ["v1.9.0", "v1.25.3", "v1.25.16", "v1.30.0"]),
        ] {
            let mut turned = cells;
            turned.reverse();
            assert_eq!(order(title, &turned, false), cells, "{title}");
            assert_eq!(order(title, &cells, true), turned, "{title}");
        }
        assert_eq!(order("NODE", &["", "b", "a"], true), ["b", "a", ""], "what is empty stays last");
    }
}
