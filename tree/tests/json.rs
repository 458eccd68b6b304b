//! JSON against `serde_json`, the judge: the same values, the same ends, in one piece or many.
#![expect(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test that cannot go on shall fail")]

use proptest::prelude::*;
use serde_json::{Map, Value as Judge, json};
use tree::json::documents::{Documents, Step};
use tree::json::{Filter, read, skip};
use tree::{Sort, Tree, Value};

/// A tree as the judge holds it.
fn judged(value: Value<'_>) -> Judge {
    match value.sort() {
        Sort::Map => Judge::Object(value.children().map(|child| (child.key().to_owned(), judged(child))).collect()),
        Sort::List => Judge::Array(value.children().map(judged).collect()),
        Sort::Text => Judge::String(value.str().unwrap().to_owned()),
        Sort::Plain => serde_json::from_str(value.str().unwrap()).unwrap(),
        Sort::Null | Sort::Skipped => Judge::Null,
    }
}

fn tree_of(text: &str) -> (Tree, usize) {
    let mut tree = Tree::default();
    let (end, _) = read(text, 0, 0, Filter::default(), &mut tree).unwrap();
    (tree, end)
}

fn any_json() -> impl Strategy<Value = Judge> {
    let leaf = prop_oneof![
        Just(Judge::Null),
        any::<bool>().prop_map(Judge::from),
        any::<i64>().prop_map(Judge::from),
        "\\PC{0,12}".prop_map(Judge::from),
        "[ \\\\\"\n\t{}\\[\\]:,é节\u{1F600}]{0,8}".prop_map(Judge::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Judge::from),
            proptest::collection::vec(("[a-z\\PC]{1,8}", inner), 0..6)
                .prop_map(|entries| Judge::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn printed(value: &Judge, pretty: bool) -> String {
    if pretty { serde_json::to_string_pretty(value).unwrap() } else { value.to_string() }
}

/// The objects in a text that comes in pieces.
fn objects(text: &str, cuts: &[usize]) -> Vec<(Judge, usize)> {
    let mut documents = Documents::new(0, 0);
    let (mut have, mut from, mut gone_lines) = (String::new(), 0, 0);
    let mut found = Vec::new();
    let mut tree = Tree::default();
    for cut in cuts.iter().copied().chain([text.len()]) {
        have.push_str(&text[from..cut]);
        from = cut;
        loop {
            match documents.next(&have, Filter::default(), &mut tree) {
                Step::Object { line, broken, .. } => {
                    assert_eq!(broken, None);
                    found.push((judged(tree.root(&have).unwrap()), gone_lines + line));
                }
                Step::ListEnd => {}
                Step::More | Step::Done => break,
                Step::Bad => panic!("{have}"),
            }
        }
        let (bytes, lines) = documents.needed();
        have.drain(..bytes);
        gone_lines += lines;
        documents.shift(bytes, lines);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_those_of_the_judge(value in any_json(), pretty in any::<bool>()) {
        let text = printed(&json!({ "value": value }), pretty);
        let (tree, end) = tree_of(&text);
        prop_assert_eq!(judged(tree.root(&text).unwrap()), json!({ "value": value }));
        prop_assert_eq!(end, text.len());
        prop_assert_eq!(skip::skip(text.as_bytes(), 0).unwrap(), (text.len(), text.matches('\n').count()));
    }

    /// Every place is that of its value, on its line.
    #[test]
    fn places_show_their_values(value in any_json()) {
        let text = printed(&json!({ "value": value }), true);
        let (tree, _) = tree_of(&text);
        let mut open = vec![tree.root(&text).unwrap()];
        while let Some(value) = open.pop() {
            open.extend(value.children());
            let place = value.place();
            prop_assert!(text.is_char_boundary(place.start) && text.is_char_boundary(place.end));
            prop_assert_eq!(place.line, text[..place.start].matches('\n').count());
            if let Some(shown) = value.str().filter(|shown| text[place.start..].contains(shown) && !shown.is_empty() && value.key().is_empty() && value.sort() == Sort::Plain) {
                prop_assert_eq!(&text[place.start..place.end], shown);
            }
        }
    }

    /// A stream of documents and lists, cut anywhere: the same objects, on the same lines.
    #[test]
    fn pieces_give_the_objects_of_the_whole(
        items in proptest::collection::vec(any_json(), 0..5),
        pretty in any::<bool>(),
        list in any::<bool>(),
        cuts in proptest::collection::vec(0.0f64..1.0, 0..6),
    ) {
        let items: Vec<Judge> = items.into_iter().enumerate().map(|(at, value)| json!({ "at": at, "value": value })).collect();
        let text = if list {
            printed(&json!({ "apiVersion": "v1", "items": items, "kind": "List", "metadata": {} }), pretty)
        } else {
            items.iter().map(|item| printed(item, pretty) + "\n").collect()
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a short text")]
        let mut cuts: Vec<usize> = cuts.into_iter().map(|share| (share * text.len() as f64) as usize).map(|at| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap()).collect();
        cuts.sort_unstable();
        let whole = objects(&text, &[]);
        prop_assert_eq!(whole.iter().map(|it| it.0.clone()).collect::<Vec<_>>(), items);
        prop_assert_eq!(objects(&text, &cuts), whole);
    }

    /// Cut anywhere, what is read is a beginning of the whole.
    #[test]
    fn a_cut_value_keeps_what_came_before(value in any_json(), share in 0.0f64..1.0) {
        let text = printed(&json!({ "a": "first", "value": value, "z": "last" }), true);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a short text")]
        let at = (share * text.len() as f64) as usize;
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let mut tree = Tree::default();
        let ended = read(&text[..at], 0, 0, Filter::default(), &mut tree);
        prop_assert!(ended.is_err());
        if at > "{\n  \"a\": \"first\"".len() {
            prop_assert_eq!(tree.root(&text[..at]).and_then(|root| root.get("a")).and_then(Value::str), Some("first"));
        }
    }

    #[test]
    fn any_text_ends(text in "\\PC{0,60}|[{}\\[\\]\",:\\\\ \n0-9a-z]{0,80}") {
        let mut tree = Tree::default();
        let _ = read(&text, 0, 0, Filter::default(), &mut tree);
        let mut documents = Documents::new(0, 0);
        for _ in 0..200 {
            if matches!(documents.next(&text, Filter::default(), &mut tree), Step::More | Step::Done) {
                break;
            }
        }
    }
}

#[test]
fn what_is_typed_by_hand_is_forgiven() {
    let text = "{\n  {\n  \"kind\": \"NodeList\",\n  \"items\": [\n    {\"a\": 1,},\n  ],\n  }";
    assert_eq!(objects(text, &[]).iter().map(|it| it.0.clone()).collect::<Vec<_>>(), [json!({"a": 1})]);
}

#[test]
fn nothing_deep_exhausts_the_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
        let mut tree = Tree::default();
        let _ = read(&text, 0, 0, Filter::default(), &mut tree);
        let _ = skip::skip(text.as_bytes(), 0);
    }
}

#[test]
fn filtered_keys_are_passed_over() {
    let text = r#"{"metadata": {"managedFields": [{"f:a": {}}], "name": "x"}, "spec": {"a": [1, {"managedFields": "y"}]}}"#;
    let mut tree = Tree::default();
    read(text, 0, 0, Filter { skip: &["managedFields"] }, &mut tree).unwrap();
    let root = tree.root(text).unwrap();
    assert_eq!(root.at("metadata.name").and_then(Value::str), Some("x"));
    assert_eq!(root.at("metadata.managedFields").map(Value::sort), Some(Sort::Skipped));
}
