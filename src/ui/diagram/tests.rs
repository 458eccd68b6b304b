//! Words against the room that the layout reserves, and the reach of the arrow keys.

use std::collections::BTreeSet;

use crate::kind::Kind;
use crate::layout::geometry::Rect;
use crate::layout::measure::{caption_ems, ems, quorum_ems, wrap};
use crate::layout::request::Grouping;
use crate::layout::scene::{Caption, Drawn, Fineness, Health, Part, Scene, Shape};
use crate::model::component::Role;
use crate::model::moment::What;
use crate::model::part::{PartId, Section};
use crate::text::{Lang, Phrase};
use crate::time::Stamp;
use crate::ui::diagram::captions::{quorum, words};
use crate::ui::diagram::labels::label;
use crate::ui::diagram::steer::{self, Direction};

#[expect(clippy::too_many_lines, reason = "a list, one caption a line")]
fn samples() -> Vec<Caption> {
    let roles = [
        Role::ApiServer,
        Role::Etcd,
        Role::ControllerManager,
        Role::Scheduler,
        Role::CloudControllerManager,
        Role::KubeProxy,
        Role::Cni,
        Role::CniController,
        Role::Dns,
        Role::Metrics,
        Role::Storage,
        Role::Ingress,
        Role::LoadBalancer,
        Role::Mesh,
        Role::Monitoring,
        Role::Logging,
        Role::Delivery,
        Role::Security,
        Role::Autoscaling,
        Role::Management,
        Role::AddOn,
    ];
    let sections = [Section::ControlPlane, Section::EveryNode, Section::Workloads, Section::ClusterServices];
    let line = Caption::NodeLine { ip: Some("10.107.58.51".into()), roles: "control-plane".into(), version: Some("v1.25.16".into()) };
    let mut all = vec![
        Caption::Name("node-00002".into()),
        Caption::Product("kube-controller-manager".into()),
        Caption::ProductCount("coredns".into(), 12),
        Caption::Verbatim("127.0.0.1:2379".into()),
        Caption::Restarts(0, None),
        Caption::Restarts(1, Some(90_000)),
        Caption::Restarts(65_301, Some(118)),
        Caption::StatusRestarts("CrashLoopBackOff".into(), 65_301),
        Caption::ReadyOf(2, 2),
        Caption::ReadyOf(100, 112),
        line,
        Caption::ExpectedAbsent,
        Caption::NamespaceNotPasted,
        Caption::PlacedByCounting,
        Caption::NodeNotShown,
        Caption::EndpointKind { balanced: true },
        Caption::EndpointKind { balanced: false },
        Caption::Refused,
        Caption::More(1_234),
        Caption::OnlyNamespaces(Vec::new()),
        Caption::OnlyNamespaces(vec!["kube-system".into(), "default".into()]),
        Caption::NotPasted(Kind::Pod),
        Caption::NotPasted(Kind::Node),
        Caption::NodesReady(1, None),
        Caption::NodesReady(5_000, Some(4_998)),
        Caption::PodsReady(150_000, 150_000),
        Caption::Trouble("NotReady · DiskPressure".into()),
        Caption::Taint("dedicated=gpu:NoSchedule".into(), 0),
        Caption::Taint("dedicated=gpu:NoSchedule".into(), 2),
        Caption::CpuRequests(7),
        Caption::MemoryRequests(130),
        Caption::PodsOf(28, 110),
        Caption::PodsWaiting(1),
        Caption::PodsWaiting(1_234),
        Caption::PodsUnplaced(1),
        Caption::PodsUnplaced(150_000),
        Caption::CapacityNotShown,
        Caption::Times(65_301),
        Caption::Ago(0),
        Caption::Ago(5_300),
        Caption::Ago(365 * 86_400),
        Caption::Between(400 * 86_400, 0),
        Caption::Between(6_000, 5_350),
        Caption::Clock(Stamp(1_763_600_000), Fineness::Day),
        Caption::Clock(Stamp(1_763_600_000), Fineness::Minute),
        Caption::Clock(Stamp(1_763_600_000), Fineness::Second),
        Caption::FirstSign { headline: Phrase { en: "etcd is missing on cp-3".into(), zh: "cp-3 上缺少 etcd".into() }, before: true },
        Caption::Fold(true),
        Caption::Fold(false),
        Caption::NamespaceNotTold,
        Caption::Workloads(1),
        Caption::Workloads(1_234),
        Caption::Services(1),
        Caption::Services(1_234),
        Caption::Completed(1, 12),
        Caption::Rollout,
        Caption::Revision(true),
        Caption::Revision(false),
        Caption::ScaledToZero,
        Caption::Suspended,
        Caption::StaticPods,
        Caption::BarePod,
        Caption::OwnerNotShown,
        Caption::Scales { least: "2".into(), most: "10".into(), now: "2".into() },
        Caption::Scales { least: "2".into(), most: "10".into(), now: String::new() },
        Caption::Disruptions(0),
        Caption::Headless,
        Caption::NoEndpoints,
        Caption::Addresses(1),
        Caption::Addresses(250),
        Caption::PodsNotShown,
        Caption::BackendsNotShown,
        Caption::NodePort("30080, 30443".into()),
        Caption::BehindHint,
    ];
    all.extend(Grouping::ALL.map(Caption::NoValue));
    for (uneven, clock) in [(true, true), (true, false), (false, true), (false, false)] {
        all.push(Caption::TimeAxis { uneven, clock });
    }
    let name = || "kube-apiserver".to_owned();
    all.extend(
        [
            What::Event("FailedScheduling".into()),
            What::Created,
            What::Deleted,
            What::Restarted,
            What::Started(name()),
            What::Ended(name(), "OOMKilled".into()),
            What::Condition("Ready".into(), "Unknown".into()),
            What::Changed("RESTARTS".into()),
            What::Log(String::new()),
            What::Log("etcd-slow".into()),
            What::Renewed,
        ]
        .map(Caption::Happened),
    );
    all.extend(roles.map(Caption::Role));
    all.extend(sections.map(Caption::Section));
    all
}

#[test]
fn the_layout_reserves_room_for_the_words() {
    let mut too_wide = Vec::new();
    for caption in samples() {
        for lang in Lang::ALL {
            let said = words(&caption, lang);
            assert!(!said.is_empty());
            if ems(&said) > caption_ems(&caption) + 0.01 {
                too_wide.push(format!("{said:?} is {} wide, {} reserved", ems(&said), caption_ems(&caption)));
            }
        }
    }
    assert!(too_wide.is_empty(), "{too_wide:#?}");
    for lang in Lang::ALL {
        let (alive, needed) = quorum(&Caption::Quorum { members: 5, alive: 3, needed: 3, spare: 0 });
        assert!(ems(alive.get(lang)).max(ems(needed.get(lang))) <= quorum_ems(), "{alive:?} {needed:?}");
    }
}

#[test]
fn numbers_and_plurals() {
    assert_eq!(words(&Caption::Restarts(1, None), Lang::En), "1 restart");
    assert_eq!(words(&Caption::Restarts(65_301, Some(118)), Lang::En), "65,301 restarts, last 118s ago");
    assert_eq!(words(&Caption::Restarts(1_000_000, None), Lang::Zh), "1,000,000 次重启");
}

#[test]
fn both_languages_break_into_lines() {
    let caption = Caption::OnlyNamespaces(vec!["kube-system".into()]);
    for lang in Lang::ALL {
        let said = words(&caption, lang);
        let lines = wrap(&said, 14.0);
        assert!(lines.len() > 1 && lines.iter().all(|it| ems(it) <= 14.5), "{lines:?}");
        assert_eq!(lines.concat(), said);
    }
}

/// A node of three columns of cards of different heights, with a gauge across.
fn scene() -> Scene {
    let part = |id: &str, parent: Option<usize>, rect: (f32, f32, f32, f32), shape: Shape| Part {
        id: PartId::Product(id.to_owned()),
        parent,
        rect: Rect { x: rect.0, y: rect.1, w: rect.2, h: rect.3 },
        shape,
        health: Health::Broken,
        presence: Drawn::Absent,
        captions: vec![Caption::Product(id.to_owned()), Caption::ExpectedAbsent],
        objects: Vec::new(),
        focusable: true,
        cells: None,
    };
    let mut parts = vec![part("top", None, (200.0, 0.0, 80.0, 40.0), Shape::Endpoint)];
    for column in 0..3 {
        let x = column as f32 * 150.0;
        let group = parts.len();
        let mut node = part("", None, (x, 60.0, 130.0, 300.0), Shape::Group);
        node.id = PartId::Node(format!("n{column}"));
        parts.push(node);
        for (row, y) in [100.0, 150.0, 250.0].into_iter().enumerate() {
            parts.push(part(&format!("c{column}{row}"), Some(group), (x + 10.0, y, 110.0, 36.0), Shape::Card));
        }
    }
    parts.push(part("gauge", None, (10.0, 200.0, 400.0, 40.0), Shape::Gauge { members: 3, alive: 2, needed: 2 }));
    Scene { parts, ..Scene::default() }
}

#[test]
fn arrow_keys_reach_everything() {
    let scene = scene();
    let mut reached = BTreeSet::from([0]);
    let mut queue = vec![0];
    while let Some(at) = queue.pop() {
        for key in ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] {
            let direction = Direction::of_key(key).expect("an arrow key");
            if let Some(next) = steer::next(&scene, at, direction).filter(|it| reached.insert(*it)) {
                queue.push(next);
            }
        }
    }
    assert_eq!(reached.len(), scene.parts.len());
    assert_eq!(Direction::of_key("a"), None);
}

#[test]
fn a_label_says_name_place_and_state() {
    let scene = scene();
    let ghost = scene.parts.iter().find(|it| it.id == PartId::Product("c21".to_owned())).expect("a card");
    assert_eq!(label(&scene, ghost, Lang::En), "c21, expected here, not in the list, on n2, expected, absent, broken");
    assert_eq!(label(&scene, ghost, Lang::Zh), "c21, 本应在此，列表中没有, 在 n2 上, 应有而缺失, 故障");
}
