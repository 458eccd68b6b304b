//! What the timeline keeps, for texts of any size; and one timeline in full.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

#[path = "scene/print.rs"]
mod print;

use print::print;
use proptest::prelude::*;

use porthole::explain::panel::explain;
use porthole::kind::Kind;
use porthole::layout::geometry::Rect;
use porthole::layout::layout;
use porthole::layout::request::{LayoutRequest, Picture};
use porthole::layout::scene::{Caption, Health, Part, Scene, Shape};
use porthole::model::event::Event;
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::model::pod::{Pod, Restarts};
use porthole::report::Report;
use porthole::session::Session;
use porthole::span::{Seen, Span};
use porthole::time::Stamp;
use porthole::ui::route::{parse_part, part_word};

fn drawn(report: &Report) -> Scene {
    layout(report, &LayoutRequest { picture: Picture::Timeline, ..LayoutRequest::default() })
}

fn read(text: &str) -> Report {
    let mut session = Session::default();
    session.add("text", text.as_bytes().to_vec());
    session.analyze()
}

fn of_shape(scene: &Scene, shape: Shape) -> Vec<&Part> {
    scene.parts.iter().filter(|it| it.shape == shape).collect()
}

fn check(scene: &Scene) {
    let whole = Rect { x: 0.0, y: 0.0, w: scene.size.w, h: scene.size.h };
    let mut words: Vec<String> = Vec::new();
    for part in &scene.parts {
        assert!(whole.contains(part.rect), "{:?} leaves the picture", part.id);
        assert!(part.rect.w > 0.0 && part.rect.h > 0.0, "{:?} has no size", part.id);
        let word = part_word(&part.id);
        assert_eq!(parse_part(&word).as_ref(), Some(&part.id), "{word}");
        words.push(word);
    }
    words.sort();
    let count = words.len();
    words.dedup();
    assert_eq!(words.len(), count, "an identity twice");
    let lanes = of_shape(scene, Shape::Lane);
    for pair in lanes.windows(2) {
        assert!(pair[0].rect.bottom() < pair[1].rect.y, "lanes in order, apart");
    }
    // Of one lane: instants from left to right, and no mark on another.
    let marks = of_shape(scene, Shape::Mark);
    for (i, mark) in marks.iter().enumerate() {
        let lane = &scene.parts[mark.parent.expect("a lane")];
        assert!(lane.shape == Shape::Lane && lane.rect.contains(mark.rect), "{:?} leaves its lane", mark.id);
        for other in marks[i + 1..].iter().filter(|it| it.parent == mark.parent) {
            assert!(!mark.rect.overlaps(other.rect), "{:?} {:?} lies on {:?} {:?}", mark.id, mark.rect, other.id, other.rect);
            let (PartId::Moment { from, to, lasting, .. }, PartId::Moment { from: next, to: last, lasting: lasts, .. }) =
                (&mark.id, &other.id)
            else {
                panic!("marks are moments")
            };
            if lasting == lasts {
                let in_order = if *lasting { from <= next } else { to <= last };
                assert!(in_order, "{:?} before {:?}", mark.id, other.id);
            }
        }
    }
    let ticks: Vec<(i64, f32)> = of_shape(scene, Shape::Tick)
        .into_iter()
        .filter_map(|it| if let Some(Caption::Ago(secs)) = it.captions.first() { Some((*secs, it.rect.center().x)) } else { None })
        .collect();
    assert!((4..=13).contains(&ticks.len()), "{} ticks", ticks.len());
    for pair in ticks.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1 + 60.0, "{pair:?}");
    }
}

fn event(id: &ObjectRef, reason: &str, last: i64, first: Option<i64>, kind: &str) -> Event {
    Event {
        object: Some(id.clone()),
        kind: kind.to_owned(),
        reason: reason.to_owned(),
        message: format!("{reason} {last}"),
        last: None,
        age_secs: Some(last),
        first_age_secs: first,
        count: first.map(|_| 5),
        source: None,
        span: Span::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_happened_it_is_drawn_in_order(
        events in prop::collection::vec((0usize..9, prop_oneof![0i64..600, 0i64..90_000, 0i64..40_000_000], prop::option::of(0i64..100_000), 0usize..4), 1..120),
        now in prop::option::of(1_700_000_000i64..1_800_000_000),
    ) {
        let mut report = Report::default();
        for (object, last, lasted, reason) in events {
            let id = ObjectRef::namespaced(Kind::Deployment, "shop", format!("web-{object}"));
            let (reason, kind) = [("ScalingReplicaSet", "Normal"), ("Unhealthy", "Warning"), ("FailedCreate", "Warning"), ("NodeNotReady", "Normal")][reason];
            report.cluster.events.push(event(&id, reason, last, lasted.map(|it| last + it), kind));
        }
        report.cluster.now = now.map(|it| Seen::new(Stamp(it), Span::default()));
        let scene = drawn(&report);
        check(&scene);
        prop_assert_eq!(&drawn(&report), &scene);
        for mark in of_shape(&scene, Shape::Mark) {
            let told = explain(&report, &mark.id);
            prop_assert!(!told.state.is_empty() && told.subtitle.en != "not in this text", "{:?}", mark.id);
        }
    }
}

#[test]
fn nothing_dated_gives_nothing() {
    assert_eq!(drawn(&Report::default()), Scene::default());
    assert_eq!(drawn(&read("NAME    STATUS   ROLES    AGE   VERSION\ncp-1    Ready    <none>   9d    v1.33.1\n")), Scene::default());
}

const EVENTS: &str = "$ kubectl get events -n shop
LAST SEEN   TYPE      REASON      OBJECT      MESSAGE
10m         Normal    Scheduled   pod/web-1   Successfully assigned shop/web-1 to w-1
9m          Normal    Pulled      pod/web-1   Container image \"web:1\" already present on machine
2m          Warning   Unhealthy   pod/web-1   Readiness probe failed: HTTP probe failed with statuscode: 503
30s         Warning   BackOff     pod/web-1   Back-off restarting failed container web in pod web-1
4d          Normal    NodeNotReady   node/w-1   Node w-1 status is now: NodeNotReady
$ kubectl get pods -n shop
NAME    READY   STATUS             RESTARTS      AGE
web-1   0/1     CrashLoopBackOff   7 (90s ago)   10m
web-2   1/1     Running            0             34d
";

#[test]
fn a_small_one_in_full() {
    let report = read(EVENTS);
    let scene = drawn(&report);
    check(&scene);
    insta::assert_snapshot!(print(&scene));
}

#[test]
fn ranks_follow_what_happened_and_what_is_still_has_no_lane() {
    let scene = drawn(&read(EVENTS));
    let lanes: Vec<&PartId> = of_shape(&scene, Shape::Lane).into_iter().map(|it| &it.id).collect();
    let web = PartId::Pod(ObjectRef::pod(Some("shop"), "web-1"));
    assert_eq!(lanes, [&web, &PartId::Node("w-1".to_owned())]);
    let ranks: Vec<Health> = of_shape(&scene, Shape::Mark).into_iter().map(|it| it.health).collect();
    assert!(ranks.contains(&Health::Ok) && ranks.contains(&Health::Look) && ranks.contains(&Health::Broken));
    let signs = scene.parts.iter().filter(|it| matches!(it.captions.first(), Some(Caption::FirstSign { .. }))).count();
    assert!(signs > 0, "an incident has a first sign");
}

#[test]
fn a_list_and_a_description_tell_of_one_event_once() {
    let id = ObjectRef::namespaced(Kind::Deployment, "shop", "web");
    let mut report = Report::default();
    let one = event(&id, "FailedCreate", 300, None, "Warning");
    report.cluster.events = vec![Event { age_secs: Some(318), count: Some(9), ..one.clone() }, one];
    let scene = drawn(&report);
    let mark = of_shape(&scene, Shape::Mark)[0];
    assert!(!mark.captions.iter().any(|it| matches!(it, Caption::More(_))) && mark.captions.contains(&Caption::Times(9)), "{mark:?}");
}

#[test]
fn many_lanes_are_counted_of_a_large_cluster() {
    let mut report = Report::default();
    for i in 0..150_000 {
        let id = ObjectRef::pod(Some("load"), format!("web-{i:06}"));
        let mut pod = Pod::new(id.clone());
        pod.age_secs = Some(Seen::new(90_000 + i, Span::default()));
        if i % 3 == 0 {
            pod.restarts = Some(Seen::new(Restarts { count: 3, last_ago_secs: Some(i) }, Span::default()));
        }
        report.cluster.pods.insert(id, pod);
    }
    let scene = drawn(&report);
    check(&scene);
    assert_eq!(of_shape(&scene, Shape::Lane).len(), 60);
    assert!(scene.parts.iter().any(|it| it.captions == [Caption::More(49_940)]));
}
