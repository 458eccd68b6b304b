//! What every picture by namespace keeps.

#[path = "edges.rs"]
mod edges;

use edges::edges;
use porthole::layout::geometry::Rect;
use porthole::layout::scene::Scene;
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
