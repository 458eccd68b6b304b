//! Every text of the product in both languages: the literals of `text!` and `phrase!` all over `src/`.
#![expect(clippy::string_slice, reason = "a test that cannot go on shall fail")]

use std::collections::BTreeSet;

mod support {
    pub mod source;
}

use support::source::{Source, sources};

/// Names that are lower-case words and yet the same in every language.
const NAMES: [&str; 13] = [
    "operator",
    "etcd",
    "kubectl",
    "kubelet",
    "containerd",
    "flannel",
    "calico",
    "cilium",
    "kubeadm",
    "docker",
    "porthole",
    "runc",
    "systemd",
];

/// A text with its two languages.
#[derive(Debug)]
struct Pair {
    place: String,
    en: String,
    zh: String,
}

/// The pairs of a file, or what is wrong with a call. Unit tests are left out: they try the macros on anything.
fn pairs(source: &Source) -> Vec<Result<Pair, String>> {
    let code = source.product_code();
    let mut found = Vec::new();
    for (at, name) in ["text!", "phrase!"].iter().flat_map(|name| code.match_indices(*name)) {
        let before = code[..at].chars().next_back();
        let opens = code[at + name.len()..].trim_start();
        // `text!($en…)` is what a macro of ours takes.
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') || !opens.starts_with(['(', '[', '{']) || opens.starts_with("($") {
            continue;
        }
        let place = format!("{}:{}", source.path, source.line(at));
        let literals: Vec<_> = source.literals.iter().filter(|(offset, _)| *offset > at).take(2).collect();
        let [(first, en), (second, zh)] = literals.as_slice() else {
            found.push(Err(format!("{place}: two literals expected")));
            continue;
        };
        // The code between is blanked apart from the marks of the literals themselves.
        let lead = code[at + name.len()..*first].trim();
        let between = code[*first..*second].trim_matches(|c: char| c == '"' || c.is_whitespace());
        if lead.len() == 1 && between == "," {
            found.push(Ok(Pair { place, en: en.clone(), zh: zh.clone() }));
        } else {
            found.push(Err(format!("{place}: `{name}` takes an English literal, a comma and a Chinese literal")));
        }
    }
    found
}

fn all_pairs() -> Vec<Pair> {
    let found: Vec<_> = sources("src").iter().flat_map(pairs).collect();
    let wrong: Vec<&String> = found.iter().filter_map(|it| it.as_ref().err()).collect();
    assert!(wrong.is_empty(), "calls that cannot be read:\n{wrong:#?}");
    found.into_iter().flatten().collect()
}

fn check(rule: &str, holds: impl Fn(&Pair) -> bool) {
    let breaches: Vec<String> =
        all_pairs().iter().filter(|it| !holds(it)).map(|it| format!("{}\n    en: {}\n    zh: {}", it.place, it.en, it.zh)).collect();
    assert!(breaches.is_empty(), "\n{rule}:\n  {}\n", breaches.join("\n  "));
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether a text consists of names only: Kubernetes terms, products, code, values.
fn only_names(text: &str) -> bool {
    let without_code: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let without_values = placeholders(&without_code).iter().fold(without_code, |text, it| text.replace(it.as_str(), " "));
    without_values.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && !"-._".contains(c)).all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty() || NAMES.contains(&word) || word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit() || "-._".contains(c))
    })
}

/// `{name}` and `{name:…}`, as written, without the format.
fn placeholders(text: &str) -> BTreeSet<String> {
    let text = text.replace("{{", "  ").replace("}}", "  ");
    let inside =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inside, _)| inside.split(':').next().unwrap_or_default());
    inside.filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_')).map(|name| format!("{{{name}}}")).collect()
}

#[test]
fn the_catalogue_is_read() {
    assert!(all_pairs().len() > 50, "only {} texts were found in src/", all_pairs().len());
}

#[test]
fn no_language_is_empty() {
    check("both languages have words", |it| !it.en.trim().is_empty() && !it.zh.trim().is_empty());
}

#[test]
fn chinese_is_chinese() {
    check("the second text is Chinese, unless it is names only", |it| it.zh.contains(is_han) || only_names(&it.zh));
}

#[test]
fn english_is_english() {
    check("the first text is not Chinese", |it| {
        !it.en.contains(|c: char| is_han(c) || ('\u{3000}'..='\u{303F}').contains(&c) || ('\u{FF00}'..='\u{FF5E}').contains(&c))
            || it.en == it.zh
    });
}

#[test]
fn chinese_has_its_own_punctuation() {
    check("no half-width mark after a Chinese character where Chinese goes on or ends", |it| {
        let chars: Vec<char> = it.zh.chars().collect();
        !(1..chars.len())
            .any(|at| is_han(chars[at - 1]) && ",.;:!?".contains(chars[at]) && chars.get(at + 1).is_none_or(|next| is_han(*next)))
    });
}

#[test]
fn a_space_parts_chinese_from_latin() {
    check("a space stands between Chinese and Latin letters or digits", |it| {
        let chars: Vec<char> = it.zh.chars().collect();
        !chars
            .windows(2)
            .any(|pair| is_han(pair[0]) && pair[1].is_ascii_alphanumeric() || pair[0].is_ascii_alphanumeric() && is_han(pair[1]))
    });
}

#[test]
fn both_languages_hold_the_same_values() {
    check("both languages fill in the same values", |it| placeholders(&it.en) == placeholders(&it.zh));
}

#[test]
fn the_checks_can_tell() {
    assert!(only_names("etcd") && only_names("CoreDNS {n}") && only_names("`kubectl get pods`") && only_names("Kubernetes v1.25"));
    assert!(!only_names("the ledger") && !only_names("API server") && !only_names("{n} pods"));
    let expected: BTreeSet<String> = ["{a}".to_owned(), "{b}".to_owned()].into();
    assert_eq!(placeholders("{a} of {b:>3}, {{not}} {\"json\": 1}"), expected);
}
