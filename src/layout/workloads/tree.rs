//! A workload as it is drawn: its own card, its `ReplicaSets` or Jobs with their pods, and what scales or guards it.

use crate::layout::card::Card;
use crate::layout::scene::{Drawn, Health};
use crate::layout::squares::Filled;

/// One workload.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    /// On top; with the pods themselves where nothing is between.
    pub owner: Filled<'a>,
    /// What is between it and its pods.
    pub branches: Vec<Filled<'a>>,
    /// Autoscalers and budgets.
    pub guards: Vec<Card>,
}

impl<'a> Tree<'a> {
    /// A tree that is one card.
    pub const fn of(owner: Filled<'a>) -> Self {
        Self { owner, branches: Vec::new(), guards: Vec::new() }
    }

    /// The worst in it.
    pub fn health(&self) -> Health {
        let branches = self.branches.iter().map(|it| it.card.health);
        branches.chain(self.guards.iter().map(|it| it.health)).fold(self.owner.card.health, Health::max)
    }

    /// How many parts it takes.
    pub fn cost(&self) -> usize {
        1 + self.branches.len() + self.guards.len()
    }
}

/// The rank of a line to a card: what is missing is not reached, what is not shown is not known.
pub const fn along(card: &Card) -> Health {
    match (card.presence, card.health) {
        (Drawn::Absent, _) => Health::Broken,
        (Drawn::NotShown, _) => Health::Unknown,
        (_, health) => health,
    }
}
