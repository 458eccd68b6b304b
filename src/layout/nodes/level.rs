//! How much a tile tells, by how many nodes there are. Knows sizes only.

/// Space between two groups.
pub const BETWEEN: f32 = 20.0;
/// Space inside a group's border.
pub const PAD: f32 = 12.0;

/// The measures of all tiles of one picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// From one square to the next.
    pub pitch: f32,
    /// Font size of the name.
    pub name: f32,
    /// Where the name begins: the sign of its state stands before it.
    pub sign: f32,
    /// Height of the line with the name.
    pub head: f32,
    /// Height of each line below it.
    pub line: f32,
    /// Height of a bar with its words.
    pub meter: f32,
    /// Space inside a tile's border.
    pub pad: f32,
    /// Space between tiles.
    pub gap: f32,
    /// The narrowest and the widest tile.
    pub width: (f32, f32),
}

const RICH: Level =
    Level { pitch: 12.0, name: 13.0, sign: 28.0, head: 30.0, line: 17.0, meter: 17.0, pad: 10.0, gap: 10.0, width: (264.0, 340.0) };
const MEDIUM: Level =
    Level { pitch: 7.0, name: 11.5, sign: 23.0, head: 23.0, line: 0.0, meter: 0.0, pad: 7.0, gap: 6.0, width: (120.0, 210.0) };
const SMALL: Level =
    Level { pitch: 5.0, name: 7.0, sign: 11.0, head: 12.0, line: 0.0, meter: 0.0, pad: 3.0, gap: 4.0, width: (50.0, 110.0) };
const TINY: Level = Level { pitch: 3.0, name: 4.0, sign: 6.5, head: 7.0, line: 0.0, meter: 0.0, pad: 2.0, gap: 3.0, width: (32.0, 60.0) };

impl Level {
    /// The level for so many nodes.
    pub const fn of(nodes: usize) -> Self {
        match nodes {
            ..=40 => RICH,
            41..=400 => MEDIUM,
            401..=1_200 => SMALL,
            _ => TINY,
        }
    }

    /// The level whose squares are so far from each other: a painter sees only these.
    pub fn of_pitch(pitch: f32) -> Self {
        let all = [RICH, MEDIUM, SMALL];
        all.into_iter().find(|it| pitch >= it.pitch).unwrap_or(TINY)
    }

    /// Whether a tile has lines and bars.
    pub fn is_rich(&self) -> bool {
        self.line > 0.0
    }

    /// Whether a tile says how many of its pods are ready.
    pub fn counts(&self) -> bool {
        self.pitch > SMALL.pitch
    }

    /// Font size of a group's heading, and the height that it takes: a large picture is seen from further away.
    pub fn heading(&self) -> (f32, f32) {
        let high = if self.pitch > TINY.pitch { 36.0 } else { 48.0 };
        (heading_font(high), high)
    }

    /// How many squares stand abreast in a tile of that width.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 on, no wider than the picture")]
    pub fn abreast(&self, width: f32) -> usize {
        ((width - 2.0 * self.pad) / self.pitch + 0.2).floor().max(1.0) as usize
    }
}

/// Font size of a heading that is so high.
pub const fn heading_font(high: f32) -> f32 {
    if high > 40.0 { 24.0 } else { 15.0 }
}
