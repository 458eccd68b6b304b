//! What every picture keeps, for clusters of any size; and one picture in full.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

#[path = "scene/clusters.rs"]
mod clusters;
#[path = "scene/edges.rs"]
mod edges;
#[path = "scene/print.rs"]
mod print;

use clusters::{cluster, lesson};
use edges::edges;
use print::print;

use porthole::layout::architecture::gather::PARTS_CAP;
use porthole::layout::architecture::layout;
use porthole::layout::geometry::Rect;
use porthole::layout::scene::{Caption, Drawn, Health, Part, Scene, Shape};
use porthole::model::part::PartId;
use porthole::model::scope::Scope;
use porthole::model::topology::{EtcdLayout, Topology};
use porthole::report::Report;
use porthole::session::Session;

/// Control planes and workers.
const SIZES: &[(usize, usize)] = &[(0, 1), (1, 0), (1, 1), (2, 0), (3, 0), (3, 3), (3, 9), (5, 2), (12, 0), (3, 47), (12, 38), (3, 497)];

fn is_inside(scene: &Scene, inner: usize, outer: usize) -> bool {
    let mut at = Some(inner);
    while let Some(i) = at {
        if i == outer {
            return true;
        }
        at = scene.parts[i].parent;
    }
    false
}

fn check(scene: &Scene) {
    assert!(scene.parts.len() <= PARTS_CAP, "{} parts", scene.parts.len());
    let whole = Rect { x: 0.0, y: 0.0, w: scene.size.w, h: scene.size.h };
    for (i, part) in scene.parts.iter().enumerate() {
        assert!(whole.contains(part.rect), "{:?} leaves the picture", part.id);
        assert!(part.rect.w > 0.0 && part.rect.h > 0.0, "{:?} has no size", part.id);
        if let Some(parent) = part.parent {
            assert!(parent < i && scene.parts[parent].rect.contains(part.rect), "{:?} leaves {:?}", part.id, scene.parts[parent].id);
        }
        for (j, other) in scene.parts.iter().enumerate().skip(i + 1) {
            assert_ne!(part.id, other.id, "an identity twice");
            // The quorum spans the nodes; it may cover their areas but none of their cards.
            let spans = [part, other].iter().any(|it| it.id == PartId::Quorum)
                && [part, other].iter().any(|it| matches!(it.shape, Shape::Group | Shape::Section));
            if !spans && !is_inside(scene, j, i) {
                assert!(!part.rect.overlaps(other.rect), "{:?} {:?} overlaps {:?} {:?}", part.id, part.rect, other.id, other.rect);
            }
        }
    }
    edges(scene);
}

#[test]
fn every_size_keeps_the_rules() {
    for (members, workers) in SIZES {
        let report = cluster(*members, *workers);
        let scene = layout(&report);
        check(&scene);
        assert_eq!(scene, layout(&report), "not deterministic");
        let nodes = scene.parts.iter().filter(|it| matches!(it.id, PartId::Node(_))).count();
        let more: u32 = scene.parts.iter().flat_map(|it| &it.captions).map(|it| if let Caption::More(n) = it { *n } else { 0 }).sum();
        assert!(nodes + more as usize >= members + workers, "{members}+{workers}: {nodes} nodes and {more} more");
    }
}

#[test]
fn nodes_stand_in_the_order_of_their_numbers() {
    let mut report = Report::default();
    for name in ["cp-10", "cp-2", "cp-1"] {
        report.cluster.nodes.insert(name.to_owned(), porthole::model::node::Node::new(name));
    }
    let nodes: Vec<String> =
        layout(&report).parts.into_iter().filter_map(|it| if let PartId::Node(name) = it.id { Some(name) } else { None }).collect();
    assert_eq!(nodes, ["cp-1", "cp-2", "cp-10"]);
}

#[test]
fn nothing_gives_nothing() {
    assert_eq!(layout(&Report::default()), Scene::default());
}

#[test]
fn pods_alone_and_cluster_info_alone() {
    let mut pods = lesson();
    pods.cluster.nodes.clear();
    pods.cluster.endpoints.clear();
    pods.cluster.topology.control_plane.clear();
    pods.cluster.topology.quorum = None;
    let scene = layout(&pods);
    check(&scene);
    assert!(scene.parts.iter().all(|it| it.presence != Drawn::Absent), "nothing is called missing without a node list");
    assert!(part(&scene, &PartId::Endpoint).presence == Drawn::NotShown);

    let mut info = lesson();
    info.cluster.nodes.clear();
    info.cluster.pods.clear();
    info.cluster.topology = Topology::default();
    info.cluster.scope = Scope::default();
    let scene = layout(&info);
    check(&scene);
    assert_eq!(scene.parts.len(), 2);
    assert_eq!(scene.edges.len(), 1);
}

fn part<'a>(scene: &'a Scene, id: &PartId) -> &'a Part {
    scene.parts.iter().find(|it| it.id == *id).unwrap_or_else(|| panic!("no {id:?}"))
}

fn on(product: &str, node: &str) -> PartId {
    PartId::Component { product: product.to_owned(), node: node.to_owned() }
}

#[test]
fn the_ghost_and_its_refused_line() {
    let scene = layout(&lesson());
    check(&scene);
    let ghost = part(&scene, &on("etcd", "cp-3"));
    assert_eq!((ghost.presence, ghost.health), (Drawn::Absent, Health::Broken));
    let refused = scene.edges.iter().find(|it| it.label == Some(Caption::Refused)).expect("a refused line");
    assert_eq!((&refused.to, refused.health), (&ghost.id, Health::Broken));
    let broken_api = scene.edges.iter().find(|it| it.from == PartId::Endpoint && it.health == Health::Broken).expect("a broken line");
    assert_eq!(broken_api.to, refused.from);
    let addressed = scene.edges.iter().filter(|it| it.label == Some(Caption::Verbatim("127.0.0.1:2379".to_owned()))).count();
    assert_eq!(addressed, 2);
    assert_eq!(scene.edges.iter().filter(|it| it.to == PartId::Quorum).count(), 3);
    assert_eq!(part(&scene, &PartId::Node("cp-3".to_owned())).health, Health::Ok, "a node is not ill for its pods");
}

#[test]
fn a_missing_etcd_whose_api_server_runs_is_not_refused() {
    let mut report = lesson();
    report.diagnosis.findings.clear();
    let scene = layout(&report);
    assert!(scene.edges.iter().all(|it| it.label != Some(Caption::Refused)));
}

#[test]
fn counting_places_only_what_it_can() {
    let scene = layout(&lesson());
    for node in ["cp-1", "cp-2", "cp-3"] {
        let proxy = part(&scene, &on("kube-proxy", node));
        assert_eq!((proxy.presence, proxy.objects.len()), (Drawn::Inferred, 3));
    }
    let mut fewer = lesson();
    fewer.cluster.pods = fewer.cluster.pods.into_iter().filter(|(id, _)| id.name != "kube-proxy-6nkbl").collect();
    let scene = layout(&fewer);
    assert_eq!(part(&scene, &PartId::Product("kube-proxy".to_owned())).objects.len(), 2);
    let mut cut = lesson();
    for list in &mut cut.cluster.scope.listings {
        list.complete = false;
    }
    assert_eq!(part(&layout(&cut), &PartId::Product("kube-proxy".to_owned())).objects.len(), 3, "a cut list is not counted on");
}

#[test]
fn an_external_etcd_has_no_line_from_each_api_server() {
    let mut report = lesson();
    report.cluster.topology.etcd = EtcdLayout::External;
    let scene = layout(&report);
    assert!(scene.edges.iter().all(|it| it.to != on("etcd", "cp-3")));
}

#[test]
fn an_address_of_one_node_leads_to_that_node_alone() {
    let mut report = lesson();
    report.cluster.endpoints[0].value.host = "10.0.0.12".to_owned();
    let scene = layout(&report);
    assert_eq!(scene.edges.iter().filter(|it| it.from == PartId::Endpoint).count(), 1);
    assert!(part(&scene, &PartId::Endpoint).captions.contains(&Caption::EndpointKind { balanced: false }));
}

#[test]
fn the_lesson_in_full() {
    insta::assert_snapshot!(print(&layout(&lesson())));
}

fn seed(names: &[&str]) -> Scene {
    let mut session = Session::default();
    for name in names {
        let path = format!("{}/tests/corpus/seed/{name}", env!("CARGO_MANIFEST_DIR"));
        session.add(name, std::fs::read(path).expect("a file of the seed"));
    }
    layout(&session.analyze())
}

#[test]
fn the_seed_in_full() {
    let scene = seed(&["cluster-info.txt", "describe-pod-kube-apiserver.txt", "get-nodes-wide.txt", "get-pods-kube-system.txt"]);
    check(&scene);
    insta::assert_snapshot!(print(&scene));
}

#[test]
fn any_part_of_the_seed_keeps_the_rules() {
    let all = ["cluster-info.txt", "describe-pod-kube-apiserver.txt", "get-nodes-wide.txt", "get-pods-kube-system.txt"];
    for some in 0..16_usize {
        let names: Vec<&str> = all.iter().enumerate().filter(|(i, _)| some >> i & 1 == 1).map(|(_, name)| *name).collect();
        let scene = seed(&names);
        check(&scene);
        let ghosts = scene.parts.iter().filter(|it| it.presence == Drawn::Absent).count();
        let could_show = names.contains(&"get-pods-kube-system.txt");
        assert!(ghosts == 0 || could_show, "a ghost without the list that would show it: {names:?}");
    }
}
