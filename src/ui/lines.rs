//! Lines of the user's text that the worker has sent so far.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::order;

/// Lines by source and 1-based number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    by_place: BTreeMap<(u32, u32), Rc<str>>,
}

/// How many lines are kept; enough for every screen of a long scroll, and small beside the text itself.
const KEPT: usize = 20_000;

impl Lines {
    /// The line, if it has come.
    pub fn get(&self, source: u32, line: u32) -> Option<&Rc<str>> {
        self.by_place.get(&(source, line))
    }

    /// Adds lines that follow each other, the first being number `from`.
    pub fn add(&mut self, source: u32, from: u32, lines: Vec<String>) {
        if self.by_place.len() + lines.len() > KEPT {
            self.by_place.clear();
        }
        for (line, text) in (from..).zip(lines) {
            self.by_place.insert((source, line), text.into());
        }
    }
}

/// Joins wanted lines into half-open ranges, so that neighbours are fetched by one call.
pub fn ranges(mut wanted: Vec<(u32, u32)>) -> Vec<(u32, u32, u32)> {
    let mut ranges: Vec<(u32, u32, u32)> = Vec::new();
    order::sort(&mut wanted);
    wanted.dedup();
    for (source, line) in wanted {
        match ranges.last_mut() {
            Some((last, _, to)) if *last == source && *to == line => *to = line.saturating_add(1),
            _ => ranges.push((source, line, line.saturating_add(1))),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_one_range() {
        assert_eq!(ranges(vec![(0, 3), (1, 9), (0, 2), (0, 3), (0, 5), (1, 8)]), [(0, 2, 4), (0, 5, 6), (1, 8, 10)]);
        assert_eq!(ranges(Vec::new()), []);
    }

    #[test]
    fn the_cache_stays_small() {
        let mut lines = Lines::default();
        for start in 0..30 {
            lines.add(0, start * 1_000 + 1, vec![String::new(); 1_000]);
        }
        assert!(lines.by_place.len() <= KEPT);
        assert!(lines.get(0, 29_500).is_some());
    }
}
