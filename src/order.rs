//! Sorting and collecting that share their code. A leaf: knows nothing.
//!
//! `slice::sort` and `collect` into a `BTree` are compiled anew for every type, at 4 KB of WebAssembly and more each;
//! with some thirty of them that was a tenth of the page. These compile the algorithm once.

use std::cmp::Ordering;

pub use crate::order::map::Map;
pub use crate::order::set::Set;

mod map;
mod set;

/// Sorts stably by a comparison.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    // order[new] = old; each swap puts one item into its place.
    let mut order = order;
    for at in 0..order.len() {
        let mut from = order.get(at).copied().unwrap_or(at);
        while from < at {
            from = order.get(from).copied().unwrap_or(at);
        }
        items.swap(at, from);
        if let Some(slot) = order.get_mut(at) {
            *slot = from;
        }
    }
}

/// Sorts stably by a key.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, Ord::cmp);
}

/// A set of some items.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Set<T> {
    items.into_iter().collect()
}

/// Positions `0..len` in sorted order, by merging runs of doubling length: 20 lines where the standard library's sort is 5 KB.
fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut width = 1;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for pair in sorted.chunks(width * 2) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            // Runs that follow each other already need no merging.
            let mixed = matches!((left.last(), right.first()), (Some(a), Some(b)) if compare(*a, *b) == Ordering::Greater);
            while let (true, [a, after_a @ ..], [b, after_b @ ..]) = (mixed, left, right) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        sorted = merged;
        width *= 2;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_map_is_like_the_standard_one(steps in proptest::collection::vec((0u8..3, 0u8..20, any::<u16>()), 0..80)) {
            let (mut ours, mut theirs) = (Map::default(), std::collections::BTreeMap::new());
            for (step, key, value) in steps {
                match step {
                    0 => prop_assert_eq!(ours.insert(key, value), theirs.insert(key, value)),
                    1 => prop_assert_eq!(ours.remove(&key), theirs.remove(&key)),
                    _ => prop_assert_eq!(ours.slot(key, || value), theirs.entry(key).or_insert(value)),
                }
            }
            prop_assert_eq!(ours.iter().collect::<Vec<_>>(), theirs.iter().collect::<Vec<_>>());
            prop_assert_eq!((0..20).map(|key| ours.get(&key)).collect::<Vec<_>>(), (0..20).map(|key| theirs.get(&key)).collect::<Vec<_>>());
        }

        #[test]
        fn sorts_like_the_standard_library_and_stably(items in proptest::collection::vec((0u8..9, any::<u16>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            let mut got = items.clone();
            sort_by_key(&mut got, |it| it.0);
            prop_assert_eq!(got, expected);
            let set: Vec<_> = set(items.clone()).into_iter().collect();
            prop_assert_eq!(set, items.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>());
        }
    }
}
