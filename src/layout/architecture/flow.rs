//! Cards in rows: two abreast where both fit, else one across. Knows widths, not meanings.

use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::measure::{DETAIL, HEAVY, TITLE, beside_width, caption_ems, details_width};
use crate::layout::scene::{Caption, Drawn};

/// Space between cards.
pub const GAP: f32 = 8.0;
/// Height of a card with one line.
pub const LOW: f32 = 36.0;
/// Height of a card with two lines.
pub const HIGH: f32 = 54.0;
/// Room for the icon and the paddings beside a title.
const AROUND: f32 = 44.0;
/// Room for the mark of what is inferred.
const MARK: f32 = 14.0;

/// Width that a card's title needs.
pub fn title_width(card: &Card) -> f32 {
    let mark = if card.presence == Drawn::Inferred { MARK } else { 0.0 };
    AROUND + mark + card.captions.first().map_or(0.0, |it| caption_ems(it) * TITLE * HEAVY)
}

/// The lines below a title. What a whole section shares is said in its heading instead.
pub fn details(card: &Card) -> Vec<Caption> {
    card.captions.iter().skip(1).filter(|it| **it != Caption::PlacedByCounting).cloned().collect()
}

/// Width that a card needs with its details below the title.
pub fn two_line_width(card: &Card) -> f32 {
    title_width(card).max(AROUND + details_width(&details(card)))
}

/// Width that a card needs with its details beside the title.
pub fn one_line_width(card: &Card) -> f32 {
    let details = details(card);
    title_width(card) + if details.is_empty() { 0.0 } else { beside_width(&details) + DETAIL }
}

/// Height of a card that is `width` wide.
pub fn height(card: &Card, width: f32) -> f32 {
    if one_line_width(card) <= width { LOW } else { HIGH }
}

/// Rectangles for the cards, in their order, below `y`; and the end of the last row.
pub fn rows(cards: &[Card], x: f32, y: f32, width: f32) -> (Vec<Rect>, f32) {
    let half = (width - GAP) / 2.0;
    let fits_half = |card: &Card| two_line_width(card) <= half;
    let mut rects = vec![Rect::default(); cards.len()];
    let (halves, wholes): (Vec<usize>, Vec<usize>) = (0..cards.len()).partition(|i| cards.get(*i).is_some_and(fits_half));
    let mut top = y;
    for row in halves.chunks(2) {
        let h = row.iter().filter_map(|i| cards.get(*i)).map(|card| height(card, half)).fold(LOW, f32::max);
        for (place, i) in row.iter().enumerate() {
            if let Some(rect) = rects.get_mut(*i) {
                *rect = Rect { x: x + place as f32 * (half + GAP), y: top, w: half, h };
            }
        }
        top += h + GAP;
    }
    for i in wholes {
        if let (Some(rect), Some(card)) = (rects.get_mut(i), cards.get(i)) {
            *rect = Rect { x, y: top, w: width, h: height(card, width) };
            top += rect.h + GAP;
        }
    }
    (rects, if cards.is_empty() { y } else { top - GAP })
}
