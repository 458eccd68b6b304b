//! The trees of a namespace → an area: owners on the left, their `ReplicaSets` with their pods beside them, guards below.

use crate::layout::architecture::flow::{HIGH, LOW, title_width, two_line_width};
use crate::layout::canvas::Canvas;
use crate::layout::card::Card;
use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::scene::{Caption, Drawn, Edge, Health};
use crate::layout::spaces::{Area, HEAD, PAD, Space, opened};
use crate::layout::workloads::tree::{Tree, along};

const GAP: f32 = 12.0;
/// Between an owner and what it owns: the lines run there.
const LANE: f32 = 36.0;
/// Left of an owner: the lines from what guards it.
const GUTTER: f32 = 16.0;
/// How much higher than wide an area may be.
const SLENDER: f32 = 0.9;

/// Widths that all areas of a picture have in common, so that cards stand in line.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    owner: f32,
    set: f32,
    /// Left of the owners of an area in which anything is guarded.
    gutter: f32,
}

impl Widths {
    /// As the widest card needs it.
    pub fn of<'a>(trees: impl Iterator<Item = &'a Tree<'a>>) -> Self {
        let (mut owner, mut set) = (200.0_f32, 220.0_f32);
        for tree in trees {
            let card = &tree.owner.card;
            owner = owner.max(two_line_width(&Card { captions: said(card), ..card.clone() }));
            for it in &tree.guards {
                owner = owner.max(title_width(it));
            }
            for it in &tree.branches {
                set = set.max(title_width(&it.card));
            }
        }
        let (owner, set) = (owner.ceil().min(400.0), set.ceil().min(400.0));
        // A card alone is as wide as half a tree with both.
        let both = (GUTTER + owner + LANE + set).max(2.0 * (GUTTER + owner) + GAP);
        Self { owner, set: both - GUTTER - owner - LANE, gutter: 0.0 }
    }

    const fn whole(self) -> f32 {
        GUTTER + self.owner + LANE + self.set
    }

    fn half(self) -> f32 {
        (self.whole() - GAP) / 2.0
    }

    fn is_wide(tree: &Tree<'_>) -> bool {
        !tree.branches.is_empty()
    }

    fn width(self, tree: &Tree<'_>) -> f32 {
        if Self::is_wide(tree) { self.whole() } else { self.half() }
    }

    fn owner_width(self, tree: &Tree<'_>) -> f32 {
        if Self::is_wide(tree) { self.owner } else { self.half() - self.gutter }
    }

    /// How high a tree is.
    fn height(self, tree: &Tree<'_>) -> f32 {
        let guards: f32 = tree.guards.iter().map(|it| guard_height(it) + GAP).sum();
        let left = tree.owner.height(self.owner_width(tree)) + guards;
        let right: f32 = tree.branches.iter().map(|it| it.height(self.set) + GAP).sum();
        left.max(right - GAP)
    }
}

/// What must not be cut: the name, the kind, how many are ready, that a rollout goes on.
fn said(card: &Card) -> Vec<Caption> {
    let keeps = |(i, it): &(usize, &Caption)| *i < 3 || **it == Caption::Rollout;
    card.captions.iter().enumerate().filter(keeps).map(|(_, it)| it.clone()).collect()
}

fn guard_height(card: &Card) -> f32 {
    if card.captions.len() > 1 { HIGH } else { LOW }
}

/// Draws a namespace.
pub fn area(space: &Space, trees: Vec<Tree<'_>>, widths: Widths) -> Area {
    let wide = trees.iter().any(Widths::is_wide);
    let gutter = if trees.iter().any(|it| !it.guards.is_empty()) { GUTTER } else { 0.0 };
    let widths = Widths { gutter, ..widths };
    let total: f32 = trees.iter().map(|it| (widths.height(it) + GAP) * if Widths::is_wide(it) { 2.0 } else { 1.0 }).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number from 1 on")]
    let wanted = (total / (widths.half() * SLENDER)).sqrt().ceil().max(1.0) as usize;
    let halves = trees.iter().map(|it| 1 + usize::from(Widths::is_wide(it))).sum::<usize>();
    let columns = wanted.min(halves).min(8).max(1 + usize::from(wide));
    let columns = if wide { columns.div_ceil(2) * 2 } else { columns };
    let mut bottoms = vec![HEAD; columns];
    let mut places = Vec::new();
    // Wide ones first; then the others fill the columns.
    let order = || (0..trees.len()).map(|i| (i, trees.get(i)));
    for (i, tree) in order().filter(|it| it.1.is_some_and(Widths::is_wide)).chain(order().filter(|it| !it.1.is_some_and(Widths::is_wide))) {
        let Some(tree) = tree else { continue };
        let span = 1 + usize::from(Widths::is_wide(tree));
        let top = |at: usize| bottoms.iter().skip(at).take(span).fold(0.0, |a: f32, b| a.max(*b));
        let at = (0..columns).step_by(span).min_by(|a, b| top(*a).total_cmp(&top(*b))).unwrap_or(0);
        let y = top(at);
        for bottom in bottoms.iter_mut().skip(at).take(span) {
            *bottom = y + widths.height(tree) + GAP;
        }
        places.push((i, Point { x: PAD + at as f32 * (widths.half() + GAP), y }));
    }
    let inner = Size { w: columns as f32 * (widths.half() + GAP) - GAP, h: bottoms.iter().fold(0.0, |a: f32, b| a.max(*b)) - HEAD - GAP };
    let (mut area, group) = opened(space, Vec::new(), inner);
    crate::order::sort_by_key(&mut places, |it| it.0);
    for (tree, (_, at)) in trees.into_iter().zip(places) {
        draw(&mut area.canvas, group, tree, at, widths);
    }
    area
}

fn draw(canvas: &mut Canvas, group: usize, tree: Tree<'_>, at: Point, widths: Widths) {
    let (w, whole) = (widths.owner_width(&tree), widths.width(&tree));
    let x = at.x + widths.gutter;
    let rect = Rect { x, y: at.y, w, h: tree.owner.height(w) };
    let owner = tree.owner.draw(canvas, group, rect);
    let mut y = rect.bottom() + GAP;
    for guard in &tree.guards {
        let index = canvas.add(Some(group), Rect { x, y, w, h: guard_height(guard) }, crate::layout::scene::Shape::Card, guard);
        y += guard_height(guard) + GAP;
        guards(canvas, index, owner);
    }
    let mut y = at.y;
    for set in tree.branches {
        let rect = Rect { x: at.x + whole - widths.set, y, w: widths.set, h: set.height(widths.set) };
        y = rect.bottom() + GAP;
        let health = along(&set.card);
        let index = set.draw(canvas, group, rect);
        owns(canvas, owner, index, health);
    }
}

/// From an owner to what it owns: straight where that stands beside it, else down between them.
fn owns(canvas: &mut Canvas, owner: usize, set: usize, health: Health) {
    let (Some(from), Some(to)) = (canvas.part(owner), canvas.part(set)) else { return };
    let (out, into) = (from.rect.y + LOW / 2.0, to.rect.y + LOW / 2.0);
    let middle = f32::midpoint(from.rect.right(), to.rect.x);
    let mut points = vec![Point { x: from.rect.right(), y: out }];
    if (out - into).abs() > 0.01 {
        points.extend([Point { x: middle, y: out }, Point { x: middle, y: into }]);
    }
    points.push(Point { x: to.rect.x, y: into });
    let edge = Edge { from: from.id.clone(), to: to.id.clone(), points, health: quiet(health), label: None, purpose: None };
    canvas.connect(edge);
}

/// From a guard around the left side to what it guards.
fn guards(canvas: &mut Canvas, guard: usize, owner: usize) {
    let (Some(from), Some(to)) = (canvas.part(guard), canvas.part(owner)) else { return };
    let (out, into) = (from.rect.center().y, to.rect.center().y);
    let x = from.rect.x - GUTTER * 0.6;
    let points = vec![Point { x: from.rect.x, y: out }, Point { x, y: out }, Point { x, y: into }, Point { x: to.rect.x, y: into }];
    let health = match to.presence {
        Drawn::Absent => Health::Broken,
        Drawn::NotShown => Health::Unknown,
        _ => Health::Ok,
    };
    let edge = Edge { from: from.id.clone(), to: to.id.clone(), points, health, label: None, purpose: None };
    canvas.connect(edge);
}

/// Ownership does not break because pods do.
const fn quiet(health: Health) -> Health {
    match health {
        Health::Broken | Health::Look => Health::Ok,
        health => health,
    }
}
