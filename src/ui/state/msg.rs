//! All that can happen to the page.

use std::rc::Rc;

use crate::diagnose::dismissal::Dismissal;
use crate::layout::request::Grouping;
use crate::model::part::PartId;
use crate::parse::told::Correction;
use crate::span::Span;
use crate::text::{Lang, Phrase};
use crate::ui::input::Input;
use crate::ui::route::{Look, Route};
use crate::ui::state::analysis::Analysis;
use crate::ui::state::table::TableMsg;
use crate::ui::state::told::Told;
use crate::ui::state::view::View;
use crate::ui::state::{Column, Overlay};
use crate::ui::theme::Theme;
use crate::ui::worker::fault::Fault;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The reader chose a language.
    Lang(Lang),
    /// The reader chose light or dark.
    Theme(Theme),
    /// Output was pasted, dropped or chosen.
    Offered(Vec<Input>),
    /// These inputs are to go.
    Remove(Vec<u32>),
    /// All inputs are to go.
    Clear,
    /// What was removed last is to come back.
    Undo,
    /// The notice about inputs that are too large was read.
    DismissRefusals,
    /// The running analysis is to end.
    Cancel,
    /// The analysis is to run again.
    Again,
    /// Another cluster of the text is to be shown, by its place among them.
    Cluster(usize),
    /// The user says what a block is, or takes that back.
    Correct(Correction),
    /// The user asks to set a finding aside, by its place in the report; or thinks better of it.
    Dismissing(Option<usize>),
    /// The user sets a finding aside.
    Dismiss(Dismissal),
    /// The user takes a dismissal back, by its place among them.
    Restore(usize),
    /// The worker has read everything, and told this of it.
    Analysed(Rc<Analysis>, Told),
    /// The worker has told more of the result of that run.
    Told(u32, Told),
    /// The worker did not answer; the number is that of the run.
    Failed(u32, Fault),
    /// A tab was chosen.
    View(View),
    /// Something is looked for.
    Find(String),
    /// The reader has moved the camera; `None`: it stands as at first.
    Look(Option<Look>),
    /// Nodes are to be grouped by something else.
    Group(Grouping),
    /// A group is to fold, or to unfold.
    Toggle(PartId),
    /// Something happened to the table.
    Table(TableMsg),
    /// A part was chosen, or none.
    Select(Option<PartId>),
    /// An incident was chosen, or none.
    Incident(Option<usize>),
    /// To the next or previous incident.
    Walk(Turn),
    /// These bytes are to be shown in the text.
    Show(Span),
    /// A source is to be shown, with these lines marked.
    Open(u32, Option<(u32, u32)>),
    /// The text is to be hidden.
    CloseDrawer,
    /// Lines of the text have come.
    Lines {
        /// The run they belong to.
        run: u32,
        /// Of which source.
        source: u32,
        /// Number of the first.
        from: u32,
        /// The lines.
        lines: Vec<String>,
    },
    /// A question was answered with that choice.
    Answer(String, usize),
    /// A finding in a column is to unfold, or to fold again.
    Fold(Column, usize),
    /// That command is on the clipboard.
    Copied(Rc<str>),
    /// It was said for long enough that this command was copied.
    CopyTold(Rc<str>),
    /// A file was made, or could not be; in words.
    Exported(Phrase),
    /// A layer opens or closes.
    Overlay(Option<Overlay>),
    /// Files came over the page, or left it.
    Dropping(bool),
    /// The topmost thing is to close.
    Escape,
    /// The address changed.
    Routed(Route),
}

/// A direction through the incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Onwards.
    Next,
    /// Back.
    Previous,
}
