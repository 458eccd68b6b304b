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

/// Puts the observations of one object, which are in the order of their sources, into the order of time.
fn by_time<T: Mergeable>(same: &mut [Observed<T>], order: &dyn Order) {
    let sources: Vec<u64> = same.iter().map(|it| order.source(it.part)).collect();
    if sources.windows(2).all(|pair| pair.first() == pair.last()) {
        return;
    }
    let created = same.iter().find_map(|it| it.what.created());
    // An age becomes an instant where the creation is known.
    let instant = |it: &Observed<T>| {
        let by_age = created.zip(it.what.age()).map(|(created, age)| Stamp(created.0 + age));
        by_age.max(order.printed(it.part))
    };
    let keys: Vec<(Option<Stamp>, Option<i64>, u64)> = sources
        .iter()
        .map(|source| {
            let group = same.iter().filter(|it| order.source(it.part) == *source);
            (group.clone().filter_map(instant).max(), group.filter_map(|it| it.what.age()).max(), *source)
        })
        .collect();
    let mut keyed: Vec<(usize, (Option<Stamp>, Option<i64>, u64))> = keys.into_iter().enumerate().collect();
    order::sort_by_key(&mut keyed, |(_, key)| *key);
    let places: Vec<usize> = keyed.into_iter().map(|(at, _)| at).collect();
    // places[new] = old.
    let mut rank = vec![0; places.len()];
    for (new, old) in places.into_iter().enumerate() {
        if let Some(slot) = rank.get_mut(old) {
            *slot = new;
        }
    }
    let mut ranked = rank.into_iter();
    let mut numbered: Vec<(u32, usize)> = same.iter().map(|it| it.at).zip(ranked.by_ref()).collect();
    order::sort(&mut numbered);
    let rank_of =
        |at: u32| numbered.binary_search_by_key(&at, |(at, _)| *at).ok().and_then(|found| numbered.get(found)).map(|(_, rank)| *rank);
    order::sort_by_key(same, |it| rank_of(it.at));
}

/// Takes the newer value of a field where there is one, and notes the change.
pub(super) fn newer<T: PartialEq + Clone>(
    have: &mut Option<Seen<T>>,
    new: Option<Seen<T>>,
    changed: Option<(&mut Vec<Change>, &ObjectRef, &str, fn(&T) -> String)>,
) {
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
