//! Observations, and how several of one object become one: the newer wins, what differs is kept as a change.
//!
//! All kinds of observations go through the same code: compiled for each kind it would be 20 KB of the page.

use std::cmp::Ordering;

use crate::model::build::part::Parts;
use crate::model::change::Change;
use crate::model::cluster::{Check, Endpoint, Other, Said};
use crate::model::event::Event;
use crate::model::log_fact::LogFact;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Listing;
use crate::order;
use crate::span::Seen;
use crate::time::{Stamp, parse_age};

/// One observation.
#[derive(Debug)]
pub(super) struct Observed {
    /// The part it stands in.
    pub part: u32,
    /// Its place in the order of all texts.
    pub at: u32,
    /// What was seen.
    pub what: What,
}

/// What a row, a description, an object, a line says.
#[derive(Debug)]
pub(super) enum What {
    Pod(Box<Pod>),
    Node(Box<Node>),
    Other(Box<Other>),
    Event(Box<Event>),
    Listing(Box<Listing>),
    Endpoint(Box<Seen<Endpoint>>),
    Said(Box<Said>),
    Check(Box<Check>),
    /// Of kubectl itself.
    ClientVersion(Box<Seen<String>>),
    /// Of the API server.
    ServerVersion(Box<Seen<String>>),
    Program(Box<Seen<String>>),
    Log(Box<LogFact>),
}

impl What {
    /// Which object it is; `None` for what is seen only once.
    pub fn id(&self) -> Option<&ObjectRef> {
        match self {
            Self::Pod(it) => Some(&it.id),
            Self::Node(it) => Some(&it.id),
            Self::Other(it) => Some(&it.id),
            _ => None,
        }
    }

    /// The id of an object that lives in a namespace.
    pub fn id_mut(&mut self) -> Option<&mut ObjectRef> {
        match self {
            Self::Pod(it) => Some(&mut it.id),
            Self::Other(it) => Some(&mut it.id),
            _ => None,
        }
    }

    /// Its age when it was seen, in seconds.
    fn age(&self) -> Option<i64> {
        match self {
            Self::Pod(it) => it.age_secs.as_ref().map(|it| it.value),
            Self::Node(it) => it.age_secs.as_ref().map(|it| it.value),
            Self::Other(it) => it.fields.get("AGE").and_then(|it| parse_age(&it.value)),
            _ => None,
        }
    }

    /// When it was created.
    fn created(&self) -> Option<Stamp> {
        match self {
            Self::Pod(it) => it.created.as_ref().map(|it| it.value),
            Self::Node(it) => it.created.as_ref().map(|it| it.value),
            Self::Other(it) => it.fields.get("metadata.creationTimestamp").and_then(|it| Stamp::parse(&it.value)),
            _ => None,
        }
    }

    /// Takes over what a newer observation of the same object says, and notes what it changes.
    fn absorb(&mut self, newer: Self, changes: &mut Vec<Change>) {
        match (self, newer) {
            (Self::Pod(have), Self::Pod(newer)) => have.absorb(*newer, changes),
            (Self::Node(have), Self::Node(newer)) => have.absorb(*newer, changes),
            (Self::Other(have), Self::Other(newer)) => have.absorb(*newer, changes),
            _ => {}
        }
    }
}

/// Merges the observations of each object, and puts all into an order that does not depend on that of the inputs: objects by their id, the
/// rest by source and place. Within one source the later observation wins; between sources that of the later instant, else of the greater
/// age, else any, but always the same.
pub(super) fn merge(mut seen: Vec<Observed>, parts: &Parts, changes: &mut Vec<Change>) -> Vec<What> {
    order::sort_by(&mut seen, |a, b| {
        let place = |it: &Observed| (parts.source(it.part), it.at);
        match (a.what.id(), b.what.id()) {
            (None, None) => place(a).cmp(&place(b)),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => one.cmp(other).then_with(|| place(a).cmp(&place(b))),
        }
    });
    let mut merged = Vec::with_capacity(seen.len());
    let mut rest = seen.into_iter().peekable();
    while let Some(first) = rest.next() {
        let same = |more: &Observed| first.what.id().is_some() && first.what.id() == more.what.id();
        if !rest.peek().is_some_and(same) {
            merged.push(first.what);
            continue;
        }
        let mut all = Vec::new();
        while let Some(more) = rest.next_if(same) {
            all.push(more);
        }
        all.insert(0, first);
        by_time(&mut all, parts);
        let mut all = all.into_iter();
        let Some(mut object) = all.next().map(|it| it.what) else { continue };
        for newer in all {
            object.absorb(newer.what, changes);
        }
        merged.push(object);
    }
    merged
}

/// What orders the observations of one source among those of others: the latest instant, the greatest age, the source's number.
type Age = (Option<Stamp>, Option<i64>, u64);

/// Puts the observations of one object, which are in the order of their sources, into the order of time.
fn by_time(same: &mut Vec<Observed>, parts: &Parts) {
    let created = same.iter().find_map(|it| it.what.created());
    // An age becomes an instant where the creation is known.
    let instant = |it: &Observed| {
        let by_age = created.zip(it.what.age()).map(|(created, age)| Stamp(created.0 + age));
        by_age.max(parts.printed(it.part))
    };
    let mut groups: Vec<(Age, Vec<Observed>)> = Vec::new();
    for it in same.drain(..) {
        let age = (instant(&it), it.what.age(), parts.source(it.part));
        match groups.last_mut() {
            Some((have, group)) if have.2 == age.2 => {
                *have = (have.0.max(age.0), have.1.max(age.1), age.2);
                group.push(it);
            }
            _ => groups.push((age, vec![it])),
        }
    }
    order::sort_by_key(&mut groups, |(age, _)| *age);
    same.extend(groups.into_iter().flat_map(|(_, group)| group));
}
