//! What a picture lifts out: the parts of the incident that is read, or what a search has found. Pure; knows no DOM.

use std::rc::Rc;

use crate::layout::scene::{Edge, Health, Scene};
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::order::Set;

/// What is lifted out; the rest is dimmed. Nothing is dimmed where it is empty.
#[derive(Clone, Debug, Default)]
pub struct Emphasis {
    /// The parts of the incident that is read.
    pub highlighted: Vec<PartId>,
    /// The objects that a search has found.
    pub found: Option<Rc<Set<ObjectRef>>>,
}

impl PartialEq for Emphasis {
    /// What is the same set need not be compared.
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.found, &other.found) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b) || a == b,
            (None, None) => true,
            _ => false,
        };
        same && self.highlighted == other.highlighted
    }
}

impl Emphasis {
    /// Whether an object is lifted out by itself.
    pub fn dims(&self, object: &ObjectRef) -> bool {
        self.found.as_ref().is_some_and(|found| !found.contains(object))
    }

    /// By part: whether it is lifted out, or lies around such a part; empty where nothing is lifted, or nothing of it is drawn.
    pub fn lifted(&self, scene: &Scene) -> Vec<bool> {
        let mut lifted = vec![false; scene.parts.len()];
        let mut any = false;
        let hangs = scene.edges.iter().any(|it| it.to == PartId::Quorum && self.lifts(&it.from));
        for (at, part) in scene.parts.iter().enumerate() {
            let wanted = match &self.found {
                Some(found) => {
                    let of_cells = part.cells.iter().flat_map(|cells| &cells.of).map(|(object, _)| object);
                    part.objects.iter().chain(of_cells).any(|object| found.contains(object))
                }
                None => self.lifts(&part.id) || (part.id == PartId::Quorum && hangs),
            };
            let mut up = wanted.then_some(at);
            while let Some(index) = up {
                any = true;
                if let Some(it) = lifted.get_mut(index) {
                    *it = true;
                }
                up = scene.parts.get(index).and_then(|it| it.parent);
            }
        }
        // A search that finds nothing dims all; an incident that is not drawn dims nothing.
        if any || self.found.is_some() { lifted } else { Vec::new() }
    }

    /// Whether a part is lifted out for its own sake.
    pub fn lifts(&self, id: &PartId) -> bool {
        self.highlighted.contains(id)
    }

    /// Whether a line is part of what is highlighted: between two such parts, into their ring, or broken at one of them.
    pub fn belongs(&self, edge: &Edge) -> bool {
        let (from, to) = (self.lifts(&edge.from), self.lifts(&edge.to));
        from && (to || edge.to == PartId::Quorum) || (from || to) && edge.health == Health::Broken
    }
}
