//! The fragment of the address: `#v=<view>&s=<selection>&l=<lang>`, every part optional; a view is its word and how it is looked at, such as
//! `nodes;by=zone;find=etcd;at=120,80,1500`. Knows no browser: text in, text out.

use std::fmt::Write as _;

use crate::kind::Kind;
use crate::layout::request::Grouping;
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};
use crate::text::Lang;
use crate::time::Stamp;
use crate::ui::state::view::View;

/// What an address says. `None` where it says nothing or nothing that is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Which view.
    pub view: Option<View>,
    /// By what nodes are grouped, where that is not as it begins.
    pub grouping: Option<Grouping>,
    /// What is looked for.
    pub find: Option<String>,
    /// Where the camera stands, once the reader has moved it.
    pub look: Option<Look>,
    /// What is selected.
    pub selection: Option<PartId>,
    /// In which language.
    pub lang: Option<Lang>,
}

impl Route {
    /// Reads a fragment, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let mut route = Self::default();
        for pair in fragment.trim_start_matches('#').split('&') {
            match pair.split_once('=') {
                Some(("v", view)) => route.read_view(view),
                Some(("s", part)) => route.selection = parse_part(part),
                Some(("l", lang)) => route.lang = Lang::from_tag(lang),
                _ => {}
            }
        }
        route
    }

    fn read_view(&mut self, word: &str) {
        let mut pieces = word.split(';');
        self.view = pieces.next().and_then(View::from_word);
        for piece in pieces.filter(|_| self.view.is_some()) {
            match piece.split_once('=') {
                Some(("by", by)) => self.grouping = Grouping::ALL.into_iter().find(|it| it.word() == by),
                Some(("find", find)) => self.find = decode(find).filter(|it| !it.is_empty()),
                Some(("at", at)) => self.look = Look::parse(at),
                _ => {}
            }
        }
    }

    /// The fragment, with its `#`.
    pub fn fragment(&self) -> String {
        let mut parts = Vec::new();
        if let Some(view) = self.view {
            let mut word = format!("v={}", view.word());
            if let Some(by) = self.grouping {
                word += &format!(";by={}", by.word());
            }
            if let Some(find) = &self.find {
                word += &format!(";find={}", encode(find));
            }
            if let Some(Look { x, y, permille }) = self.look {
                word += &format!(";at={x},{y},{permille}");
            }
            parts.push(word);
        }
        if let Some(part) = &self.selection {
            parts.push(format!("s={}", part_word(part)));
        }
        if let Some(lang) = self.lang {
            parts.push(format!("l={}", lang.tag().split('-').next().unwrap_or_default()));
        }
        format!("#{}", parts.join("&"))
    }
}

/// Where a camera stands: the point of the scene in the middle of the window, and how large a unit is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// To the right, in units of the scene.
    pub x: i32,
    /// Down.
    pub y: i32,
    /// Thousandths of a pixel a unit.
    pub permille: u32,
}

impl Look {
    fn parse(word: &str) -> Option<Self> {
        let mut numbers = word.split(',');
        let look = Self { x: numbers.next()?.parse().ok()?, y: numbers.next()?.parse().ok()?, permille: numbers.next()?.parse().ok()? };
        (numbers.next().is_none() && look.permille > 0).then_some(look)
    }
}

/// The word that stands for a part in an address; slashes part its pieces, everything else is percent-encoded.
pub fn part_word(part: &PartId) -> String {
    if let PartId::Moment { of, from, to, lasting } = part {
        let (from, to) = (from.0.to_string(), to.0.to_string());
        let mut pieces = vec!["moment", from.as_str(), to.as_str(), if *lasting { "span" } else { "point" }, of.kind.plural()];
        pieces.extend(of.namespace.as_deref());
        pieces.push(&of.name);
        return joined(pieces);
    }
    let pieces: Vec<&str> = match part {
        PartId::Kubectl => vec!["kubectl"],
        PartId::Endpoint => vec!["endpoint"],
        PartId::Quorum => vec!["quorum"],
        PartId::NotShown => vec!["not-shown"],
        PartId::Group { by, name } => vec!["group", by, name],
        PartId::Node(name) => vec!["node", name],
        PartId::Section { of, section } => vec!["section", section_word(*section), of],
        PartId::Component { product, node } => vec!["component", product, node],
        PartId::Product(product) => vec!["product", product],
        PartId::Pod(ObjectRef { kind: Kind::Pod, namespace, name }) => match namespace {
            Some(namespace) => vec!["pod", namespace, name],
            None => vec!["pod", name],
        },
        PartId::Pod(ObjectRef { kind, namespace, name }) => match namespace {
            Some(namespace) => vec!["object", kind.plural(), namespace, name],
            None => vec!["object", kind.plural(), name],
        },
        PartId::Moment { .. } => Vec::new(),
    };
    joined(pieces)
}

fn joined(pieces: Vec<&str>) -> String {
    pieces.into_iter().map(encode).collect::<Vec<_>>().join("/")
}

/// The part behind a word; `None` if there is none.
pub fn parse_part(word: &str) -> Option<PartId> {
    let pieces = word.split('/').map(decode).collect::<Option<Vec<_>>>()?;
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    let id = |kind: &str, namespace: Option<&str>, name: &str| ObjectRef {
        kind: Kind::parse(kind),
        namespace: namespace.map(str::to_owned),
        name: name.to_owned(),
    };
    let object = |kind: &str, namespace: Option<&str>, name: &str| PartId::Pod(id(kind, namespace, name));
    if let ["moment", from, to, shape @ ("span" | "point"), kind, rest @ ..] = pieces.as_slice() {
        let of = match rest {
            [namespace, name] => id(kind, Some(namespace), name),
            [name] => id(kind, None, name),
            _ => return None,
        };
        let (from, to) = (Stamp(from.parse().ok()?), Stamp(to.parse().ok()?));
        return Some(PartId::Moment { of, from, to, lasting: *shape == "span" });
    }
    Some(match pieces.as_slice() {
        ["kubectl"] => PartId::Kubectl,
        ["endpoint"] => PartId::Endpoint,
        ["quorum"] => PartId::Quorum,
        ["not-shown"] => PartId::NotShown,
        ["group", by, name] => PartId::Group { by: (*by).to_owned(), name: (*name).to_owned() },
        ["node", name] => PartId::Node((*name).to_owned()),
        ["section", section, of] => PartId::Section { of: (*of).to_owned(), section: parse_section(section)? },
        ["component", product, node] => PartId::Component { product: (*product).to_owned(), node: (*node).to_owned() },
        ["product", product] => PartId::Product((*product).to_owned()),
        ["pod", namespace, name] => object("pods", Some(namespace), name),
        ["pod", name] => object("pods", None, name),
        ["object", kind, namespace, name] => object(kind, Some(namespace), name),
        ["object", kind, name] => object(kind, None, name),
        _ => return None,
    })
}

const SECTIONS: [(Section, &str); 4] = [
    (Section::ControlPlane, "control-plane"),
    (Section::EveryNode, "every-node"),
    (Section::Workloads, "workloads"),
    (Section::ClusterServices, "cluster-services"),
];

fn section_word(section: Section) -> &'static str {
    SECTIONS.iter().find(|(it, _)| *it == section).map_or("", |(_, word)| word)
}

fn parse_section(word: &str) -> Option<Section> {
    SECTIONS.iter().find(|(_, it)| *it == word).map(|(section, _)| *section)
}

fn encode(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    for byte in piece.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn decode(piece: &str) -> Option<String> {
    let mut bytes = piece.bytes();
    let mut out = Vec::with_capacity(piece.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let hex = [bytes.next()?, bytes.next()?];
            let hex = std::str::from_utf8(&hex).ok()?;
            out.push(u8::from_str_radix(hex, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_part() -> Vec<PartId> {
        let mut parts = vec![PartId::Kubectl, PartId::Endpoint, PartId::Quorum, PartId::NotShown];
        for name in ["worker-1", "10.0.0.1", "a&b=c#d/e", "节点 一", "100%", "a%2Fb"] {
            parts.push(PartId::Node(name.to_owned()));
            parts.push(PartId::Product(name.to_owned()));
            parts.push(PartId::Group { by: "zone".to_owned(), name: name.to_owned() });
            parts.push(PartId::Component { product: "etcd".to_owned(), node: name.to_owned() });
            parts.push(PartId::Pod(ObjectRef::pod(Some("kube-system"), name)));
            parts.push(PartId::Pod(ObjectRef::pod(None, name)));
            parts.push(PartId::Pod(ObjectRef::namespaced(Kind::Deployment, "prod", name)));
            parts.push(PartId::Pod(ObjectRef::cluster_scoped(Kind::Other("widgets.example.org".to_owned()), name)));
            for (of, lasting) in [(ObjectRef::node(name), true), (ObjectRef::pod(Some("shop"), name), false)] {
                parts.push(PartId::Moment { of, from: Stamp(-7), to: Stamp(1_763_600_000), lasting });
            }
            parts.extend(SECTIONS.map(|(section, _)| PartId::Section { of: name.to_owned(), section }));
        }
        parts.push(PartId::Component { product: "kubelet".to_owned(), node: String::new() });
        parts.push(PartId::Section { of: String::new(), section: Section::ClusterServices });
        parts
    }

    #[test]
    fn every_part_comes_back_from_its_word() {
        for part in every_part() {
            let word = part_word(&part);
            assert!(word.is_ascii() && !word.contains(['&', '#', '=', ' ']), "{word}");
            assert_eq!(parse_part(&word), Some(part), "{word}");
        }
    }

    #[test]
    fn different_parts_have_different_words() {
        let parts = every_part();
        let words: std::collections::BTreeSet<_> = parts.iter().map(part_word).collect();
        assert_eq!(words.len(), parts.len());
    }

    #[test]
    fn routes_round_trip() {
        for view in [None, Some(View::Architecture), Some(View::Lesson)] {
            for lang in [None, Some(Lang::En), Some(Lang::Zh)] {
                for selection in [None, Some(PartId::Quorum), Some(PartId::Node("a&l=en".to_owned()))] {
                    let (grouping, find) =
                        view.map_or((None, None), |_| (Some(Grouping::Zone), Some("app=web;x&s=quorum 节点".to_owned())));
                    let look = view.map(|_| Look { x: -12, y: 400, permille: 1250 });
                    let route = Route { view, grouping, find, look, selection, lang };
                    assert_eq!(Route::parse(&route.fragment()), route, "{}", route.fragment());
                }
            }
        }
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        for fragment in [
            "",
            "#",
            "#v=&s=&l=",
            "#v=nonsense&s=pod&l=fr",
            "#v=nonsense;find=x",
            "#s=node/%zz",
            "#s=node/%E4",
            "#s=section/attic/a",
            "#=&&==",
            "#s=a/b/c/d/e",
        ] {
            assert_eq!(Route::parse(fragment), Route::default(), "{fragment}");
        }
    }

    #[test]
    fn reads_as_documented() {
        let route = Route::parse("#v=architecture&s=pod/kube-system/etcd-a&l=zh");
        assert_eq!(route.view, Some(View::Architecture));
        assert_eq!(route.selection, Some(PartId::Pod(ObjectRef::pod(Some("kube-system"), "etcd-a"))));
        assert_eq!(route.lang, Some(Lang::Zh));
    }
}
