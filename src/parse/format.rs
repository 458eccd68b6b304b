//! What every format implements.

use std::rc::Rc;

use crate::crosses;
use crate::ingest::window::{Look, Window};
use crate::parse::asked::Asked;
use crate::parse::issue::Issue;
use crate::parse::record::Record;
use crate::parse::told::Told;
use crate::span::Span;
use crate::text::Phrase;

/// Where a format is looked for.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// What the command asked; default if none is visible.
    pub asked: Rc<Asked>,
    /// Whether a command is visible.
    pub command_seen: bool,
    /// The file's name with its path.
    pub path: Rc<str>,
    /// What the user said of the block that begins here.
    pub told: Option<Rc<Told>>,
}

impl Context {
    /// The resource, as far as it is known before anything is read: the user's word, else what the command names.
    pub fn resource(&self) -> Option<&str> {
        self.told.as_ref().and_then(|told| told.resource.as_deref()).or_else(|| self.asked.resource())
    }

    /// The namespace, likewise.
    pub fn namespace(&self) -> Option<&str> {
        self.told.as_ref().and_then(|told| told.namespace.as_deref()).or(self.asked.namespace.as_deref())
    }
}

/// Receives what is read, in the order of the text.
pub trait Sink {
    /// A part begins; records belong to it until the next one does.
    fn begin(&mut self, at: Span, context: &Context);

    /// Something was read.
    fn record(&mut self, record: Record<'_>);
}

/// How surely a block is what it was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Two readings fit.
    Guessed,
    /// The signs fit; a header or the beginning is missing.
    Likely,
    /// It says so itself.
    Certain,
}

crosses! { enum Sure { Guessed, Likely, Certain } }

/// What a part was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The format's id, as in the JSON contract.
    pub format: &'static str,
    /// How surely.
    pub sure: Sure,
    /// Resource, where it is about one.
    pub resource: Option<String>,
    /// Namespace; `*` = all.
    pub namespace: Option<String>,
    /// Objects, rows, events or lines.
    pub rows: u32,
    /// In words: "26 pods".
    pub taken_for: Phrase,
    /// What was not understood, or only perhaps.
    pub issues: Vec<Issue>,
}

impl Part {
    /// A part without resource, namespace and issues.
    pub fn new(format: &'static str, rows: u32, taken_for: Phrase) -> Self {
        Self { format, sure: Sure::Certain, resource: None, namespace: None, rows, taken_for, issues: Vec::new() }
    }
}

/// One kind of output. Stateless.
pub trait Format: Sync {
    /// Whether this format begins at the first line in sight.
    fn begins(&self, look: Look<'_>, context: &Context) -> bool;

    /// Begins to read there.
    fn open(&self, look: Look<'_>, context: &Context) -> Opened;
}

/// How a format reads.
pub enum Opened {
    /// Line by line.
    Lines(Box<dyn Reading>),
    /// The text as it stands.
    Text(Box<dyn TextReading>),
}

/// A part that is being read line by line.
pub trait Reading {
    /// Takes lines from the front, the first time at least one; how many. 0: the part ended before.
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize;

    /// Ends the part.
    fn close(self: Box<Self>, sink: &mut dyn Sink) -> Part;
}

/// A part that is read as it stands: its lines may be megabytes long.
pub trait TextReading {
    /// Reads to the end of the part and lets go of what it read.
    fn read(self: Box<Self>, window: &mut Window<'_>, sink: &mut dyn Sink) -> Part;
}
