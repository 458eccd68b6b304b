//! YAML: every construct that kubectl prints or people write, what is left over, and that nothing before a cut is lost.
#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that cannot go on shall fail")]

use std::fmt::Write;

use proptest::prelude::*;
use serde_json::Value as Json;
use tree::yaml::{Outcome, read};
use tree::{Sort, Tree, Value};

/// From `kubectl get nodes -o yaml` of a recorded cluster, with a text in every style added.
const SAMPLE: &str = r#"apiVersion: v1
items:
- apiVersion: v1
  kind: Node
  metadata:
    annotations:
      k3s.io/node-args: '["server","--disable","servicelb"]'
      node.alpha.kubernetes.io/ttl: "0"
    creationTimestamp: "2026-08-25T20:32:02Z"
    labels:
      node-role.kubernetes.io/master: ""
    name: rpi-server
  spec:
    podCIDRs:
    - 10.42.0.0/24
    - fd00::/64
    taints: []
  status:
    conditions:
    - lastHeartbeatTime: "2026-11-23T20:31:42Z"
      message: 'Error creating: pods "web-" is forbidden: exceeded quota:
        object-counts, it''s used up'
      status: "False"
    - message: kubelet is posting
        ready status
      observed: {at: [1, "b"], of: null}
      reason: "Kubelet\
        \ Ready\n"
      status: "True"
    config: |
      first: 1

      second: 2
    note: >-
      节点
      ready
    images: ~
kind: List
metadata:
  resourceVersion: ""
"#;

fn tree_of(text: &str) -> (Tree, Outcome) {
    let mut tree = Tree::default();
    let outcome = read(text, 0, &mut tree);
    (tree, outcome)
}

/// `{key=value}`, `[item]`, `"text"`, `plain`, `~`, `…` for what was passed over; then `?` and the lines that were not understood.
fn printed(text: &str) -> String {
    let (tree, outcome) = tree_of(text);
    let mut out = String::new();
    if let Some(root) = tree.root(text) {
        print(root, &mut out);
    }
    for at in outcome.unread {
        let _ = write!(out, " ?{}", line_of(text, at));
    }
    out
}

fn print(value: Value<'_>, out: &mut String) {
    let (open, close) = match value.sort() {
        Sort::Map => ('{', '}'),
        Sort::List => ('[', ']'),
        Sort::Text => return out.push_str(&format!("{:?}", value.str().expect("a text"))),
        Sort::Plain => return out.push_str(value.str().expect("a word")),
        Sort::Null => return out.push('~'),
        Sort::Skipped => return out.push('…'),
    };
    out.push(open);
    for (index, child) in value.children().enumerate() {
        out.push_str(if index > 0 { ", " } else { "" });
        if value.sort() == Sort::Map {
            out.push_str(child.key());
            out.push('=');
        }
        print(child, out);
    }
    out.push(close);
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(printed(text), *expected, "\n{text}");
        assert_eq!(printed(&text.replace('\n', "\r\n")), *expected, "with carriage returns\n{text}");
        places_hold(text);
    }
}

#[test]
fn maps_and_lists() {
    check(&[
        ("a: 1\nb:\n  c: x\n", r#"{a=1, b={c="x"}}"#),
        ("a:\n- x\n- y\nb: 1", r#"{a=["x", "y"], b=1}"#),
        ("a:\n  - x\n  - y\nb: 1", r#"{a=["x", "y"], b=1}"#),
        ("- a: 1\n  b:\n  - 2\n  c: 3\n- d", r#"[{a=1, b=[2], c=3}, "d"]"#),
        ("- - x\n  - - y\n- -\n  - z", r#"[["x", ["y"]], [~, "z"]]"#),
        ("-\n  a: 1\n-\n  - 2\n-\n- 3", "[{a=1}, [2], ~, 3]"),
        ("a:\n\nb:\n  # none\nc: # none\n  d: 1", "{a=~, b=~, c={d=1}}"),
        ("    a: 1\n    b:\n      c: 2", "{a=1, b={c=2}}"),
        ("  - a: 1\n    b: 2\n", "[{a=1, b=2}]"),
        ("a: 1\na: 2", "{a=1, a=2}"),
        ("a:\n\tb: 1\n\tc:\n\t\td: 2", "{a={b=1, c={d=2}}}"),
        ("", ""),
        ("\n# nothing\n", ""),
    ]);
}

#[test]
fn keys() {
    check(&[
        ("kubectl.kubernetes.io/x: 1\nfoo:bar: v\nhttp://x:80/: w", r#"{kubectl.kubernetes.io/x=1, foo:bar="v", http://x:80/="w"}"#),
        ("'a b': 1\n\"c\\td: \" : 2\n'it''s': 3\n\"\": 4", "{a b=1, c\td: =2, it's=3, =4}"),
        ("f:metadata:\n  f:labels:\n    .: {}\n    f:app: {}", "{f:metadata={f:labels={.={}, f:app={}}}}"),
        ("k:{\"containerPort\":80,\"protocol\":\"TCP\"}:\n  .: {}", r#"{k:{"containerPort":80,"protocol":"TCP"}={.={}}}"#),
        ("? \"long\n  key\"\n: 1\n? k\n: - a\n  - b\n? l\n: m: n", r#"{long key=1, k=["a", "b"], l={m="n"}}"#),
        ("a :  1\n节点: 2\n<<: *base", r#"{a=1, 节点=2, <<="*base"}"#),
    ]);
}

#[test]
fn plain_texts_and_words() {
    check(&[
        ("- null\n- ~\n- Null\n-\n- NULL", "[~, ~, ~, ~, ~]"),
        (
            "[true, False, 0, -1.5e3, .5, 0x1F, 0o17, .inf, -.INF, .nan, 0644]",
            "[true, False, 0, -1.5e3, .5, 0x1F, 0o17, .inf, -.INF, .nan, 0644]",
        ),
        ("[yes, off, 1.2.3, 10.0.0.1, 1e, -, 0x, 100m]", r#"["yes", "off", "1.2.3", "10.0.0.1", "1e", "-", "0x", "100m"]"#),
        ("- 2016-10-04T12:25:39Z\n- 1 # one\n- a#b # c\n- '1'", r#"["2016-10-04T12:25:39Z", 1, "a#b", "1"]"#),
        ("a: one\n  two\n\n  - three\n  &four\n  ? five # over\nb: 1", r#"{a="one two\n- three &four ? five", b=1}"#),
        (
            "a:\n  one\n  two\nb: |x\nc: a: b\nd: - e\nf: {{ .Values.g }}",
            r#"{a="one two", b="|x", c="a: b", d="- e", f="{{ .Values.g }}"}"#,
        ),
        ("one\ntwo", r#""one two""#),
    ]);
}

#[test]
fn quoted_texts() {
    check(&[
        ("- 'it''s'\n- ''\n- '# : \\n'\n- 'a\n  b\n\n  c '", r##"["it's", "", "# : \\n", "a b\nc "]"##),
        (r#"- "\0\a\b\t\n\v\f\r\e\ \"\/\\\x41\u00e9\U0001F600\ud83d\ude00""#, r#"["\0\u{7}\u{8}\t\n\u{b}\u{c}\r\u{1b} \"/\\Aé😀😀"]"#),
        (r#"- "\N\_\L\P""#, r#"["\u{85}\u{a0}\u{2028}\u{2029}"]"#),
        (r#"- "\d \xZZ \ud800""#, r#"["\\d \\xZZ �"]"#),
        ("- \"a\n  b\\\n  \\ c \\\n\n  d\\t\n  e\"", r#"["a b c \nd\t e"]"#),
        ("a: \"x\" # y\nb: 'z'", r#"{a="x", b="z"}"#),
    ]);
}

#[test]
fn literal_and_folded_texts() {
    check(&[
        ("a: |\n  x\n   y\n\n  # z\n# over\nb: 1", r#"{a="x\n y\n\n# z\n", b=1}"#),
        ("a: |-\n  x\n\nb: |+\n  x\n\nc: |\n\n  x\n", r#"{a="x", b="x\n\n", c="\nx\n"}"#),
        ("a: >\n  x\n  y\n\n  z\n    deep\n  w\nb: >-\n  x", r#"{a="x y\nz\n  deep\nw\n", b="x"}"#),
        ("- |2\n   x\n  y\n- |+1 # c\n   z\n- >\n- ''", r#"[" x\ny\n", "  z\n", "", ""]"#),
        ("a: |\n  ---\n  - b: {\n     \nc: |", r#"{a="---\n- b: {\n   \n", c=""}"#),
    ]);
}

#[test]
fn brackets() {
    check(&[
        ("a: {}\nb: []\nc: {x: 1, y: [z, \"w\"], \"v\":2, u}", r#"{a={}, b=[], c={x=1, y=["z", "w"], v=2, u=~}}"#),
        ("a: [\n  one two, # c\n  three\n  four,\n]\nb: {\n  c: 'd\n    e'\n}", r#"{a=["one two", "three four"], b={c="d e"}}"#),
        ("{\"a\": {\"b\": [1, null]},\n\"c\": \"x\\ty\"}", r#"{a={b=[1, ~]}, c="x\ty"}"#),
        ("[a: 1, http://x:80, &b !!str c, *d, {? e : f, g: }]", r#"[{a=1}, "http://x:80", "c", "*d", {e="f", g=~}]"#),
    ]);
}

#[test]
fn anchors_tags_and_documents() {
    check(&[
        ("--- # first\n%x: 1\nb: 2", "{%x=1, b=2}"),
        ("%YAML 1.2\n---\na: &x\n  b: !!str c\nd: *x\n...", r#"{a={b="c"}, d="*x"}"#),
        ("- &x a: 1\n  b: 2\n- !tag\n  c: 3\n- &y\n- !!binary |\n  QQ==\n", r#"[{a=1, b=2}, {c=3}, ~, "QQ==\n"]"#),
        ("--- {a: 1}\n---\n\n# end\n...\n", "{a=1}"),
        ("--- |\n x\n---\nb: 1\n\nc: 2", r#""x\n" ?3 ?5"#),
    ]);
}

#[test]
fn lines_that_fit_nowhere() {
    check(&[
        ("a: 1\nSome words.\nb:\n  c: 2\nand more\n  d: 3", "{a=1, b={c=2, d=3}} ?1 ?4"),
        ("x: 0\na:\n  b: 1\n    c: 2\n   - d\n  e: 3\nf: 4", "{x=0, a={b=1, e=3}, f=4} ?3 ?4"),
        ("x:\n  a:\n      b: 1\n    c: 2\n  d: 3", "{x={a={b=1}, d=3}} ?3"),
        ("a:\n- b: 1\n c: 2\n- d: 3", "{a=[{b=1}, {d=3}]} ?2"),
        ("a:\n  ...\n  [snip]\n  b:\n    <left out>\n    c: 2\n...\nd: 1", "{a={b={c=2}}, d=1} ?2 ?4"),
        ("a: 'x\nb: \"y\n\nc: [1, {d: e\nf: {g: 1\nh: 2", r#"{a="x", b="y", c=[1, {d="e"}], f={g=1}, h=2} ?0 ?1 ?3 ?4"#),
        ("a: 'x' y\nb: [1] z\nc: [2, }\nd: {e: 1]", r#"{a="x", b=[1], c=[2], d={e=1}} ?0 ?1 ?2 ?3"#),
        ("a: 1\n- b\nc: 2", r#"{a=1, =["b"], c=2}"#),
    ]);
}

#[test]
fn a_part_of_a_document() {
    check(&[
        // Copied from behind the indentation of the first line.
        ("kind: Pod\n    spec:\n      a: 1\n    b: 2", r#"{kind="Pod", spec={a=1}, b=2}"#),
        ("- name: x\n      image: y\n    - name: z\n      image: w", r#"[{name="x", image="y"}, {name="z", image="w"}]"#),
        // From the middle on: the levels above come one by one.
        (
            "      reason: r\n    - type: Ready\n  hostIP: 1.2.3.4\nstatus:\n  a: b",
            r#"{reason="r", =[{type="Ready"}], hostIP="1.2.3.4", status={a="b"}}"#,
        ),
        ("  - a: 1\n  b: 2\n---\nc: 3", "{=[{a=1}], b=2} ?3"),
        ("Here it is:\n\nkind: Pod", r#"{Here it is=~, kind="Pod"}"#),
        ("Here it is\n\nkind: Pod", r#"{kind="Pod"} ?0"#),
    ]);
}

#[test]
fn only_the_first_unread_lines_are_kept() {
    let text = "a: 1\n".to_owned() + &"words\n".repeat(100);
    let (_, outcome) = tree_of(&text);
    assert_eq!((outcome.unread.len(), outcome.unread_lines, outcome.unread[19]), (20, 100, 5 + 19 * 6));
}

#[test]
fn what_is_too_deep_is_passed_over() {
    for (open, close) in [("[", "]"), ("- ", ""), ("{a: ", "}")] {
        let text = open.repeat(70) + "x" + &close.repeat(70);
        let out = printed(&text);
        assert!(out.contains('…') && !out.contains('x') && !out.contains('?'), "{out}");
    }
    let nested: String = (0..70).flat_map(|depth| [" ".repeat(depth), "k:\n".to_owned()]).collect();
    assert_eq!(printed(&(nested + "z: 1\n")).replace(['k', '=', '{', '}'], ""), "…, z1");
}

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

/// Places lie inside the text, on the lines they say, in order; a scalar that was not copied ends its place.
fn places_hold(text: &str) {
    fn holds(text: &str, value: Value<'_>, from: usize) {
        let place = value.place();
        assert!(
            from <= place.start && place.start <= place.end && place.end <= text.len() && text.is_char_boundary(place.start),
            "{place:?}"
        );
        assert_eq!(place.line, 7 + line_of(text, place.start), "{place:?} {}", value.key());
        if let Some(scalar) = value.str()
            && text.as_bytes().as_ptr_range().contains(&scalar.as_ptr())
        {
            assert!(text[place.start..place.end].ends_with(scalar), "{place:?} {scalar}");
        }
        value.children().fold(place.start, |from, child| {
            holds(text, child, from);
            child.place().start
        });
    }
    let mut tree = Tree::default();
    read(text, 7, &mut tree);
    if let Some(root) = tree.root(text) {
        holds(text, root, 0);
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
