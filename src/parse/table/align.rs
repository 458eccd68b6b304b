//! Words → cells where neither places nor gaps tell: the cheapest way to lay the words over the columns, in order.
//! A shortest path over (words used, columns filled), as in sequence alignment.

use crate::parse::table::cell::Sort;
use crate::parse::table::cut::Cell;
use crate::parse::table::header::words_apart;

/// Rows with more words than this are not looked at.
const MOST_WORDS: usize = 400;
/// Cells of a few words have at most so many.
const FEW: usize = 8;
/// A cell is empty.
const EMPTY: u32 = 30;
/// A word too many in a cell of one word.
const EXTRA: u32 = 25;
/// A gap of several spaces inside a cell, or of one space between two.
const ODD_GAP: u32 = 40;
/// A cell that says nothing for its column.
const UNPROVEN: u32 = 4;
/// Above this for each column, a line is no row.
const MOST: u32 = 16;

/// Lays the words of a line over the columns; whether they fit. `squeezed`: every gap was made one space.
pub fn align(line: &str, sorts: &[Sort], squeezed: bool, cells: &mut Vec<Cell>) -> bool {
    let words: Vec<Cell> = words_apart(line, 1).into_iter().map(|(_, word)| range(line, word)).collect();
    let (n, m) = (words.len(), sorts.len());
    if !(2..=MOST_WORDS).contains(&n) || m < 2 {
        return false;
    }
    let Some((best, cost)) = lay(line, &words, sorts, squeezed) else { return false };
    if cost > MOST * u32::try_from(m).unwrap_or(u32::MAX) {
        return false;
    }
    cells.clear();
    let mut used = n;
    for column in (1..=m).rev() {
        let (_, take) = get(&best, column, used);
        let cell = if take == 0 { (line.len(), line.len()) } else { span(&words, used - take, take) };
        cells.push(cell);
        used -= take;
    }
    cells.reverse();
    true
}

/// What it costs to lay a line over columns, and how many of them something in it proves; `None` if it does not fit.
pub fn cost(line: &str, sorts: &[Sort]) -> Option<(u32, usize)> {
    let mut cells = Vec::new();
    if !align(line, sorts, false, &mut cells) {
        return None;
    }
    let words: Vec<Cell> = words_apart(line, 1).into_iter().map(|(_, word)| range(line, word)).collect();
    let (_, cost) = lay(line, &words, sorts, false)?;
    let proofs = sorts.iter().zip(&cells).filter(|(sort, (from, to))| sort.proves(line.get(*from..*to).unwrap_or_default())).count();
    Some((cost, proofs))
}

/// The cheapest way to each state, and what the whole costs.
#[expect(clippy::type_complexity, reason = "a table of costs and steps")]
fn lay(line: &str, words: &[Cell], sorts: &[Sort], squeezed: bool) -> Option<(Vec<Vec<(u32, usize)>>, u32)> {
    let (n, m) = (words.len(), sorts.len());
    // best[column][words] = cost so far, and how many words that column took.
    let mut best = vec![vec![(u32::MAX, 0_usize); n + 1]; m + 1];
    set(&mut best, 0, 0, (0, 0));
    for (column, sort) in sorts.iter().enumerate() {
        for used in 0..=n {
            let (cost, _) = get(&best, column, used);
            if cost == u32::MAX {
                continue;
            }
            let most = if *sort == Sort::Text { n - used } else { FEW.min(n - used) };
            for take in 0..=most {
                let Some(step) = price(line, words, *sort, used, take, squeezed) else { continue };
                if cost + step < get(&best, column + 1, used + take).0 {
                    set(&mut best, column + 1, used + take, (cost + step, take));
                }
            }
        }
    }
    let (cost, _) = get(&best, m, n);
    (cost != u32::MAX).then_some((best, cost))
}

/// What it costs that a column takes so many words from `used` on; `None` where they cannot stand there.
fn price(line: &str, words: &[Cell], sort: Sort, used: usize, take: usize, squeezed: bool) -> Option<u32> {
    if take == 0 {
        return (sort != Sort::Name).then_some(EMPTY);
    }
    let (from, to) = span(words, used, take);
    let cell = line.get(from..to)?;
    if !sort.fits(cell) {
        return None;
    }
    let extra = u32::try_from(take - 1).ok()?;
    let mut cost = match sort {
        Sort::Text | Sort::Kernel => extra.min(1),
        Sort::Words | Sort::Restarts => 2 * extra,
        _ => EXTRA * extra,
    };
    if !sort.proves(cell) {
        cost += UNPROVEN;
    }
    if !squeezed {
        let gap = |at: usize| words.get(at).zip(words.get(at + 1)).map_or(0, |((_, end), (next, _))| next - end);
        let inside = (used..used + take - 1).filter(|at| gap(*at) > 1).count();
        let before = usize::from(used > 0 && gap(used - 1) == 1);
        cost += ODD_GAP * u32::try_from(inside + before).ok()?;
    }
    Some(cost)
}

fn span(words: &[Cell], from: usize, take: usize) -> Cell {
    let start = words.get(from).map_or(0, |it| it.0);
    let end = words.get(from + take - 1).map_or(start, |it| it.1);
    (start, end)
}

/// Where a piece of a line begins and ends in it.
fn range(line: &str, piece: &str) -> Cell {
    let start = piece.as_ptr().addr() - line.as_ptr().addr();
    (start, start + piece.len())
}

fn get(best: &[Vec<(u32, usize)>], column: usize, used: usize) -> (u32, usize) {
    best.get(column).and_then(|row| row.get(used)).copied().unwrap_or((u32::MAX, 0))
}

fn set(best: &mut [Vec<(u32, usize)>], column: usize, used: usize, value: (u32, usize)) {
    if let Some(slot) = best.get_mut(column).and_then(|row| row.get_mut(used)) {
        *slot = value;
    }
}
