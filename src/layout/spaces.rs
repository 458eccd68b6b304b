//! Namespaces as areas: which are folded, what stands in their headings, where they lie. Knows no workloads and no Services.

use std::cmp::Reverse;

use crate::layout::architecture::cards::capped;
use crate::layout::architecture::gather::PARTS_CAP;
use crate::layout::canvas::{Canvas, MARGIN};
use crate::layout::card::Card;
use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::measure::{DETAIL, NODE_NAME, caption_ems, details_width};
use crate::layout::request::LayoutRequest;
use crate::layout::scene::{Caption, Health, Shape};
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};
use crate::order;

/// Space inside a namespace's border.
pub const PAD: f32 = 14.0;
/// Height of a heading: the name, and the line below it.
pub const HEAD: f32 = 58.0;
const BETWEEN: f32 = 22.0;
const BAR: f32 = 96.0;
/// Room before the name: the sign that it folds and the sign of its state.
const SIGNS: f32 = 58.0;
/// Namespaces and cards up to which nothing begins folded.
const FEW: (usize, usize) = (5, 150);
/// Namespaces that begin open at most.
const OPEN_CAP: usize = 24;

/// What is known of a namespace before it is drawn.
#[derive(Clone, Debug)]
pub struct Space {
    /// Its name; empty where the text does not tell it.
    pub name: String,
    /// The worst in it.
    pub health: Health,
    /// How much is in it, in words.
    pub count: Caption,
    /// Pods that are ready, and all.
    pub pods: (u32, u32),
    /// Parts that it takes when it is open.
    pub cost: usize,
}

impl Space {
    /// Its identity.
    pub fn id(&self) -> PartId {
        PartId::Group { by: "namespace".to_owned(), name: self.name.clone() }
    }

    /// Its heading.
    fn card(&self, folded: bool) -> Card {
        let name = if self.name.is_empty() { Caption::NamespaceNotTold } else { Caption::Name(self.name.clone()) };
        let mut captions = vec![name, self.count.clone()];
        if self.pods.1 > 0 {
            captions.push(Caption::PodsReady(self.pods.0, self.pods.1));
        }
        captions.push(Caption::Fold(folded));
        Card { health: self.health, ..Card::new(self.id(), captions) }
    }
}

/// An area that is drawn but has no place yet: its upper left corner is 0, 0.
#[derive(Default)]
pub struct Area {
    pub canvas: Canvas,
    pub size: Size,
}

/// For each namespace how many of its trees or rows are drawn; `None` where it is folded.
pub fn room(spaces: &[Space], request: &LayoutRequest) -> Vec<Option<usize>> {
    let all: usize = spaces.iter().map(|it| it.cost).sum();
    let large = spaces.len() > FEW.0 && all > FEW.1;
    let mut begun = 0;
    let folded = |space: &Space| {
        let well = space.health <= Health::Unknown;
        begun += usize::from(!well);
        (large && (well || begun > OPEN_CAP)) != request.toggled.contains(&space.id())
    };
    let folded: Vec<bool> = spaces.iter().map(folded).collect();
    let open = || spaces.iter().zip(&folded).filter(|(_, folded)| !**folded).map(|(it, _)| it.cost);
    let mut left = PARTS_CAP.saturating_sub(spaces.len().min(PARTS_CAP / 4) * 2).max(60);
    // Those that need little leave the more to the others.
    let mut costs: Vec<usize> = open().collect();
    order::sort(&mut costs);
    let mut share = usize::MAX;
    for (at, cost) in costs.iter().enumerate() {
        share = left / (costs.len() - at);
        if *cost > share {
            break;
        }
        left -= cost;
        share = usize::MAX;
    }
    spaces.iter().zip(&folded).map(|(_, folded)| (!folded).then_some(share.max(4))).collect()
}

/// Those with faults first, where there are so many that the eye would not find them.
pub fn sort<T>(spaces: &mut [(Space, T)]) {
    let all: usize = spaces.iter().map(|(it, _)| it.cost).sum();
    if spaces.len() > FEW.0 && all > FEW.1 {
        order::sort_by_key(spaces, |(it, _)| Reverse(if it.health <= Health::Unknown { Health::Ok } else { it.health }));
    }
}

/// An open area of that inner size; returns it with the index of its group.
pub fn opened(space: &Space, objects: Vec<ObjectRef>, inner: Size) -> (Area, usize) {
    let card = Card { objects, ..space.card(false) };
    let size = Size { w: (inner.w + 2.0 * PAD).max(heading_width(&card)).ceil(), h: inner.h + HEAD + PAD };
    let mut area = Area { size, ..Area::default() };
    let group = area.canvas.add(None, Rect { x: 0.0, y: 0.0, w: size.w, h: size.h }, Shape::Group, &card);
    (area, group)
}

fn heading_width(card: &Card) -> f32 {
    let name = SIGNS + card.captions.first().map_or(0.0, caption_ems) * NODE_NAME;
    name.max(SIGNS + details_width(card.captions.get(1..card.captions.len() - 1).unwrap_or_default())) + PAD
}

/// Puts everything into one picture, about as wide as a screen is: the open areas, the folded namespaces as a line each, and a note.
pub fn arrange(areas: Vec<Area>, folded: &[Space], note: Option<&Card>) -> Canvas {
    let mut canvas = Canvas::default();
    let mut cards: Vec<Card> = folded.iter().map(|it| it.card(true)).collect();
    let line = cards.iter().map(|it| heading_width(it).max(SIGNS + name_width(it) + BAR + 2.0 * PAD)).fold(330.0, f32::max).ceil();
    cards = capped(cards, PARTS_CAP / 4, PartId::Section { of: "+".to_owned(), section: Section::Workloads });
    let sizes: Vec<Size> = areas.iter().map(|it| it.size).collect();
    let (places, packed) = pack(&sizes);
    for (area, at) in areas.into_iter().zip(places) {
        canvas.absorb(area.canvas, Point { x: at.x + MARGIN, y: at.y + MARGIN });
    }
    let mut y = MARGIN + packed.h + if packed.h > 0.0 { BETWEEN } else { 0.0 };
    let wanted = packed.w.max((cards.len() as f32 * (line + BETWEEN) * (HEAD + 12.0) * 1.6).sqrt());
    let (columns, gap) = (abreast(wanted, line).min(cards.len().max(1)), 12.0);
    for (i, card) in cards.iter().enumerate() {
        let (row, column) = (i / columns, i % columns);
        let rect = Rect { x: MARGIN + column as f32 * (line + gap), y: y + row as f32 * (HEAD + gap), w: line, h: HEAD };
        fold(&mut canvas, card, folded.get(i), rect);
    }
    if !cards.is_empty() {
        y += cards.len().div_ceil(columns) as f32 * (HEAD + gap) + BETWEEN - gap;
    }
    if let Some(note) = note {
        let w = (canvas.right() - MARGIN).max(560.0);
        let lines: f32 = note.captions.iter().map(|it| (caption_ems(it) * DETAIL / (w - 56.0)).ceil()).sum();
        canvas.add(None, Rect { x: MARGIN, y, w, h: 20.0 + 18.0 * lines }, Shape::Note, note);
    }
    canvas
}

fn name_width(card: &Card) -> f32 {
    card.captions.first().map_or(0.0, caption_ems) * NODE_NAME
}

/// One line of a folded namespace, with a bar of its pods that are ready. The last may stand for all that have no room.
fn fold(canvas: &mut Canvas, card: &Card, space: Option<&Space>, rect: Rect) {
    let is_group = matches!(card.id, PartId::Group { .. });
    let group = canvas.add(None, rect, if is_group { Shape::Group } else { Shape::Card }, card);
    let Some((ready, all)) = space.filter(|it| is_group && it.pods.1 > 0).map(|it| it.pods) else { return };
    let (PartId::Group { by, name }, permille) = (&card.id, u64::from(ready) * 1000 / u64::from(all)) else { return };
    let bar = Card {
        health: card.health,
        ..Card::new(PartId::Component { product: "ready".to_owned(), node: format!("{by}/{name}") }, Vec::new())
    };
    let at = Rect { x: rect.right() - PAD - BAR, y: rect.y + 19.0, w: BAR, h: 8.0 };
    canvas.add(Some(group), at, Shape::Meter { permille: u32::try_from(permille).unwrap_or(1000) }, &bar);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 on, no more than a picture has columns")]
fn abreast(width: f32, each: f32) -> usize {
    ((width + BETWEEN) / (each + BETWEEN)).floor().max(1.0) as usize
}

/// Where boxes lie, in their order, each as high as it can and then as far to the left; and how much room they take.
/// Of several widths the one whose picture is nearest to the form of a screen.
fn pack(sizes: &[Size]) -> (Vec<Point>, Size) {
    let widest = sizes.iter().map(|it| it.w).fold(0.0, f32::max);
    let area: f32 = sizes.iter().map(|it| (it.w + BETWEEN) * (it.h + BETWEEN)).sum();
    let best = (0..8).map(|step| packed(sizes, widest.max((area * 1.5).sqrt() * (0.75 + 0.125 * step as f32)))).min_by(|(_, a), (_, b)| {
        // A screen of that form must show it: the larger of both sides counts.
        let side = |it: &Size| it.w.max(it.h * 1.6);
        side(a).total_cmp(&side(b))
    });
    best.unwrap_or_default()
}

fn packed(sizes: &[Size], width: f32) -> (Vec<Point>, Size) {
    let mut placed: Vec<Rect> = Vec::new();
    for size in sizes {
        let lowest = |x: f32| {
            let over = placed.iter().filter(|it| it.x < x + size.w + BETWEEN && x < it.right() + BETWEEN);
            Point { x, y: over.map(|it| it.bottom() + BETWEEN).fold(0.0, f32::max) }
        };
        let beside = placed.iter().map(|it| it.right() + BETWEEN).filter(|x| x + size.w <= width + 0.5);
        let at =
            std::iter::once(0.0).chain(beside).map(lowest).min_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x))).unwrap_or_default();
        placed.push(Rect { x: at.x, y: at.y, w: size.w, h: size.h });
    }
    let w = placed.iter().map(|it| it.right()).fold(0.0, f32::max);
    let h = placed.iter().map(|it| it.bottom()).fold(0.0, f32::max);
    (placed.iter().map(|it| Point { x: it.x, y: it.y }).collect(), Size { w, h })
}
