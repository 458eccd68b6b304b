//! The same values as `serde_yaml_ng` and `serde_json` give, and a tree whatever the text.

use std::fmt::Write;

use crate::support::*;
use proptest::prelude::*;
use serde_json::Value as Json;
use tree::yaml::Outcome;
use tree::{Sort, Value};

/// Whether the tree says what the judge says. Numbers stand as written.
fn same(value: Value<'_>, json: &Json) -> bool {
    match json {
        Json::Null => value.sort() == Sort::Null,
        Json::Bool(bool) => value.sort() == Sort::Plain && value.bool() == Some(*bool),
        Json::Number(number) => value.sort() == Sort::Plain && value.str().and_then(|it| it.parse().ok()) == number.as_f64(),
        Json::String(text) => value.sort() == Sort::Text && value.str() == Some(text),
        Json::Array(items) => {
            value.sort() == Sort::List
                && value.children().count() == items.len()
                && value.children().zip(items).all(|(ours, its)| same(ours, its))
        }
        Json::Object(keys) => {
            value.sort() == Sort::Map
                && value.children().count() == keys.len()
                && value.children().all(|ours| keys.get(ours.key()).is_some_and(|its| same(ours, its)))
        }
    }
}

fn agree(text: &str, json: &Json) -> Result<(), TestCaseError> {
    let (tree, outcome) = tree_of(text);
    prop_assert_eq!(outcome, Outcome::default(), "{}", text);
    prop_assert!(tree.root(text).is_some_and(|root| same(root, json)), "{}\n{}\n{}", text, printed(text), json);
    places_hold(text);
    Ok(())
}

/// Texts that a printer must take care with.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[ -~]{0,20}",
        r#"[-:#'"\[\]{}|>&*!? \n\t\\.a0~é节]{0,16}"#,
        "(true|null|1e3|0644|yes|---|- a|a: b| #|~|\\.\\.\\.)",
        // What libyaml takes for line ends, YAML does not.
        "[\\PC--[\u{85}\u{2028}\u{2029}]]{0,12}"
    ]
}

fn values() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(Json::from),
        (-1e6..1e6_f64).prop_map(Json::from),
        words().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::btree_map(words().prop_map(|key| key.replace('\n', " ")), inner, 0..6)
                .prop_map(|keys| Json::Object(keys.into_iter().collect())),
        ]
    })
}

/// A text in one of the styles in which it may stand behind a key, with its further lines indented by `deep`.
fn styled(words: &[String], style: u8, deep: usize) -> String {
    let wrap = format!("\n{}", " ".repeat(deep));
    match style % 8 {
        0 => format!(" {}", words.join(" ")),
        1 => format!(" {}", words.join(&wrap)),
        2 => format!(" '{}: it''s'", words.join(&wrap)),
        3 => format!(" \"{}:\\n\\\n{}\\u00e9\"", words.join(&wrap), " ".repeat(deep)),
        4 => format!(" |{wrap}{}", words.join(&wrap)),
        5 => format!(" >-{wrap}{}", words.join(&wrap)),
        6 => format!(" [{}]", words.join(&format!(",{wrap}"))),
        _ => format!(" # why{wrap}{} # so", words.join(" ")),
    }
}

/// A document as kubectl or a person writes it: lists in both indentations, texts in every style, comments between.
fn documents() -> impl Strategy<Value = String> {
    let field = (prop::collection::vec("[a-z][a-z0-9/.-]{0,8}[a-z]", 1..6), any::<u8>());
    let item = prop::collection::vec(field, 1..5);
    prop::collection::vec((prop::collection::vec(item, 0..4), any::<bool>(), any::<bool>()), 1..5).prop_map(|lists| {
        let mut out = String::from("---\napiVersion: v1\n");
        for (index, (items, indented, remark)) in lists.into_iter().enumerate() {
            let pad = if indented { "  " } else { "" };
            let _ = writeln!(out, "{}list{index}:", if remark { "# a: b\n\n" } else { "" });
            for fields in items {
                for (number, (words, style)) in fields.into_iter().enumerate() {
                    let lead = if number == 0 { "- " } else { "  " };
                    let _ = writeln!(out, "{pad}{lead}example.com/{number}:{}", styled(&words, style, 4 + pad.len()));
                }
            }
        }
        out
    })
}

proptest! {
    #[test]
    fn what_a_printer_wrote_is_read_the_same(json in values()) {
        let text = serde_yaml_ng::to_string(&json).expect("YAML");
        agree(&text, &json)?;
    }

    #[test]
    fn documents_are_read_as_the_judge_reads_them(text in documents(), returns in any::<bool>()) {
        let json = serde_yaml_ng::from_str(&text).expect("YAML");
        agree(&if returns { text.replace('\n', "\r\n") } else { text }, &json)?;
    }

    #[test]
    fn any_text_gives_a_tree(text in r#"([-:#'"\[\]{}|>&*!?,% \n\r\t\\.a0é]|- |: |\n  |\n- ){0,120}"#) {
        places_hold(&text);
    }

    #[test]
    fn an_edited_document_gives_a_tree(edits in prop::collection::vec((any::<prop::sample::Index>(), 0..9_usize, r#"[-:#'"\[\]{}|>&a \n\t]{0,3}"#), 1..6)) {
        let mut chars: Vec<char> = SAMPLE.chars().collect();
        for (at, gone, new) in edits {
            let at = at.index(chars.len());
            let end = (at + gone).min(chars.len());
            chars.splice(at..end, new.chars());
        }
        places_hold(&chars.into_iter().collect::<String>());
    }
}
