//! What happened when, as far as the text tells an instant: events, restarts, ends of containers, conditions, logs.
//! Ages become instants by the newest instant of the text; where no clock is known, that is zero.

mod events;
mod nodes;
mod pods;

use crate::crosses;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::log_fact::{Level, LogFact};
use crate::model::object_ref::ObjectRef;
use crate::order;
use crate::span::Span;
use crate::time::Stamp;

/// What it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An event, by its reason.
    Event(String),
    /// The object was made.
    Created,
    /// Its deletion was asked for.
    Deleted,
    /// A container began anew.
    Restarted,
    /// A container began; its name.
    Started(String),
    /// A container ended: its name, and the reason or exit code.
    Ended(String, String),
    /// A condition became that: type and status.
    Condition(String, String),
    /// Two outputs show a field differently.
    Changed(String),
    /// Lines of a log, by what they mean; empty for warnings and errors of no known meaning.
    Log(String),
    /// A node's lease was renewed for the last time.
    Renewed,
}

crosses! {
    enum What {
        Event(reason), Created, Deleted, Restarted, Started(name), Ended(name, reason), Condition(kind, status), Changed(field), Log(id), Renewed
    }
}

/// How bad it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// As it should go.
    Normal,
    /// Look at it.
    Warning,
    /// Something was killed, failed, or fell silent.
    Failure,
}

/// One thing that happened to an object, once or again and again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// When it was first seen.
    pub from: Stamp,
    /// When it was last seen.
    pub to: Stamp,
    /// What.
    pub what: What,
    /// How bad.
    pub grade: Grade,
    /// How often.
    pub count: u64,
    /// In the words of the text.
    pub message: String,
    /// The line.
    pub span: Span,
    /// Whether it only tells since when all is as it should be: such alone make nothing worth telling.
    pub still: bool,
}

impl Moment {
    /// Something that happened at an instant.
    fn at(at: Stamp, what: What, grade: Grade, span: Span) -> Self {
        Self { from: at, to: at, what, grade, count: 1, message: String::new(), span, still: false }
    }

    /// Since when something is as it should be.
    fn still(at: Stamp, what: What, span: Span) -> Self {
        Self { still: true, ..Self::at(at, what, Grade::Normal, span) }
    }
}

/// The instant from which ages count back.
pub fn end(cluster: &Cluster) -> Stamp {
    cluster.now.as_ref().map_or(Stamp(0), |now| now.value)
}

/// What happened to one object, in order.
pub fn of(cluster: &Cluster, id: &ObjectRef) -> Vec<Moment> {
    gather(cluster, Some(id)).into_iter().flat_map(|(_, moments)| moments).collect()
}

/// What happened to every object of which there is more to tell than since when it is well.
pub fn all(cluster: &Cluster) -> Vec<(ObjectRef, Vec<Moment>)> {
    gather(cluster, None)
}

/// Moments while they are gathered, of all objects or of one.
struct Gathered<'a> {
    cluster: &'a Cluster,
    only: Option<&'a ObjectRef>,
    found: Vec<(ObjectRef, Moment)>,
}

impl Gathered<'_> {
    fn wants(&self, id: &ObjectRef) -> bool {
        self.only.is_none_or(|only| only == id)
    }

    fn ago(&self, secs: i64) -> Stamp {
        Stamp(end(self.cluster).0.saturating_sub(secs))
    }

    fn add(&mut self, id: &ObjectRef, moment: Moment) {
        self.found.push((id.clone(), moment));
    }
}

fn gather(cluster: &Cluster, only: Option<&ObjectRef>) -> Vec<(ObjectRef, Vec<Moment>)> {
    let mut gathered = Gathered { cluster, only, found: Vec::new() };
    pods::pods(&mut gathered);
    nodes::nodes(&mut gathered);
    events::of_others(&mut gathered);
    logs(&mut gathered);
    changes(&mut gathered);
    let mut found = gathered.found;
    order::sort(&mut found);
    let mut all: Vec<(ObjectRef, Vec<Moment>)> = Vec::new();
    for (id, moment) in found {
        match all.last_mut().filter(|(last, _)| *last == id) {
            Some((_, moments)) => events::join(moments, moment),
            None => all.push((id, vec![moment])),
        }
    }
    all.retain(|(_, moments)| only.is_some() || moments.iter().any(|it| !it.still));
    all
}

fn logs(gathered: &mut Gathered<'_>) {
    let cluster = gathered.cluster;
    for fact in &cluster.logs {
        let (Some(to), Some(name)) = (fact.last.or(fact.first), &fact.name) else { continue };
        let id = if cluster.nodes.contains_key(name) { ObjectRef::node(name) } else { ObjectRef::pod(fact.namespace.as_deref(), name) };
        if gathered.wants(&id) {
            let from = fact.first.unwrap_or(to).min(to);
            let what = What::Log(fact.signature.clone());
            let moment =
                Moment { from, count: fact.count, message: fact.message.clone(), ..Moment::at(to, what, of_level(fact), fact.span) };
            gathered.add(&id, moment);
        }
    }
}

fn of_level(fact: &LogFact) -> Grade {
    match fact.level {
        Level::Fatal => Grade::Failure,
        Level::Error | Level::Warning => Grade::Warning,
        _ if fact.signature.is_empty() => Grade::Normal,
        _ => Grade::Warning,
    }
}

/// Of two outputs the newer is the end of the text; when between them it changed, nobody saw.
fn changes(gathered: &mut Gathered<'_>) {
    let cluster = gathered.cluster;
    for change in &cluster.changes {
        let dated = matches!(change.object.kind, Kind::Pod | Kind::Node);
        if dated && gathered.wants(&change.object) {
            let what = What::Changed(change.field.clone());
            let message = format!("{} → {}", change.from.value, change.to.value);
            let moment = Moment { message, ..Moment::at(end(cluster), what, Grade::Warning, change.to.span) };
            gathered.add(&change.object, moment);
        }
    }
}
