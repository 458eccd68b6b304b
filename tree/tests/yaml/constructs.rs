//! Every construct that kubectl prints or people write, and what is left over.

use crate::support::*;

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
