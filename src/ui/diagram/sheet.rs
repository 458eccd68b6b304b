//! A picture as a property: each result has one of its own, so that a pointer tells as much as comparing thousands of parts.

use std::ops::Deref;
use std::rc::Rc;

use crate::layout::scene::Scene;

/// A shared picture, equal to itself alone.
#[derive(Clone, Debug)]
pub struct Sheet(pub Rc<Scene>);

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
