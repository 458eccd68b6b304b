//! Which objects have all the words that are looked for.

use crate::rows::cells::Item;

/// The places of the items that pass. No words: all.
pub fn passing(items: &[Item<'_>], filter: &str) -> Vec<usize> {
    let words: Vec<String> = filter.split_whitespace().map(str::to_ascii_lowercase).collect();
    let all = items.iter().enumerate();
    all.filter(|(_, item)| words.iter().all(|word| item.says(|text| contains(text, word)))).map(|(at, _)| at).collect()
}

/// Whether a text has a word in it, in letters of either case.
pub fn contains(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    text.windows(word.len()).any(|it| it.first().is_some_and(|byte| byte.eq_ignore_ascii_case(first)) && it.eq_ignore_ascii_case(word))
}
