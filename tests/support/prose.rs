//! Checks on texts in two languages, for the tests of everything that is written here.

use std::collections::BTreeSet;

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// The identifiers between backticks.
fn code(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Panics unless both are trimmed, non-empty, Chinese where Chinese is due, punctuated as the language wants it, and name the same things.
pub fn check(what: &str, en: &str, zh: &str) {
    for text in [en, zh] {
        assert!(!text.trim().is_empty() && text.trim() == text, "{what}: {text:?}");
        assert!(!text.contains("  "), "{what}: two spaces in {text:?}");
        assert_eq!(text.matches('`').count() % 2, 0, "{what}: a backtick is open in {text:?}");
    }
    assert!(zh.chars().any(is_han), "{what}: no Chinese in {zh:?}");
    assert!(!en.chars().any(is_han), "{what}: Chinese in {en:?}");
    assert_eq!(code(en), code(zh), "{what}: not the same identifiers:\n{en}\n{zh}");
    let outside: String = zh.split('`').step_by(2).collect::<Vec<_>>().join("x");
    let chars: Vec<char> = outside.chars().collect();
    for pair in chars.windows(2) {
        if let [a, b] = pair {
            let mixed = (is_han(*a) && b.is_ascii_alphanumeric()) || (a.is_ascii_alphanumeric() && is_han(*b));
            assert!(!mixed, "{what}: no space between {a:?} and {b:?} in {zh:?}");
            assert!(!(is_han(*a) && matches!(b, ',' | ';' | ':' | '?' | '!' | '(' | '.')), "{what}: half-width {b:?} in {zh:?}");
            assert!(!(matches!(a, ',' | ';' | ':' | ')') && is_han(*b)), "{what}: half-width {a:?} in {zh:?}");
        }
    }
}

/// The same for whole sentences: each ends as a sentence does.
pub fn check_sentences(what: &str, en: &str, zh: &str) {
    check(what, en, zh);
    assert!(en.ends_with(['.', '?', '!']), "{what}: {en:?}");
    assert!(zh.ends_with(['。', '？', '！']), "{what}: {zh:?}");
}
