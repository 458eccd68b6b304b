//! What the drawings for other programs have in common: which parts, inside which, with which lines. Knows no syntax.

use crate::layout::scene::{Caption, Drawn, Health, Part, Scene, Shape};
use crate::phrase;
use crate::text::Lang;

/// A caption in words; given by whoever has them.
pub type Words<'a> = &'a dyn Fn(&Caption) -> String;

/// A scene by nesting.
pub struct Outline<'a> {
    /// Its parts, each with its place in the scene; bars and the lines of an axis, which are nothing without their place, left out.
    pub parts: Vec<Option<&'a Part>>,
    /// By part: the parts directly inside.
    pub inside: Vec<Vec<usize>>,
}

impl<'a> Outline<'a> {
    /// The outline of a scene.
    pub fn of(scene: &'a Scene) -> Self {
        let parts: Vec<Option<&Part>> =
            scene.parts.iter().map(|it| Some(it).filter(|it| !matches!(it.shape, Shape::Meter { .. } | Shape::Tick))).collect();
        let mut inside = vec![Vec::new(); parts.len()];
        for (at, part) in parts.iter().enumerate().filter_map(|(at, part)| Some((at, (*part)?))) {
            if let Some(children) = part.parent.and_then(|parent| inside.get_mut(parent)) {
                children.push(at);
            }
        }
        Self { parts, inside }
    }

    /// Whether other parts stand in it.
    pub fn holds(&self, part: usize) -> bool {
        self.inside.get(part).is_some_and(|it| !it.is_empty())
    }

    /// Whether one of the two is the other, or stands somewhere inside it.
    pub fn nested(&self, a: usize, b: usize) -> bool {
        self.within(a, b) || self.within(b, a)
    }

    fn within(&self, inner: usize, outer: usize) -> bool {
        let mut at = Some(inner);
        while let Some(part) = at.filter(|it| *it != outer) {
            at = self.parts.get(part).copied().flatten().and_then(|it| it.parent);
        }
        at.is_some()
    }
}

/// What is written on a part, and how many squares it holds.
pub fn lines(part: &Part, words: Words<'_>, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = part.captions.iter().map(words).filter(|it| !it.is_empty()).collect();
    if let Some(cells) = &part.cells {
        let broken = cells.of.iter().filter(|(_, health)| *health == Health::Broken).count();
        let said = phrase!("{all} in all, {broken} broken", "共 {all} 个，故障 {broken} 个", all = cells.of.len(), broken = broken);
        lines.push(said.get(lang).to_owned());
    }
    lines
}

/// How a part stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Not at all.
    Ok,
    /// Look at it.
    Look,
    /// Broken.
    Broken,
    /// Should be there and is not.
    Absent,
    /// The text does not tell.
    Unknown,
}

/// The look of a part.
pub fn look(part: &Part) -> Look {
    match (part.presence, part.health) {
        (Drawn::Absent, _) => Look::Absent,
        (Drawn::NotShown, _) | (_, Health::Unknown) => Look::Unknown,
        (_, Health::Broken) => Look::Broken,
        (_, Health::Look) => Look::Look,
        (_, Health::Ok) => Look::Ok,
    }
}
