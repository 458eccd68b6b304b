//! What the picture of all nodes keeps, for clusters of any size and every grouping; and one picture in full.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "in a test, to stop is to fail")]

use std::collections::{BTreeMap, BTreeSet};

#[path = "scene/many.rs"]
mod many;
#[path = "scene/print.rs"]
mod print;

use many::many;
use print::print;

use porthole::layout::layout;
use porthole::layout::measure::{DETAIL, METER, METER_WORDS, caption_ems, mono_ems};
use porthole::layout::nodes::level::Level;
use porthole::layout::nodes::tile::is_line;
use porthole::layout::request::{Grouping, LayoutRequest, Picture};
use porthole::layout::scene::{Caption, Drawn, Health, Part, Scene, Shape};
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::report::Report;
use porthole::session::Session;

const SIZES: [usize; 6] = [1, 3, 6, 100, 500, 5_000];

fn draw(report: &Report, grouping: Grouping) -> Scene {
    layout(report, &LayoutRequest { picture: Picture::Nodes, grouping, toggled: Vec::new() })
}

fn by_parent(scene: &Scene) -> BTreeMap<Option<usize>, Vec<&Part>> {
    let mut all: BTreeMap<Option<usize>, Vec<&Part>> = BTreeMap::new();
    for part in &scene.parts {
        all.entry(part.parent).or_default().push(part);
    }
    all
}

/// Inside parents, apart from siblings, squares inside, texts that fit, identities once.
fn check(scene: &Scene) {
    for (parent, mut children) in by_parent(scene) {
        let within = parent.map(|it| &scene.parts[it]);
        // By rows: only what starts before the other ends can overlap it.
        children.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
        for (i, part) in children.iter().enumerate() {
            assert!(part.rect.w > 0.0 && part.rect.h > 0.0, "{:?} has no size", part.id);
            match within {
                Some(outer) => assert!(outer.rect.contains(part.rect), "{:?} leaves {:?}", part.id, outer.id),
                None => {
                    assert!(part.rect.right() <= scene.size.w && part.rect.bottom() <= scene.size.h, "{:?} leaves the picture", part.id);
                }
            }
            for other in children.iter().skip(i + 1).take_while(|it| it.rect.y < part.rect.bottom()) {
                assert!(!part.rect.overlaps(other.rect), "{:?} {:?} overlaps {:?} {:?}", part.id, part.rect, other.id, other.rect);
            }
            if let Some(cells) = &part.cells {
                for index in [0, cells.of.len().saturating_sub(1), (cells.columns as usize).min(cells.of.len()).saturating_sub(1)] {
                    let at = cells.rect(index);
                    assert!(cells.of.is_empty() || part.rect.contains(at), "a square {at:?} leaves {:?} {:?}", part.id, part.rect);
                }
            }
            texts(part);
        }
    }
    let ids: BTreeSet<&PartId> = scene.parts.iter().map(|it| &it.id).collect();
    assert_eq!(ids.len(), scene.parts.len(), "an identity twice");
}

fn texts(part: &Part) {
    match part.shape {
        Shape::Tile => {
            let level = Level::of_pitch(part.cells.as_ref().expect("a tile has squares, if none").pitch);
            let Some(Caption::Name(name)) = part.captions.first() else { panic!("a tile without a name") };
            let beside = part.captions.get(1).map_or(0.0, |it| match it {
                Caption::PodsReady(ready, all) if level.counts() => mono_ems(&format!("{ready}/{all}")) * DETAIL,
                _ => 0.0,
            });
            let used = level.sign + mono_ems(name) * level.name + beside + level.pad;
            assert!(used <= part.rect.w + 0.5, "{name} needs {used} of {}", part.rect.w);
            for line in part.captions.iter().filter(|it| is_line(it)) {
                assert!(caption_ems(line) * DETAIL <= part.rect.w - 2.0 * level.pad + 0.5, "{line:?} does not fit");
            }
        }
        Shape::Meter { .. } => {
            for caption in &part.captions {
                assert!(caption_ems(caption) * METER <= METER_WORDS, "{caption:?} does not fit");
            }
            assert!(part.captions.is_empty() || part.rect.w > METER_WORDS + 40.0, "no room for the bar");
        }
        _ => {}
    }
}

fn squares(scene: &Scene) -> Vec<&ObjectRef> {
    scene.parts.iter().filter_map(|it| it.cells.as_ref()).flat_map(|it| it.of.iter().map(|(id, _)| id)).collect()
}

fn nodes(scene: &Scene) -> Vec<&str> {
    scene.parts.iter().filter_map(|it| if let PartId::Node(name) = &it.id { Some(name.as_str()) } else { None }).collect()
}

#[test]
fn every_size_and_grouping_keeps_the_rules() {
    for size in SIZES {
        // The largest is slow to build in a test; `bench` has it in full.
        let report = many(size, if size > 1_000 { 6 } else { 30 });
        for grouping in Grouping::ALL {
            let scene = draw(&report, grouping);
            check(&scene);
            assert_eq!(nodes(&scene).len(), size, "{grouping:?}");
            let mut pods = squares(&scene);
            assert_eq!(pods.len(), report.cluster.pods.len(), "{grouping:?}: every pod has a square");
            pods.sort();
            pods.dedup();
            assert_eq!(pods.len(), report.cluster.pods.len(), "{grouping:?}: and no pod has two");
        }
        assert_eq!(draw(&report, Grouping::Zone), draw(&report, Grouping::Zone), "not deterministic");
    }
}

#[test]
fn squares_stand_in_the_tile_of_their_node() {
    let report = many(6, 30);
    let scene = draw(&report, Grouping::Role);
    for part in &scene.parts {
        if let (PartId::Node(name), Some(cells)) = (&part.id, &part.cells) {
            let wanted: Vec<&ObjectRef> = report.cluster.pods_on(name).map(|it| &it.id).collect();
            assert_eq!(cells.of.iter().map(|(id, _)| id).collect::<Vec<_>>(), wanted);
        }
    }
}

#[test]
fn a_picture_is_about_as_wide_as_a_screen() {
    for size in [40, 100, 400, 500, 1_200, 5_000] {
        let scene = draw(&many(size, if size > 1_000 { 8 } else { 30 }), Grouping::Zone);
        let aspect = scene.size.w / scene.size.h;
        assert!((1.2..2.4).contains(&aspect), "{size} nodes: {} x {}", scene.size.w, scene.size.h);
    }
}

#[test]
fn a_new_node_leaves_the_order_of_the_others() {
    for size in [3, 100, 500] {
        let before = many(size, 10);
        let mut after = many(size, 10);
        let mut extra = after.cluster.nodes.values().next().expect("a node").clone();
        extra.id = ObjectRef::node("node-00001a");
        after.cluster.nodes.insert("node-00001a".to_owned(), extra);
        for grouping in Grouping::ALL {
            let (before, after) = (draw(&before, grouping), draw(&after, grouping));
            let others: Vec<&str> = nodes(&after).into_iter().filter(|it| *it != "node-00001a").collect();
            assert_eq!(nodes(&before), others);
        }
    }
}

#[test]
fn groups_fold_and_open() {
    let report = many(100, 3);
    let open = draw(&report, Grouping::Zone);
    let zones: Vec<PartId> = open.parts.iter().filter(|it| matches!(it.id, PartId::Group { .. })).map(|it| it.id.clone()).collect();
    let folded = layout(&report, &LayoutRequest { picture: Picture::Nodes, grouping: Grouping::Zone, toggled: zones[..1].to_vec() });
    check(&folded);
    let bars = folded.parts.iter().filter(|it| matches!(it.shape, Shape::Meter { .. }) && it.parent == Some(0)).count();
    assert_eq!((bars, nodes(&folded).len() < nodes(&open).len()), (1, true));
    // A pool a node: more groups than a reader could look through begin folded.
    let mut pools = many(80, 3);
    for (i, node) in pools.cluster.nodes.values_mut().enumerate() {
        node.labels.insert("eks.amazonaws.com/nodegroup".to_owned(), format!("pool-{i}"));
    }
    let scene = draw(&pools, Grouping::Pool);
    check(&scene);
    assert!(nodes(&scene).is_empty());
}

#[test]
fn what_waits_and_what_has_no_known_node_stands_apart() {
    let mut report = many(3, 5);
    let ids: Vec<ObjectRef> = report.cluster.pods.keys().take(3).cloned().collect();
    for (i, id) in ids.iter().enumerate() {
        let pod = report.cluster.pods.get_mut(id).expect("a pod");
        pod.node = None;
        if i > 0 {
            pod.status = pod.status.take().map(|it| porthole::span::Seen::new("Pending".to_owned(), it.span));
        }
    }
    report.cluster.index();
    let scene = draw(&report, Grouping::Role);
    check(&scene);
    let find = |name: &str| {
        let id = PartId::Group { by: "pods".to_owned(), name: name.to_owned() };
        scene.parts.iter().find(|it| it.id == id).expect("an area of its own")
    };
    let (waiting, unplaced) = (find("waiting"), find("unplaced"));
    assert_eq!((waiting.captions.as_slice(), waiting.health), ([Caption::PodsWaiting(2)].as_slice(), Health::Look));
    assert_eq!((unplaced.captions.as_slice(), unplaced.presence), ([Caption::PodsUnplaced(1)].as_slice(), Drawn::NotShown));
    assert_eq!(squares(&scene).len(), report.cluster.pods.len());
}

#[test]
fn nothing_and_pods_alone() {
    assert_eq!(draw(&Report::default(), Grouping::Role), Scene::default());
    let mut report = many(6, 30);
    report.cluster.nodes.clear();
    let scene = draw(&report, Grouping::Role);
    check(&scene);
    assert_eq!(nodes(&scene).len(), 6, "pods tell of nodes that no list shows");
    assert!(scene.parts.iter().filter(|it| it.shape == Shape::Tile).all(|it| it.presence == Drawn::Inferred));
}

#[test]
fn long_names_keep_what_tells_them_apart() {
    let mut report = Report::default();
    for i in 0..200 {
        let name = format!("gke-production-europe-default-pool-7b2f9c1d-{i:04}.c.project.internal");
        report.cluster.nodes.insert(name.clone(), porthole::model::node::Node::new(&name));
    }
    let scene = draw(&report, Grouping::Role);
    check(&scene);
    let name = |part: &Part| part.captions.first().map(|it| format!("{it:?}"));
    let shown: BTreeSet<String> = scene.parts.iter().filter(|it| it.shape == Shape::Tile).filter_map(name).collect();
    assert_eq!(shown.len(), 200, "two tiles look the same");
}

fn read(files: &[&str]) -> Report {
    let mut session = Session::default();
    for name in files {
        let path = format!("{}/tests/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
        session.add(name, std::fs::read(path).expect("a file of the corpus"));
    }
    session.analyze()
}

#[test]
fn the_seed_in_full() {
    let report = read(&[
        "seed/cluster-info.txt",
        "seed/describe-pod-kube-apiserver.txt",
        "seed/get-nodes-wide.txt",
        "seed/get-pods-kube-system.txt",
    ]);
    let scene = draw(&report, Grouping::Role);
    check(&scene);
    insta::assert_snapshot!(print(&scene));
}
