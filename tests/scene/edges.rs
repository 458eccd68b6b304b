//! What the lines of every picture keep.

use porthole::layout::geometry::{Point, Rect};
use porthole::layout::scene::{Scene, Shape};
use porthole::model::part::PartId;

/// They begin and end on the borders of their parts, run upright or level, and cross no card of others.
pub fn edges(scene: &Scene) {
    let find = |id: &PartId| scene.parts.iter().find(|it| it.id == *id).expect("an edge of a part");
    for edge in &scene.edges {
        let (from, to) = (find(&edge.from), find(&edge.to));
        let (first, last) = (edge.points[0], *edge.points.last().unwrap());
        assert!(on_border(from.rect, first), "{:?} → {:?} starts at {first:?}, off {:?}", edge.from, edge.to, from.rect);
        assert!(on_border(to.rect, last), "{:?} → {:?} ends at {last:?}, off {:?}", edge.from, edge.to, to.rect);
        for pair in edge.points.windows(2) {
            assert!(pair[0].x == pair[1].x || pair[0].y == pair[1].y, "a slanted line");
            let line = thin(pair[0], pair[1]);
            let cards = scene.parts.iter().filter(|it| !matches!(it.shape, Shape::Group | Shape::Section));
            for card in cards.filter(|it| it.id != edge.from && it.id != edge.to) {
                assert!(!card.rect.overlaps(line), "{:?} → {:?} crosses {:?}", edge.from, edge.to, card.id);
            }
        }
    }
}

fn thin(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x) - 0.5, y: a.y.min(b.y) - 0.5, w: (a.x - b.x).abs() + 1.0, h: (a.y - b.y).abs() + 1.0 }
}

fn on_border(rect: Rect, p: Point) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 0.01;
    let (within_x, within_y) = (p.x >= rect.x && p.x <= rect.right(), p.y >= rect.y && p.y <= rect.bottom());
    within_y && (near(p.x, rect.x) || near(p.x, rect.right())) || within_x && (near(p.y, rect.y) || near(p.y, rect.bottom()))
}
