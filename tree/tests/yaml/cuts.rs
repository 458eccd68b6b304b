//! Nothing before a cut is lost, every place holds its value, and time grows with the length alone.

use crate::support::*;
use tree::yaml::Outcome;
use tree::{Sort, Value};

/// Every value with its path: the keys and positions that lead to it.
fn leaves<'t>(value: Value<'t>, path: &str, out: &mut Vec<(String, Value<'t>)>) {
    for (index, child) in value.children().enumerate() {
        let path = if value.sort() == Sort::List { format!("{path}/{index}") } else { format!("{path}/{}", child.key()) };
        if matches!(child.sort(), Sort::Map | Sort::List) {
            leaves(child, &path, out);
        } else {
            out.push((path, child));
        }
    }
}

#[test]
fn nothing_before_a_cut_is_lost() {
    let (whole, outcome) = tree_of(SAMPLE);
    assert_eq!(outcome, Outcome::default());
    let mut all = Vec::new();
    leaves(whole.root(SAMPLE).expect("a root"), "", &mut all);
    for cut in (0..SAMPLE.len()).filter(|cut| SAMPLE.is_char_boundary(*cut)) {
        let text = &SAMPLE[..cut];
        let (tree, _) = tree_of(text);
        let mut left = Vec::new();
        if let Some(root) = tree.root(text) {
            leaves(root, "", &mut left);
        }
        // The last one that began before the cut may be a part of itself.
        let begun = all.iter().filter(|(_, leaf)| leaf.place().start < cut).count();
        for (before, after) in all.iter().take(begun.saturating_sub(1)).zip(left.iter().map(Some).chain(std::iter::repeat(None))) {
            let Some(after) = after else { panic!("{} is lost, cut at {cut}", before.0) };
            assert_eq!((&before.0, before.1.str()), (&after.0, after.1.str()), "cut at {cut}");
        }
        places_hold(text);
    }
}

#[test]
fn a_line_of_words_costs_no_other_line() {
    let (whole, _) = tree_of(SAMPLE);
    let mut all = Vec::new();
    leaves(whole.root(SAMPLE).expect("a root"), "", &mut all);
    for (at, _) in SAMPLE.match_indices('\n') {
        let text = format!("{}\nSome words\n{}", &SAMPLE[..at], &SAMPLE[at + 1..]);
        let (tree, outcome) = tree_of(&text);
        assert!(outcome.unread.contains(&(at + 1)), "{text}");
        let mut left = Vec::new();
        leaves(tree.root(&text).expect("a root"), "", &mut left);
        assert_eq!(left.len(), all.len(), "{text}");
        // A text of several lines ends at the words.
        let others = all.iter().zip(&left).filter(|(before, after)| (&before.0, before.1.str()) != (&after.0, after.1.str()));
        assert!(others.count() <= 1, "{text}");
    }
}

#[test]
fn long_inputs_take_no_more_than_their_length() {
    const LONG: usize = 2_000_000;
    let staircase: String = (0..2000).map(|depth| " ".repeat(depth) + "a: 'x\n").collect();
    for line in [
        "- a\n",
        "a: b\n",
        "[",
        "[\n",
        "{a: ",
        "- ",
        "- [\n",
        "x",
        "x ",
        ":",
        "a:",
        ": ",
        "\n",
        "# x\n",
        "'\n",
        "\"\\",
        "\"\n  ",
        "&a\n",
        "? ",
        "?\n:\n",
        "? 'a\n",
        "words\n",
        "a: |\n\n",
        "- a: 1\n b\n",
        " #",
        "---\n",
        "...\n",
        "[a\n",
        "a: [b: ",
        "\t",
        "é",
    ] {
        let text = line.repeat(LONG / line.len());
        tree_of(&text);
        for head in ["a: ", "a: '", "a: \"", "a: |\n ", "- - ", "a: [", "a:\n  b: "] {
            tree_of(&(head.to_owned() + &text[..LONG / 40]));
        }
    }
    tree_of(&staircase);
}
