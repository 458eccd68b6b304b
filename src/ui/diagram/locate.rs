//! Where a picture shows a part, which may have been selected in another picture. Pure; knows no DOM.

use crate::layout::geometry::Rect;
use crate::layout::scene::Scene;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;

/// A part, or a square in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Located {
    /// The part's place in the scene.
    pub part: usize,
    /// The square's place in the part.
    pub cell: Option<usize>,
}

impl Located {
    /// Where it is.
    pub fn rect(self, scene: &Scene) -> Option<Rect> {
        let part = scene.parts.get(self.part)?;
        Some(match (self.cell, &part.cells) {
            (Some(cell), Some(cells)) => cells.rect(cell),
            _ => part.rect,
        })
    }

    /// What a click on it selects.
    pub fn id(self, scene: &Scene) -> Option<PartId> {
        let part = scene.parts.get(self.part)?;
        let of = self.cell.and_then(|cell| part.cells.as_ref()?.of.get(cell));
        Some(of.map_or_else(|| part.id.clone(), |(object, _)| PartId::Pod(object.clone())))
    }
}

/// The part of that identity, else the square of one of its objects, else the smallest part that stands for one of them.
/// `objects` are those of the part in the picture where it was selected.
pub fn locate(scene: &Scene, id: &PartId, objects: &[ObjectRef]) -> Option<Located> {
    if let Some(part) = scene.parts.iter().position(|it| it.id == *id) {
        return Some(Located { part, cell: None });
    }
    let own = match id {
        PartId::Pod(object) => Some(object.clone()),
        PartId::Node(name) | PartId::Component { node: name, .. } => Some(ObjectRef::node(name)),
        _ => None,
    };
    let objects = || own.iter().chain(objects);
    let square = scene.parts.iter().enumerate().find_map(|(part, it)| {
        let cell = it.cells.as_ref()?.of.iter().position(|(of, _)| objects().any(|object| object == of))?;
        Some(Located { part, cell: Some(cell) })
    });
    square.or_else(|| {
        let stands = scene.parts.iter().enumerate().filter(|(_, it)| it.focusable && objects().any(|object| it.objects.contains(object)));
        stands.min_by_key(|(_, it)| it.objects.len()).map(|(part, _)| Located { part, cell: None })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::canvas::Canvas;
    use crate::layout::card::Card;
    use crate::layout::geometry::Point;
    use crate::layout::scene::{Cells, Health, Shape};

    #[test]
    fn a_part_is_found_by_identity_then_by_square_then_by_what_it_stands_for() {
        let rect = Rect { x: 0.0, y: 0.0, w: 90.0, h: 90.0 };
        let (pod, service) = (ObjectRef::pod(Some("a"), "p"), ObjectRef::namespaced(crate::kind::Kind::Service, "a", "s"));
        let mut canvas = Canvas::default();
        let tile = canvas.add(
            None,
            rect,
            Shape::Tile,
            &Card { objects: vec![ObjectRef::node("n")], ..Card::new(PartId::Node("n".into()), Vec::new()) },
        );
        canvas.fill(tile, Cells { at: Point::default(), columns: 4, pitch: 8.0, of: vec![(pod.clone(), Health::Ok)] });
        canvas.add(None, rect, Shape::Card, &Card { objects: vec![service.clone()], ..Card::new(PartId::Quorum, Vec::new()) });
        let scene = canvas.finish();
        let at = |id: PartId, objects: &[ObjectRef]| locate(&scene, &id, objects).map(|it| (it.part, it.cell));
        assert_eq!(at(PartId::Node("n".into()), &[]), Some((0, None)));
        assert_eq!(at(PartId::Pod(pod.clone()), &[]), Some((0, Some(0))));
        assert_eq!(at(PartId::Product("coredns".into()), &[pod]), Some((0, Some(0))));
        assert_eq!(at(PartId::Pod(service), &[]), Some((1, None)));
        assert_eq!(at(PartId::Component { product: "kubelet".into(), node: "n".into() }, &[]), Some((0, None)));
        assert_eq!(at(PartId::Kubectl, &[]), None);
    }
}
