//! Where groups and their tiles stand: groups on shelves, tiles in rows, the whole about as wide as a screen is. Knows no nodes.

use crate::layout::geometry::Rect;
use crate::layout::measure::caption_ems;
use crate::layout::nodes::gather::{Group, Plan};
use crate::layout::nodes::level::{BETWEEN, Level, PAD};
use crate::layout::nodes::tile::{Tile, count};
use crate::layout::scene::Caption;

/// Width by height of a screen with the page's own bars on it.
const ASPECT: f32 = 1.6;
/// Width of the bar of a folded group.
pub const BAR: f32 = 120.0;
/// Numbers of columns that are tried. Their steps grow, so that one more node seldom moves all others.
const COLUMNS: [usize; 30] =
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 25, 28, 31, 35, 40, 45, 50, 56, 63, 70, 80, 90, 105, 125];

/// All places.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Sizes of everything in a tile.
    pub level: Level,
    /// Width of a tile.
    pub tile: f32,
    /// Width of everything.
    pub width: f32,
    /// The places of the groups; the first is at 0, 0.
    pub slots: Vec<Slot>,
    /// How high all groups are together.
    pub height: f32,
}

/// The place of a group.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The whole group.
    pub rect: Rect,
    /// Tiles abreast.
    pub columns: usize,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of tiles: what they hold begins at the same heights.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its upper edge, from that of the group.
    pub y: f32,
    /// Where bars begin, from the row's upper edge.
    pub meters: f32,
    /// Where squares begin.
    pub cells: f32,
    /// How high.
    pub h: f32,
}

impl Grid {
    /// Tries all widths and takes the one whose picture is nearest to a screen's.
    pub fn of(plan: &Plan, level: Level, tile: f32) -> Self {
        let mut best: Option<(f32, Self)> = None;
        // A few nodes stand side by side.
        let least = plan.groups.iter().map(|it| it.tiles.len()).max().unwrap_or(0).min(3);
        for columns in COLUMNS.into_iter().filter(|it| *it >= least) {
            let grid = Self::with(plan, level, tile, columns);
            let below: f32 = plan.elsewhere.iter().map(|it| grid.elsewhere(it).h + BETWEEN).sum();
            let aspect = grid.width / (grid.height + below).max(1.0) / ASPECT;
            let off = if aspect < 1.0 { 1.0 / aspect.max(0.001) } else { aspect };
            if best.as_ref().is_none_or(|(least, _)| off < *least) {
                best = Some((off, grid));
            }
            if aspect > 1.0 {
                break;
            }
        }
        best.map_or_else(|| Self::with(plan, level, tile, 1), |(_, grid)| grid)
    }

    fn with(plan: &Plan, level: Level, tile: f32, columns: usize) -> Self {
        let needs = plan.groups.iter().map(|it| heading_width(it, &level)).chain(plan.elsewhere.iter().map(|it| title_width(it, &level)));
        let width = needs.fold(span(columns, tile, &level), f32::max);
        let mut slots: Vec<Slot> = Vec::new();
        let (mut x, mut y, mut shelf, mut first) = (0.0, 0.0, 0.0_f32, 0);
        for group in &plan.groups {
            let abreast = columns.min(group.tiles.len());
            let w = span(abreast, tile, &level).max(heading_width(group, &level));
            if x > 0.0 && x + w > width + 0.01 {
                close(&mut slots, first, shelf);
                (x, y, first) = (0.0, y + shelf + BETWEEN, slots.len());
                shelf = 0.0;
            }
            let slot = slot(group, (x, y, w), abreast, tile, &level);
            shelf = shelf.max(slot.rect.h);
            x += w + BETWEEN;
            slots.push(slot);
        }
        close(&mut slots, first, shelf);
        Self { level, tile, width, slots, height: y + shelf }
    }

    /// The size of an area of pods without a node.
    pub fn elsewhere(&self, tile: &Tile) -> Rect {
        let level = elsewhere_level(tile);
        let n = tile.cells.len() as f32;
        // Alone in the picture they make its width.
        let alone = (n * level.pitch * level.pitch * ASPECT).sqrt() + 2.0 * PAD;
        let w = (n * level.pitch + 2.0 * PAD).min(self.width.max(alone)).max(title_width(tile, &self.level));
        let rows = tile.cells.len().div_ceil(abreast(w, level.pitch));
        Rect { x: 0.0, y: 0.0, w, h: self.level.heading().1 + rows as f32 * level.pitch + PAD }
    }
}

/// The level of the squares in an area of pods without a node: few are large, whatever else there is.
pub fn elsewhere_level(tile: &Tile) -> Level {
    Level::of(tile.cells.len() / 30)
}

/// Squares abreast in an area.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 on, no wider than the picture")]
pub fn abreast(width: f32, pitch: f32) -> usize {
    ((width - 2.0 * PAD) / pitch + 0.2).floor().max(1.0) as usize
}

/// Width of a group with so many tiles abreast.
fn span(columns: usize, tile: f32, level: &Level) -> f32 {
    columns as f32 * (tile + level.gap) - level.gap + 2.0 * PAD
}

/// All groups of a shelf are as high as the highest.
fn close(slots: &mut [Slot], first: usize, shelf: f32) {
    for slot in slots.iter_mut().skip(first) {
        slot.rect.h = shelf;
    }
}

fn slot(group: &Group, (x, y, w): (f32, f32, f32), columns: usize, tile: f32, level: &Level) -> Slot {
    let mut top = level.heading().1;
    let mut rows = Vec::new();
    for tiles in group.tiles.chunks(columns.max(1)) {
        let row = row(tiles, top, tile, level);
        top = row.y + row.h + level.gap;
        rows.push(row);
    }
    let h = if rows.is_empty() { top } else { top - level.gap + PAD };
    Slot { rect: Rect { x, y, w, h }, columns, rows }
}

fn row(tiles: &[Tile], y: f32, width: f32, level: &Level) -> Row {
    let most = |of: fn(&Tile) -> usize| tiles.iter().map(of).max().unwrap_or(0);
    let (lines, bars) = (most(|it| it.lines), most(|it| it.meters.len()));
    let squares = most(|it| it.cells.len()).div_ceil(level.abreast(width));
    let meters = level.head + lines as f32 * level.line + if lines > 0 && bars > 0 { 3.0 } else { 0.0 };
    let cells = meters + bars as f32 * level.meter + if lines + bars > 0 { 6.0 } else { 0.0 };
    Row { y, meters, cells, h: cells + squares as f32 * level.pitch + if squares > 0 { level.pad } else { 0.0 } }
}

/// Width of a heading: sign, name, and the remark after it.
fn heading_width(group: &Group, level: &Level) -> f32 {
    let font = level.heading().0;
    words_width(&group.card.captions, font) + if group.folded { BAR + font } else { 0.0 }
}

fn title_width(tile: &Tile, level: &Level) -> f32 {
    words_width(&tile.card.captions, level.heading().0)
}

fn words_width(captions: &[Caption], font: f32) -> f32 {
    let remark = captions.get(1).map_or(0.0, |it| caption_ems(it) * font * REMARK + font);
    font * SIGN + captions.first().map_or(0.0, |it| caption_ems(it) * font * heavy(it)) + remark + PAD
}

/// How much wider the heavy letters of a heading are; those of a fixed width hardly are.
pub fn heavy(title: &Caption) -> f32 {
    if matches!(title, Caption::Name(_)) { 1.08 } else { 1.2 }
}

/// Where a heading's words begin, in units of its font size.
pub const SIGN: f32 = 2.5;
/// Size of what stands after a heading's name, in units of its font size.
pub const REMARK: f32 = 0.82;

/// A number of squares abreast, as a scene has it.
pub fn columns(n: usize) -> u32 {
    count(n).max(1)
}
