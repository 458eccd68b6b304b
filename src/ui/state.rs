//! What the page shows, and the one pure function that changes it. Touches no browser: effects read this and act.

pub mod analysis;
mod inputs;
pub mod msg;
pub mod table;
pub mod told;
pub mod view;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::layout::request::Grouping;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::span::Span;
use crate::text::{Lang, Phrase};
use crate::ui::diagram::emphasis::Emphasis;
use crate::ui::input::Input;
use crate::ui::lines::Lines;
use crate::ui::route::{Look, Route};
use crate::ui::state::analysis::Analysis;
use crate::ui::state::msg::{Msg, Turn};
use crate::ui::state::table::TableState;
use crate::ui::state::told::Told;
use crate::ui::state::view::View;
use crate::ui::theme::Theme;
use crate::ui::worker::desk::Wish;
use crate::ui::worker::fault::Fault;

/// All that the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// The reader's language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// What the user gave, in order.
    pub inputs: Vec<Input>,
    /// What was removed last, to be brought back by undo.
    pub removed: Vec<Input>,
    /// Inputs that were too large to take.
    pub refused: Vec<Input>,
    /// How the inputs are to be looked at.
    pub wish: Wish,
    /// Whether an analysis runs.
    pub run: Run,
    /// Number of the newest analysis asked for; results of older ones are dropped.
    pub run_no: u32,
    /// The newest result.
    pub analysis: Option<Rc<Analysis>>,
    /// What else the worker has told of it.
    pub told: Told,
    /// What fills the page.
    pub view: View,
    /// By what nodes are grouped.
    pub grouping: Grouping,
    /// What is looked for.
    pub find: String,
    /// Where the camera stands, once the reader has moved it.
    pub look: Option<Look>,
    /// Groups that are not folded as they begin.
    pub toggled: Vec<PartId>,
    /// Which rows of the table are looked at.
    pub table: TableState,
    /// The selected part.
    pub selected: Option<PartId>,
    /// The incident whose card is open.
    pub incident: Option<usize>,
    /// Whether the reader chose that incident, so that the picture points it out.
    pub tracing: bool,
    /// The drawer with the user's own text, when open.
    pub drawer: Option<Place>,
    /// Lines of the user's text that have come.
    pub lines: Lines,
    /// Chosen answers of the lesson, by question.
    pub answers: Vec<(String, usize)>,
    /// The finding that is about to be set aside, by its place in the report: its form asks why.
    pub dismissing: Option<usize>,
    /// The findings that are unfolded, by column and place in the report.
    pub unfolded: Vec<(Column, usize)>,
    /// The command that was copied a moment ago.
    pub copied: Option<Rc<str>>,
    /// What became of the last file that was asked for.
    pub exported: Option<Phrase>,
    /// The layer on top of the page.
    pub overlay: Option<Overlay>,
    /// Whether files hang over the page.
    pub dropping: bool,
}

/// Whether an analysis runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Run {
    /// Nothing to do, or done.
    #[default]
    Idle,
    /// In the worker.
    Busy,
    /// Ended by the user.
    Cancelled,
    /// Ended by a fault.
    Failed(Fault),
}

/// A layer on top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys of the keyboard.
    Keys,
    /// Adding more output.
    Add,
}

/// A column that lists findings; one of them can stand in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// On the left: all that belong to no incident.
    Findings,
    /// On the right: those about the selected part.
    Details,
}

/// What the drawer points at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Which source.
    pub source: u32,
    /// First and last line to mark, 1-based; `None` for the top.
    pub lines: Option<(u32, u32)>,
    /// Counts up with each request, so that asking for the same line scrolls there again.
    pub asked: u32,
}

/// The state after a message.
pub fn update(state: &AppState, msg: Msg) -> AppState {
    let mut next = state.clone();
    match msg {
        Msg::Lang(lang) => next.lang = lang,
        Msg::Theme(theme) => next.theme = theme,
        Msg::Offered(inputs) => next.offer(inputs),
        Msg::Remove(ids) => next.remove(|input| ids.contains(&input.id)),
        Msg::Clear => next.remove(|_| true),
        Msg::Undo => next.undo(),
        Msg::DismissRefusals => next.refused.clear(),
        Msg::Cancel if next.run == Run::Busy => {
            next.run = Run::Cancelled;
            next.run_no += 1;
        }
        Msg::Cancel => {}
        Msg::Again => next.start(),
        Msg::Cluster(cluster) => {
            next.wish.cluster = cluster;
            next.start();
        }
        Msg::Correct(correction) => next.correct(correction),
        Msg::Dismissing(finding) => next.dismissing = finding,
        Msg::Dismiss(dismissal) => {
            next.wish.dismissals.retain(|it| (&it.rule, &it.subject) != (&dismissal.rule, &dismissal.subject));
            next.wish.dismissals.push(dismissal);
            next.start();
        }
        Msg::Restore(place) => {
            if place < next.wish.dismissals.len() {
                next.wish.dismissals.remove(place);
                next.start();
            }
        }
        Msg::Analysed(analysis, told) => next.receive(analysis, told),
        Msg::Told(run, told) => next.hear(run, told),
        Msg::Failed(run, fault) if run == next.run_no => next.run = Run::Failed(fault),
        Msg::Failed(..) => {}
        Msg::View(view) => {
            next.view = view;
            next.look = None;
        }
        Msg::Look(look) => next.look = look,
        Msg::Find(words) => next.find = words,
        Msg::Group(grouping) => {
            next.grouping = grouping;
            next.toggled.clear();
        }
        Msg::Toggle(group) => match next.toggled.iter().position(|it| *it == group) {
            Some(at) => drop(next.toggled.remove(at)),
            None => next.toggled.push(group),
        },
        Msg::Table(msg) => next.table.take(msg),
        Msg::Select(part) => next.select(part),
        Msg::Incident(incident) => {
            next.incident = incident;
            next.tracing = incident.is_some();
        }
        Msg::Walk(turn) => next.walk(turn),
        Msg::Show(span) => next.show(span),
        Msg::Open(source, lines) => next.open(source, lines),
        Msg::CloseDrawer => next.drawer = None,
        Msg::Lines { run, source, from, lines } => {
            if next.analysis.as_ref().is_some_and(|analysis| analysis.run == run) {
                next.lines.add(source, from, lines);
            }
        }
        Msg::Answer(question, choice) => {
            next.answers.retain(|(it, _)| *it != question);
            next.answers.push((question, choice));
        }
        Msg::Fold(column, index) => next.fold(column, index),
        Msg::Copied(command) => next.copied = Some(command),
        Msg::CopyTold(command) => {
            if next.copied == Some(command) {
                next.copied = None;
            }
        }
        Msg::Exported(said) => next.exported = Some(said),
        Msg::Overlay(overlay) => next.overlay = overlay,
        Msg::Dropping(dropping) => next.dropping = dropping,
        Msg::Escape => next.escape(),
        Msg::Routed(route) => next.follow(route),
    }
    // A column that shows something else begins folded.
    if next.view != state.view {
        next.unfolded.retain(|(column, _)| *column != Column::Findings);
    }
    if next.selected != state.selected {
        next.unfolded.retain(|(column, _)| *column != Column::Details);
    }
    if next.selected.is_none() {
        next.told.explanation = None;
    }
    next
}

impl AppState {
    /// The address of what is shown.
    pub fn route(&self) -> Route {
        let view = self.analysis.is_some().then_some(self.view);
        let shown = |it: bool| it && view.is_some();
        Route {
            view,
            grouping: Some(self.grouping).filter(|it| shown(*it != Grouping::default())),
            find: self.query().filter(|_| shown(true)).map(str::to_owned),
            look: self.look.filter(|_| shown(true)),
            selection: self.selected.clone(),
            lang: Some(self.lang),
        }
    }

    /// The choice that answered a question.
    pub fn answer(&self, question: &str) -> Option<usize> {
        self.answers.iter().find(|(it, _)| it == question).map(|(_, choice)| *choice)
    }

    /// The parts that belong to the incident that is traced.
    pub fn highlighted(&self) -> Vec<PartId> {
        let (Some(analysis), Some(incident), true) = (&self.analysis, self.incident, self.tracing) else { return Vec::new() };
        analysis.parts_of_incident(incident)
    }

    /// What the picture lifts out: what was found, else the incident that is traced.
    pub fn emphasis(&self) -> Emphasis {
        let highlighted = self.highlighted();
        let elsewhere = self.layout_request().is_some() && !highlighted.is_empty();
        let traced = self.analysis.as_ref().zip(self.incident).filter(|_| elsewhere);
        // In another picture than the architecture the objects of the incident stand at other parts.
        let found = self.found().or_else(|| traced.map(|(analysis, incident)| Rc::new(analysis.objects_of_incident(incident))));
        Emphasis { highlighted, found }
    }

    /// The part that stands for an object in the picture.
    pub fn part_of(&self, object: &ObjectRef) -> Option<PartId> {
        self.analysis.as_ref()?.part_of(object)
    }

    /// The objects for which the selected part stands in the architecture: in another picture those are looked up.
    pub fn objects_of_selected(&self) -> Vec<ObjectRef> {
        let part = self.selected.as_ref().zip(self.analysis.as_ref());
        let drawn = part.and_then(|(id, analysis)| analysis.scene.parts.iter().find(|it| it.id == *id));
        drawn.map(|it| it.objects.clone()).unwrap_or_default()
    }

    fn fold(&mut self, column: Column, index: usize) {
        match self.unfolded.iter().position(|it| *it == (column, index)) {
            Some(at) => drop(self.unfolded.swap_remove(at)),
            None => self.unfolded.push((column, index)),
        }
    }

    fn receive(&mut self, analysis: Rc<Analysis>, told: Told) {
        if analysis.run != self.run_no || self.run != Run::Busy {
            return;
        }
        self.run = Run::Idle;
        self.lines = Lines::default();
        let sources = |analysis: &Analysis| analysis.brief.sources.iter().map(|it| (it.name.clone(), it.lines)).collect::<Vec<_>>();
        if self.analysis.as_ref().is_none_or(|before| sources(before) != sources(&analysis)) {
            self.drawer = None;
        }
        self.wish.cluster = analysis.brief.shown;
        self.unfolded.clear();
        self.dismissing = None;
        if let Some(part) = &self.selected
            && !analysis.knows(part)
        {
            self.selected = None;
        }
        let incidents = analysis.brief.diagnosis.incidents.len();
        self.incident = self.incident.filter(|incident| *incident < incidents).or((incidents > 0).then_some(0));
        let run = analysis.run;
        self.analysis = Some(analysis);
        // What was told of the result before points into that one.
        self.told = Told::default();
        self.hear(run, told);
    }

    /// A part outside of the traced incident ends the tracing: the reader has turned to something else.
    fn select(&mut self, part: Option<PartId>) {
        if part.as_ref().is_none_or(|part| !self.highlighted().contains(part)) {
            self.tracing = false;
        }
        self.selected = part;
    }

    fn walk(&mut self, turn: Turn) {
        let Some(analysis) = self.analysis.clone() else { return };
        let count = analysis.brief.diagnosis.incidents.len();
        if count == 0 {
            return;
        }
        let incident = match (self.incident, turn) {
            (Some(at), _) if !self.tracing => at,
            (None, Turn::Next) => 0,
            (None, Turn::Previous) => count - 1,
            (Some(at), Turn::Next) => (at + 1) % count,
            (Some(at), Turn::Previous) => (at + count - 1) % count,
        };
        if self.view.picture().is_none() || self.view == View::Lesson {
            self.view = View::Architecture;
        }
        self.incident = Some(incident);
        self.tracing = true;
        self.selected = analysis.root_part(incident);
    }

    fn show(&mut self, span: Span) {
        let Some(lines) = self.analysis.as_ref().and_then(|analysis| analysis.lines_of(span)) else { return };
        self.open(span.source.0, Some(lines));
    }

    fn open(&mut self, source: u32, lines: Option<(u32, u32)>) {
        let asked = self.drawer.map_or(0, |place| place.asked + 1);
        self.drawer = Some(Place { source, lines, asked });
    }

    /// Closes the topmost thing.
    fn escape(&mut self) {
        if self.overlay.take().is_some() || self.drawer.take().is_some() {
            return;
        }
        self.select(None);
    }

    /// Shows what an address says, as Back and Forward do. The language stays: an older entry still names the one before a switch.
    fn follow(&mut self, route: Route) {
        self.view = route.view.unwrap_or_default();
        self.grouping = route.grouping.unwrap_or_default();
        self.find = route.find.unwrap_or_default();
        self.look = route.look;
        self.selected = route.selection.filter(|part| self.analysis.as_ref().is_none_or(|analysis| analysis.knows(part)));
    }
}
