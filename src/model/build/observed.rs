//! Observations of objects, and how several of one object become one: the newer wins, what differs is kept as a change.

use crate::model::change::Change;
use crate::model::object_ref::ObjectRef;
use crate::order;
use crate::order::Map;
use crate::span::Seen;
use crate::time::Stamp;

/// One observation: what a row, a description or an object says.
#[derive(Clone, Debug)]
pub(super) struct Observed<T> {
    /// The part it stands in.
    pub part: u32,
    /// Its place in the order of all texts.
    pub at: u32,
    /// What was seen.
    pub what: T,
}

/// What can be seen several times.
pub(super) trait Mergeable {
    /// Which object it is.
    fn id(&self) -> &ObjectRef;

    /// Its age when it was seen, in seconds.
    fn age(&self) -> Option<i64>;

    /// When it was created.
    fn created(&self) -> Option<Stamp>;

    /// Takes over what a newer observation says, and notes what it changes.
    fn absorb(&mut self, newer: Self, changes: &mut Vec<Change>);
}

/// How the parts are ordered: the newest instant that a part shows, and a number of its source that depends on nothing but what it says.
pub(super) trait Order {
    /// When the part was printed, as far as it tells.
    fn printed(&self, part: u32) -> Option<Stamp>;

    /// The source's number.
    fn source(&self, part: u32) -> u64;
}

/// The objects, each from all its observations. Within one source the later wins; between sources that of the later instant, else of the
/// greater age, else any, but always the same.
pub(super) fn merge<T: Mergeable>(mut seen: Vec<Observed<T>>, order: &dyn Order, changes: &mut Vec<Change>) -> Map<ObjectRef, T> {
    order::sort_by(&mut seen, |a, b| (a.what.id(), order.source(a.part), a.at).cmp(&(b.what.id(), order.source(b.part), b.at)));
    let mut merged = Map::default();
    let mut rest = seen.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut same = vec![first];
        while let Some(more) = rest.next_if(|more| same.first().is_some_and(|first| first.what.id() == more.what.id())) {
            same.push(more);
        }
        if same.len() > 1 {
            by_time(&mut same, order);
        }
        let mut all = same.into_iter();
        let Some(mut object) = all.next().map(|it| it.what) else { continue };
        for newer in all {
            object.absorb(newer.what, changes);
        }
        merged.insert(object.id().clone(), object);
    }
    merged
}

/// What orders the observations of one source among those of others: the latest instant, the greatest age, the source's number.
type Age = (Option<Stamp>, Option<i64>, u64);

/// Puts the observations of one object, which are in the order of their sources, into the order of time.
fn by_time<T: Mergeable>(same: &mut Vec<Observed<T>>, order: &dyn Order) {
    let source = |it: &Observed<T>| order.source(it.part);
    let created = same.iter().find_map(|it| it.what.created());
    // An age becomes an instant where the creation is known.
    let instant = |it: &Observed<T>| {
        let by_age = created.zip(it.what.age()).map(|(created, age)| Stamp(created.0 + age));
        by_age.max(order.printed(it.part))
    };
    let mut groups: Vec<(Age, Vec<Observed<T>>)> = Vec::new();
    for it in same.drain(..) {
        let age = (instant(&it), it.what.age(), source(&it));
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

/// Where a change is noted: the list, the object, the field, and how its value is written.
pub(super) type Noted<'a, T> = (&'a mut Vec<Change>, &'a ObjectRef, &'a str, fn(&T) -> String);

/// Takes the newer value of a field where there is one, and notes the change.
pub(super) fn newer<T: PartialEq + Clone>(have: &mut Option<Seen<T>>, new: Option<Seen<T>>, changed: Option<Noted<'_, T>>) {
    let Some(new) = new else { return };
    if let (Some(old), Some((changes, object, field, text))) = (have.as_ref(), changed)
        && old.value != new.value
    {
        changes.push(Change {
            object: object.clone(),
            field: field.to_owned(),
            from: Seen::new(text(&old.value), old.span),
            to: Seen::new(text(&new.value), new.span),
        });
    }
    *have = Some(new);
}
