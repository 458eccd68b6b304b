//! Inputs that come and go; each change asks for an analysis.

use crate::order;
use crate::parse;
use crate::parse::told::Correction;
use crate::ui::input::{Input, TOO_LARGE};
use crate::ui::lines::Lines;
use crate::ui::state::told::Told;
use crate::ui::state::view::View;
use crate::ui::state::{AppState, Run};

impl AppState {
    pub(super) fn offer(&mut self, inputs: Vec<Input>) {
        let (large, fit): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|input| input.bytes >= TOO_LARGE);
        self.refused = large;
        self.dropping = false;
        if fit.is_empty() {
            return;
        }
        // What was said of an input that is gone is not said of a new one that gets its name.
        let Self { wish, inputs: present, .. } = self;
        wish.corrections.retain(|it| present.iter().any(|input| input.holds(&it.source)));
        for mut input in fit {
            input.name = self.free_name(&input.name);
            self.inputs.push(input);
        }
        self.removed.clear();
        self.overlay = None;
        self.wish.cluster = 0;
        self.start();
    }

    /// `name`, with a number where another input has it.
    pub(super) fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.inputs.iter().any(|input| input.name == name);
        let mut free = name.to_owned();
        let mut number = 2;
        while taken(&free) {
            free = format!("{name} ({number})");
            number += 1;
        }
        free
    }

    pub(super) fn remove(&mut self, gone: impl Fn(&Input) -> bool) {
        let (removed, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut self.inputs).into_iter().partition(gone);
        self.inputs = kept;
        if !removed.is_empty() {
            self.wish.cluster = 0;
            self.removed = removed;
            self.start();
        }
    }

    /// Takes what the user says of a block in place of what was said of it before; nothing said takes it back.
    pub(super) fn correct(&mut self, correction: Correction) {
        let corrections = &mut self.wish.corrections;
        corrections.retain(|it| (&it.source, it.line) != (&correction.source, correction.line));
        if correction.told != parse::told::Told::default() {
            corrections.push(correction);
        }
        self.start();
    }

    pub(super) fn undo(&mut self) {
        self.inputs.append(&mut self.removed);
        order::sort_by_key(&mut self.inputs, |input| input.id);
        self.start();
    }

    /// Asks for an analysis of what there is.
    pub(super) fn start(&mut self) {
        self.run_no += 1;
        if self.inputs.is_empty() {
            self.run = Run::Idle;
            self.forget();
        } else {
            self.run = Run::Busy;
        }
    }

    /// Drops all that belongs to a result.
    pub(super) fn forget(&mut self) {
        self.analysis = None;
        self.told = Told::default();
        self.selected = None;
        self.incident = None;
        self.tracing = false;
        self.drawer = None;
        self.answers.clear();
        self.unfolded.clear();
        self.toggled.clear();
        self.dismissing = None;
        self.lines = Lines::default();
        self.look = None;
        self.view = View::default();
    }
}
