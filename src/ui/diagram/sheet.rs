//! A picture as a property: each result has one of its own, so that a pointer tells as much as comparing thousands of parts.

use std::ops::Deref;
use std::rc::Rc;

use crate::layout::geometry::Rect;
use crate::layout::scene::{Part, Scene};
use crate::model::part::PartId;

/// A shared picture, equal to itself alone.
#[derive(Clone, Debug)]
pub struct Sheet(pub Rc<Scene>);

impl Sheet {
    /// Where a part is, or the square that stands for a pod.
    pub fn place(&self, id: &PartId) -> Option<Rect> {
        if let Some(part) = self.parts.iter().find(|it| it.id == *id) {
            return Some(part.rect);
        }
        self.parts.iter().find_map(|it| square(it, id))
    }
}

/// The square of a part that stands for a pod.
pub fn square(part: &Part, id: &PartId) -> Option<Rect> {
    let PartId::Pod(id) = id else { return None };
    let cells = part.cells.as_ref()?;
    let at = cells.of.iter().position(|(it, _)| it == id)?;
    Some(cells.rect(at))
}

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Sheet {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.0
    }
}
