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
use porthole::ui::route::part_word;
use porthole::ui::worker::desk::Desk;

fn crossed<T: Cross>(value: &impl Cross) -> T {
    read(&written(value)).expect("read")
}

/// A desk with the lesson on it.
fn desk() -> Desk {
    let mut desk = Desk::default();
    for name in SEED {
        let path = format!("{}/tests/corpus/seed/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        desk.add(name, std::fs::read(path).expect("the seed is part of the repository"));
    }
    desk
}

#[test]
fn the_brief_and_the_picture_arrive_as_they_were_made() {
    let report = report(&SEED);
    let (brief, scene): (Brief<'static>, Scene) = crossed(&desk().analyze());
    assert_eq!((&*brief.sources, &*brief.diagnosis), (&*report.sources, &report.diagnosis));
    assert_eq!((brief.facts.len(), brief.empty, brief.understood()), (8, false, true));
    assert_eq!(scene, layout(&report));
}

#[test]
fn every_drawn_part_is_explained_across_the_border() {
    let report = report(&SEED);
    let mut desk = desk();
    let scene = desk.analyze().1;
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
    desk.analyze();
    assert_eq!(desk.explain("no/such/part/at/all"), None);
    assert!(desk.explain("quorum").is_some() && desk.lesson().is_some() && !desk.lines(0, 1, 3).is_empty());
    desk.clear();
    assert_eq!((desk.explain("quorum"), desk.lesson(), desk.lines(0, 1, 3)), (None, None, Vec::new()));
    let (brief, _) = desk.analyze();
    assert!(brief.empty && !brief.understood() && brief.facts.is_empty());
}

#[test]
fn a_long_line_is_cut_for_the_screen() {
    let mut desk = Desk::default();
    desk.add("one line", "节".repeat(5_000).into_bytes());
    desk.analyze();
    let lines = desk.lines(0, 1, 2);
    assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [4_001]);
}
