//! Seconds ago → places from left to right. One scale where that shows everything apart; else sections, each with a scale of its own,
//! so that days ago and the last hour stand in one picture.

use crate::order;

/// Length of the axis.
pub const WIDTH: f32 = 920.0;
pub const DAY: i64 = 86_400;

/// Distances between ticks on an axis of one scale.
const STEPS: [i64; 22] =
    [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY];
/// Where a section ends and the next begins.
const BREAKS: [i64; 12] = [0, 60, 300, 900, 3_600, 4 * 3_600, 12 * 3_600, 2 * DAY, 10 * DAY, 60 * DAY, 365 * DAY, 1_825 * DAY];
/// The narrowest section: the words of a tick fit.
const NARROWEST: f32 = 72.0;
/// Fewer ticks than this tell too little.
const FEWEST: usize = 6;
/// More ticks than this are too many on one scale.
const TICKS: i64 = 9;

/// The axis of one picture.
pub struct Axis {
    /// Seconds ago and place, the latest first.
    knots: Vec<(i64, f32)>,
    /// Seconds ago of each tick, the latest first.
    pub ticks: Vec<i64>,
    /// Whether its sections have scales of their own.
    pub uneven: bool,
    /// Whether its ticks stand less than a minute apart.
    pub fine: bool,
}

impl Axis {
    /// One on which all of these have their place.
    pub fn of(agos: impl Iterator<Item = i64>) -> Self {
        let mut agos: Vec<i64> = agos.map(|it| it.max(0)).collect();
        order::sort(&mut agos);
        let longest = agos.last().copied().unwrap_or(0).max(5);
        let newer = agos.get(agos.len() / 4).copied().unwrap_or(0);
        // The newest quarter within one tick of the end would stand in a heap.
        if longest > 600 && newer * TICKS < longest { Self::uneven(&agos, longest) } else { Self::even(longest) }
    }

    fn even(longest: i64) -> Self {
        let step = STEPS.into_iter().find(|it| longest <= it * TICKS).unwrap_or_else(|| (longest / TICKS / (30 * DAY) + 1) * 30 * DAY);
        let count = longest.div_euclid(step) + 1;
        let ticks: Vec<i64> = (0..=count).map(|it| it * step).collect();
        Self { knots: vec![(0, WIDTH), (count * step, 0.0)], ticks, uneven: false, fine: step < 60 }
    }

    fn uneven(agos: &[i64], longest: i64) -> Self {
        let count = |from: i64, to: i64| agos.partition_point(|it| *it <= to) - agos.partition_point(|it| *it <= from);
        let last = BREAKS.iter().copied().find(|it| *it >= longest).unwrap_or(longest);
        let mut breaks: Vec<i64> = BREAKS.into_iter().filter(|it| *it < last).chain([last]).collect();
        // Where nothing happened in two sections that follow each other, one is enough.
        let mut at = 1;
        while at + 1 < breaks.len() {
            let empty = |from: usize, to: usize| matches!((breaks.get(from), breaks.get(to)), (Some(a), Some(b)) if count(*a, *b) == 0);
            if breaks.len() > FEWEST && empty(at - 1, at) && empty(at, at + 1) {
                breaks.remove(at);
            } else {
                at += 1;
            }
        }
        let weight = |(from, to): (i64, i64)| (count(from, to).min(30) as f32).sqrt();
        let sections: Vec<(i64, i64)> = breaks.iter().copied().zip(breaks.iter().copied().skip(1)).collect();
        let all: f32 = sections.iter().map(|it| weight(*it)).sum::<f32>().max(1.0);
        let spare = (WIDTH - NARROWEST * sections.len() as f32).max(0.0);
        let least = NARROWEST.min(WIDTH / sections.len().max(1) as f32);
        let mut x = WIDTH;
        let mut knots = vec![(0, WIDTH)];
        for section in sections {
            x -= least + spare * weight(section) / all;
            knots.push((section.1, x.max(0.0)));
        }
        Self { knots, ticks: breaks, uneven: true, fine: false }
    }

    /// The place of an instant so many seconds ago.
    pub fn x(&self, ago: i64) -> f32 {
        for pair in self.knots.windows(2) {
            if let [(near, right), (far, left)] = pair
                && ago <= *far
            {
                let part = (ago - near).max(0) as f32 / (far - near).max(1) as f32;
                return right - (right - left) * part;
            }
        }
        0.0
    }
}
