//! Which objects have all the words that are looked for.

use crate::rows::cells::Item;
use crate::text::contains;

/// The places of the items that pass. No words: all.
pub fn passing(items: &[Item<'_>], filter: &str) -> Vec<usize> {
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let all = items.iter().enumerate();
    all.filter(|(_, item)| words.iter().all(|word| item.says(|text| contains(text, word)))).map(|(at, _)| at).collect()
}
