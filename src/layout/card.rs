//! A shape before it has a place.

use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;

/// One shape with its texts.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: PartId,
    pub captions: Vec<Caption>,
    pub health: Health,
    pub presence: Drawn,
    pub objects: Vec<ObjectRef>,
}

impl Card {
    /// A card of that identity that is seen and well.
    pub fn new(id: PartId, captions: Vec<Caption>) -> Self {
        Self { id, captions, health: Health::Ok, presence: Drawn::Seen, objects: Vec::new() }
    }
}
