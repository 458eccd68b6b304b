//! What crosses the border between the page and its worker: the same on both sides, and answered only from what was read.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]

mod support {
    pub mod seed;
}

use support::seed::{SEED, report};

use porthole::border::{Cross, read, written};
use porthole::brief::Brief;
use porthole::explain::explanation::Explanation;
use porthole::explain::lesson::lesson;
use porthole::explain::lesson::question::Question;
use porthole::explain::panel::explain;
use porthole::layout::architecture::layout;
use porthole::layout::scene::Scene;
use porthole::parse::told::{Correction, Told};
use porthole::ui::route::part_word;
use porthole::ui::worker::desk::{Desk, Wish};

fn crossed<T: Cross>(value: &impl Cross) -> T {
    read(&written(value)).expect("read")
}

/// A desk with the lesson on it.
fn desk() -> Desk {
    let mut desk = Desk::default();
    for name in SEED {
        let path = format!("{}/tests/corpus/seed/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        desk.add(name, Box::new(std::fs::read(path).expect("the seed is part of the repository")));
    }
    desk
}

#[test]
fn the_brief_and_the_picture_arrive_as_they_were_made() {
    let report = report(&SEED);
    let (brief, scene): (Brief<'static>, Scene) = crossed(&desk().analyze(Wish::default()));
    assert_eq!((&*brief.sources, &*brief.diagnosis), (&*report.sources, &report.diagnosis));
    assert_eq!((brief.facts.len(), brief.empty, brief.understood()), (8, false, true));
    assert_eq!(scene, layout(&report));
}

#[test]
fn every_drawn_part_is_explained_across_the_border() {
    let report = report(&SEED);
    let mut desk = desk();
    let scene = desk.analyze(Wish::default()).1;
    for part in scene.parts {
        let told: Explanation = crossed(&desk.explain(&part_word(&part.id)).expect("it was read"));
        assert_eq!(told, explain(&report, &part.id), "{:?}", part.id);
        assert_eq!(told.part, part.id, "the page tells by it that the answer fits");
    }
    let told: Vec<Question> = crossed(&desk.lesson().expect("it was read"));
    assert_eq!(told, lesson(&report));
}

#[test]
fn nothing_is_told_of_what_was_not_read() {
    let mut desk = desk();
    assert_eq!((desk.explain("quorum"), desk.lesson()), (None, None));
    desk.analyze(Wish::default());
    assert_eq!(desk.explain("no/such/part/at/all"), None);
    assert!(desk.explain("quorum").is_some() && desk.lesson().is_some() && !desk.lines(0, 1, 3).is_empty());
    desk.clear();
    assert_eq!((desk.explain("quorum"), desk.lesson(), desk.lines(0, 1, 3)), (None, None, Vec::new()));
    let (brief, _) = desk.analyze(Wish::default());
    assert!(brief.empty && !brief.understood() && brief.facts.is_empty());
}

#[test]
fn a_long_line_is_cut_for_the_screen() {
    let mut desk = Desk::default();
    desk.add("one line", Box::new("节".repeat(5_000).into_bytes()));
    desk.analyze(Wish::default());
    let lines = desk.lines(0, 1, 2);
    assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [4_001]);
}

#[test]
fn a_wish_arrives_as_it_was_sent_and_changes_what_is_told() {
    let mut desk = Desk::default();
    let nodes = |name: &str, count: usize| {
        let row = |n| format!("{name}-{n}   Ready    <none>   9d    v1.33.1\n");
        let rows: Vec<String> = (1..=count).map(row).collect();
        format!("NAME     STATUS   ROLES    AGE   VERSION\n{}", rows.concat())
    };
    desk.add("a.txt", Box::new(nodes("red", 3).into_bytes()));
    desk.add("b.txt", Box::new(nodes("blue", 2).into_bytes()));
    let names = |brief: &Brief<'_>| brief.clusters.iter().map(|it| it.en.clone()).collect::<Vec<_>>();
    let nodes = |brief: &Brief<'_>| brief.facts.first().map(|fact| fact.value.en.clone());
    let both = ["the cluster of red-1 (3 nodes)", "the cluster of blue-1 (2 nodes)"];
    for (cluster, shown, told) in [(0, 0, 3), (1, 1, 2), (0, 0, 3), (7, 0, 3)] {
        let wish: Wish = crossed(&Wish { cluster, ..Wish::default() });
        let (brief, _) = desk.analyze(wish);
        assert_eq!((names(&brief), brief.shown), (both.map(str::to_owned).to_vec(), shown));
        assert_eq!(nodes(&brief), Some(format!("0 control plane, {told} workers")));
    }
    let told = Told { ignored: true, ..Told::default() };
    let wish = Wish { corrections: vec![Correction { source: "a.txt".to_owned(), line: 1, told }], ..Wish::default() };
    assert_eq!(names(&desk.analyze(crossed(&wish)).0), ["the cluster of blue-1 (2 nodes)"]);
}
