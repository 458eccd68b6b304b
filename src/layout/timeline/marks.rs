//! What happened to one object, as marks on its lane: points that stand too near become one, spans lie below them.

use crate::layout::card::Card;
use crate::layout::scene::Caption;
use crate::layout::timeline::axis::Axis;
use crate::layout::timeline::lanes::{Lane, health};
use crate::model::moment::Moment;
use crate::model::part::PartId;
use crate::order;
use crate::time::Stamp;

/// How wide and high a point is.
pub const SIZE: f32 = 16.0;
/// From one row of marks on a lane to the next.
pub const TRACK: f32 = 20.0;
/// Rows of spans on a lane; further ones are drawn as one.
const SPANS: usize = 3;
/// A shorter span is a point.
const SHORTEST: f32 = 20.0;

/// A mark on its lane.
pub struct Mark {
    /// Its left end, from the start of the axis.
    pub x: f32,
    /// How long it is; a point is not.
    pub w: f32,
    /// Its row on the lane.
    pub track: usize,
    /// What it stands for.
    pub card: Card,
}

impl Mark {
    /// Its top, from that of the lane.
    pub fn y(&self) -> f32 {
        12.0 + self.track as f32 * TRACK
    }
}

/// Things that are drawn as one.
struct Group<'a> {
    x: f32,
    right: f32,
    of: Vec<&'a Moment>,
}

/// The marks of a lane, in order of time.
pub fn marks(lane: &Lane, axis: &Axis, end: Stamp) -> Vec<Mark> {
    let place = |at: Stamp| axis.x(end.0 - at.0);
    let long = |it: &&Moment| place(it.to) - place(it.from) >= SHORTEST;
    let (spans, mut points): (Vec<&Moment>, Vec<&Moment>) = lane.moments.iter().partition(long);
    order::sort_by(&mut points, |a, b| a.to.cmp(&b.to));
    let mut heaps: Vec<Group<'_>> = Vec::new();
    for moment in points {
        let x = place(moment.to);
        match heaps.last_mut().filter(|heap| x - heap.x < SIZE) {
            Some(heap) => heap.of.push(moment),
            None => heaps.push(Group { x, right: x, of: vec![moment] }),
        }
    }
    let first_row = usize::from(!heaps.is_empty());
    let mut rows: Vec<Vec<Group<'_>>> = Vec::new();
    for moment in spans {
        let (x, right) = (place(moment.from), place(moment.to));
        // What began and ended together is one bar.
        let same = |it: &&mut Group<'_>| it.of.iter().any(|have| (have.from, have.to) == (moment.from, moment.to));
        if let Some(have) = rows.iter_mut().flatten().find(same) {
            have.of.push(moment);
            continue;
        }
        let free = |row: &&mut Vec<Group<'_>>| row.last().is_none_or(|last| last.right + SIZE <= x);
        if let Some(row) = rows.iter_mut().find(free) {
            row.push(Group { x, right, of: vec![moment] });
        } else if rows.len() < SPANS {
            rows.push(vec![Group { x, right, of: vec![moment] }]);
        } else if let Some(last) = rows.last_mut().and_then(|row| row.last_mut()) {
            last.right = last.right.max(right);
            last.of.push(moment);
        }
    }
    let heaps = heaps.into_iter().map(|it| (0, it));
    let spans = rows.into_iter().enumerate().flat_map(|(row, spans)| spans.into_iter().map(move |it| (row + first_row, it)));
    let mut marks: Vec<Mark> = heaps.chain(spans).filter_map(|(track, group)| mark(lane, group, track, end)).collect();
    // Where two spans began and ended together, one stands for both.
    let mut have: Vec<PartId> = Vec::new();
    marks.retain(|it| {
        !have.contains(&it.card.id) && {
            have.push(it.card.id.clone());
            true
        }
    });
    order::sort_by(&mut marks, |a, b| a.x.total_cmp(&b.x));
    marks
}

/// One mark for what stands together, told by the worst of it.
fn mark(lane: &Lane, group: Group<'_>, track: usize, end: Stamp) -> Option<Mark> {
    let worst = group.of.iter().max_by_key(|it| it.grade)?;
    let (from, to) = (group.of.iter().map(|it| it.from).min()?, group.of.iter().map(|it| it.to).max()?);
    let mut captions = vec![Caption::Happened(worst.what.clone())];
    if worst.count > 1 {
        captions.push(Caption::Times(worst.count));
    }
    if let Some(more) = u32::try_from(group.of.len() - 1).ok().filter(|it| *it > 0) {
        captions.push(Caption::More(more));
    }
    let lasting = group.right > group.x;
    captions.push(if lasting { Caption::Between(end.0 - from.0, end.0 - to.0) } else { Caption::Ago(end.0 - to.0) });
    let id = PartId::Moment { of: lane.id.clone(), from, to, lasting };
    let card = Card { health: health(worst.grade), ..Card::new(id, captions) };
    Some(Mark { x: group.x, w: group.right - group.x, track, card })
}
