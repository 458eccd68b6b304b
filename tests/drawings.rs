//! Pictures for other programs: a hostile paste stays text in each of them, and what is drawn is there.
#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that cannot go on shall fail")]

#[path = "drawings/well_formed.rs"]
mod well_formed;

use porthole::layout::geometry::{Point, Rect, Size};
use porthole::layout::layout;
use porthole::layout::request::LayoutRequest;
use porthole::layout::scene::{Caption, Cells, Drawn, Edge, Health, Part, Scene, Shape};
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::session::Session;
use porthole::share::drawio::drawio;
use porthole::share::mermaid::mermaid;
use porthole::share::xml::xml;
use porthole::text::Lang;
use porthole::ui::diagram::captions::words;
use well_formed::{Element, read};

/// Every way out that a name could try.
const HOSTILE: &[&str] = &[
    "</script><script>alert(1)</script>",
    "]]><![CDATA[<b>",
    "\"]; click n0 \"javascript:alert(1)\" %%{init: {\"securityLevel\": \"loose\"}}%%",
    "' onload='x' \" onload=\"x",
    "`a` **b** | c | #quot; &quot; &#60;",
    "line\nend\nsubgraph x",
    "abc\u{202e}gpj.exe\u{202c}",
    "zero\u{200b}width\u{feff}",
    "\u{1b}[31mred\u{1b}[0m\u{0}\u{9b}",
    "1. not a list",
    "%name% {{x}} $$y$$",
];

/// Characters that no drawing may hold as they are.
const HIDDEN: [char; 8] = ['\u{202e}', '\u{202c}', '\u{200b}', '\u{feff}', '\u{1b}', '\u{0}', '\u{9b}', '\r'];

fn part(name: &str, parent: Option<usize>, shape: Shape) -> Part {
    Part {
        id: PartId::Node(name.to_owned()),
        parent,
        rect: Rect { x: 10.4, y: 20.0, w: 200.0, h: 80.0 },
        shape,
        health: Health::Broken,
        presence: Drawn::Seen,
        captions: vec![Caption::Name(name.to_owned()), Caption::Verbatim(name.to_owned())],
        objects: Vec::new(),
        focusable: true,
        cells: (shape == Shape::Tile).then(|| Cells {
            at: Point { x: 12.0, y: 30.0 },
            columns: 2,
            pitch: 10.0,
            of: vec![(ObjectRef::pod(None, name), Health::Broken)],
        }),
    }
}

fn hostile() -> Scene {
    let mut parts = vec![part("around", None, Shape::Group)];
    parts.extend(HOSTILE.iter().map(|name| part(name, Some(0), Shape::Card)));
    parts.push(part("tile", None, Shape::Tile));
    let edge = |name: &&str| Edge {
        from: PartId::Node("tile".to_owned()),
        to: PartId::Node((*name).to_owned()),
        points: [0.0, 40.0, 80.0].map(|x| Point { x, y: x }).to_vec(),
        health: Health::Broken,
        label: Some(Caption::Verbatim((*name).to_owned())),
        purpose: None,
    };
    Scene { size: Size { w: 400.0, h: 300.0 }, parts, edges: HOSTILE.iter().map(edge).collect() }
}

fn seed() -> Scene {
    let mut session = Session::default();
    for name in ["get-nodes-wide", "get-pods-kube-system", "cluster-info"] {
        let path = format!("{}/tests/corpus/seed/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        session.add(name, std::fs::read(path).expect("the lesson's text"));
    }
    layout(&session.analyze(), &LayoutRequest::default())
}

#[test]
fn drawio_is_well_formed_and_every_name_is_a_plain_label() {
    for lang in Lang::ALL {
        let text = drawio(&hostile(), &|it| words(it, lang), lang);
        let elements = read(&text).expect("well-formed XML");
        assert!(!text.contains(HIDDEN), "{text}");
        let known = ["mxfile", "diagram", "mxGraphModel", "root", "mxCell", "mxGeometry", "Array", "mxPoint"];
        for Element { name, attributes } in &elements {
            assert!(known.contains(&name.as_str()), "<{name}>");
            let names = [
                "id", "value", "style", "vertex", "edge", "parent", "source", "target", "x", "y", "width", "height", "as", "relative",
                "host", "name", "grid", "page",
            ];
            for (attribute, value) in attributes {
                assert!(names.contains(&attribute.as_str()), "{attribute}={value:?}");
                // A label is HTML only where a style says so, and names never get into a style.
                assert!(attribute != "style" || !value.contains("html=1") && !value.contains("alert"), "{value}");
            }
        }
        let labels: Vec<&str> =
            elements.iter().flat_map(|it| &it.attributes).filter(|(name, _)| name == "value").map(|(_, it)| it.as_str()).collect();
        assert!(labels.iter().any(|it| it.contains("</script><script>alert(1)</script>")), "the name is there, as text");
        assert!(labels.iter().any(|it| it.contains("abc‹U+202E›gpj.exe")), "what reorders is shown");
        let ids: Vec<&str> =
            elements.iter().flat_map(|it| &it.attributes).filter(|(name, _)| name == "id").map(|(_, it)| it.as_str()).collect();
        for (_, refers) in
            elements.iter().flat_map(|it| &it.attributes).filter(|(name, _)| ["parent", "source", "target"].contains(&name.as_str()))
        {
            assert!(ids.contains(&refers.as_str()), "{refers} is not drawn");
        }
    }
}

#[test]
fn mermaid_holds_names_only_between_quotes_and_by_numbers() {
    for lang in Lang::ALL {
        let chart = mermaid(&hostile(), &|it| words(it, lang), lang);
        assert!(!chart.contains(HIDDEN), "{chart}");
        for line in chart.lines() {
            let mut pieces = line.split('"');
            let (before, label, after) = (pieces.next().unwrap_or_default(), pieces.next(), pieces.next());
            assert!(pieces.next().is_none(), "more than one label: {line}");
            let plain = |c: char| c.is_ascii_alphanumeric() || " [](){}-.>|,:#".contains(c);
            assert!([before, after.unwrap_or_default()].iter().all(|it| it.chars().all(plain)), "{line}");
            let label = label.unwrap_or_default().replace("<br/>", " ");
            assert!(!label.contains(['<', '>', '&', '`', '%', '{', '}', '[', ']', '|', '$', '\\', '*', '=']), "{line}");
        }
        assert!(chart.contains("script#62;alert(1)"), "the name is there, by its letters");
        assert!(!chart.contains("%%") && !chart.contains("\nend\nsubgraph x"));
    }
}

#[test]
fn svg_text_is_text() {
    for name in HOSTILE {
        let elements = read(&format!("<svg><text class=\"{0}\">{0}</text></svg>", xml(name))).expect("well-formed XML");
        assert_eq!(elements.len(), 2, "{name}");
        assert!(!xml(name).contains(HIDDEN), "{name}");
    }
}

#[test]
fn the_lesson_is_drawn_with_what_is_missing() {
    let scene = seed();
    let chart = mermaid(&scene, &|it| words(it, Lang::En), Lang::En);
    assert!(chart.starts_with("flowchart TB\n"), "{chart}");
    for words in
        ["\"etcd<br/>expected here, not in the list\"", "etcd quorum: 2 of 3 alive", "xos-hnbk692u", "-.->|\"refused\"|", " absent\n"]
    {
        assert!(chart.contains(words), "{words}: {chart}");
    }
    assert_eq!(chart.matches("subgraph ").count(), chart.matches("  end\n").count());
    let chinese = mermaid(&scene, &|it| words(it, Lang::Zh), Lang::Zh);
    assert!(chinese.contains("本应在此，列表中没有") && chinese.contains("控制平面"), "{chinese}");

    let elements = read(&drawio(&scene, &|it| words(it, Lang::Zh), Lang::Zh)).expect("well-formed XML");
    let edges = elements.iter().filter(|it| it.attributes.iter().any(|(name, _)| name == "edge")).count();
    assert_eq!(edges, scene.edges.len());
    // The places of boxes inside boxes add up to the scene's own.
    let of = |id: &str| elements.iter().position(|it| it.attributes.contains(&("id".to_owned(), id.to_owned())));
    let get =
        |at: usize, name: &str| elements[at].attributes.iter().find(|(it, _)| it == name).map(|(_, it)| it.clone()).unwrap_or_default();
    for (i, part) in scene.parts.iter().enumerate() {
        let (mut x, mut y) = (0, 0);
        let mut at = of(&format!("p{i}"));
        while let Some(cell) = at.filter(|it| get(*it, "parent") != "0") {
            x += get(cell + 1, "x").parse::<i32>().expect("a number");
            y += get(cell + 1, "y").parse::<i32>().expect("a number");
            at = of(&get(cell, "parent"));
        }
        assert_eq!((x as f32, y as f32), (part.rect.x.round(), part.rect.y.round()), "{:?}", part.id);
    }
}

#[test]
fn a_large_picture_stays_within_what_mermaid_reads() {
    let mut scene = hostile();
    scene.parts.extend((0..900).map(|i| part(&format!("worker-with-a-long-name-{i:04}"), Some(0), Shape::Card)));
    let chart = mermaid(&scene, &|it| words(it, Lang::En), Lang::En);
    assert!(chart.len() < 80_000 && chart.contains("worker-with-a-long-name-0899\"]"), "{}", chart.len());
}

#[test]
fn nothing_gives_an_empty_drawing() {
    let scene = Scene::default();
    assert!(mermaid(&scene, &|it| words(it, Lang::En), Lang::En).starts_with("flowchart TB\n"));
    assert_eq!(read(&drawio(&scene, &|it| words(it, Lang::En), Lang::En)).expect("well-formed XML").len(), 6);
}
