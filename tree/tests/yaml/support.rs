//! A sample, and trees as text.

use std::fmt::Write;

use tree::yaml::{Outcome, read};
use tree::{Sort, Tree, Value};

/// From `kubectl get nodes -o yaml` of a recorded cluster, with a text in every style added.
pub const SAMPLE: &str = r#"apiVersion: v1
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

pub fn tree_of(text: &str) -> (Tree, Outcome) {
    let mut tree = Tree::default();
    let outcome = read(text, 0, &mut tree);
    (tree, outcome)
}

/// `{key=value}`, `[item]`, `"text"`, `plain`, `~`, `…` for what was passed over; then `?` and the lines that were not understood.
pub fn printed(text: &str) -> String {
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

pub fn print(value: Value<'_>, out: &mut String) {
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

pub fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

pub fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(printed(text), *expected, "\n{text}");
        assert_eq!(printed(&text.replace('\n', "\r\n")), *expected, "with carriage returns\n{text}");
        places_hold(text);
    }
}

/// Places lie inside the text, on the lines they say, in order; a scalar that was not copied ends its place.
pub fn places_hold(text: &str) {
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
