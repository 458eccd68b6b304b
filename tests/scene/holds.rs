//! What every picture by namespace keeps.

use porthole::layout::geometry::{Point, Rect};
use porthole::layout::scene::{Scene, Shape};
use porthole::model::part::PartId;

/// Parts inside their parents, siblings apart, edges on borders, identities once.
pub fn check(scene: &Scene, most: usize) {
    assert!(scene.parts.len() <= most, "{} parts", scene.parts.len());
    let whole = Rect { x: 0.0, y: 0.0, w: scene.size.w, h: scene.size.h };
    let mut ids: Vec<&PartId> = scene.parts.iter().map(|it| &it.id).collect();
    ids.sort();
    for pair in ids.windows(2) {
        assert_ne!(pair[0], pair[1], "an identity twice");
    }
    for (i, part) in scene.parts.iter().enumerate() {
        assert!(whole.contains(part.rect), "{:?} leaves the picture", part.id);
        assert!(part.rect.w > 0.0 && part.rect.h > 0.0, "{:?} has no size", part.id);
        if let Some(parent) = part.parent {
            assert!(parent < i && scene.parts[parent].rect.contains(part.rect), "{:?} leaves {:?}", part.id, scene.parts[parent].id);
        }
        for other in scene.parts.iter().skip(i + 1).filter(|it| it.parent == part.parent) {
            assert!(!part.rect.overlaps(other.rect), "{:?} overlaps {:?}", part.id, other.id);
        }
        if let Some(cells) = &part.cells {
            for at in [0, cells.of.len().saturating_sub(1), cells.columns as usize - 1] {
                assert!(cells.of.is_empty() || at >= cells.of.len() || part.rect.contains(cells.rect(at)), "squares leave {:?}", part.id);
            }
        }
    }
    edges(scene);
}

fn edges(scene: &Scene) {
    let find = |id: &PartId| scene.parts.iter().find(|it| it.id == *id).expect("an edge of a part");
    let cards: Vec<_> = scene.parts.iter().filter(|it| it.shape == Shape::Card).collect();
    for edge in &scene.edges {
        let (from, to) = (find(&edge.from), find(&edge.to));
        let (first, last) = (edge.points[0], *edge.points.last().unwrap());
        assert!(on_border(from.rect, first), "{:?} → {:?} starts at {first:?}, off {:?}", edge.from, edge.to, from.rect);
        assert!(on_border(to.rect, last), "{:?} → {:?} ends at {last:?}, off {:?}", edge.from, edge.to, to.rect);
        for pair in edge.points.windows(2) {
            assert!(pair[0].x == pair[1].x || pair[0].y == pair[1].y, "a slanted line");
            let line = thin(pair[0], pair[1]);
            for card in cards.iter().filter(|it| it.id != edge.from && it.id != edge.to) {
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
