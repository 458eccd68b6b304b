//! What is asked of the worker, when, and what becomes of its answers.

use super::*;
use crate::text::Lang;
use crate::ui::state::msg::Msg;
use crate::ui::state::tests::{after, analysed, analysis, with_inputs};
use crate::ui::worker::fault::{Fault, FaultKind};

fn node() -> PartId {
    PartId::Node("a".to_owned())
}

fn explanation(part: PartId) -> Told {
    let nothing = crate::text::Phrase::default;
    let explanation = Explanation {
        part,
        title: nothing(),
        subtitle: nothing(),
        article: None,
        state: Vec::new(),
        evidence: Vec::new(),
        flags: Vec::new(),
        findings: Vec::new(),
        next: Vec::new(),
        what_if: Vec::new(),
    };
    Told { explanation: Some(Rc::new(explanation)), ..Told::default() }
}

fn questions() -> Told {
    Told { questions: Some(Rc::new([])), ..Told::default() }
}

fn explained(state: &AppState) -> Option<&PartId> {
    state.told.explanation.as_ref().map(|it| &it.part)
}

#[test]
fn a_selection_is_asked_about_until_it_is_explained() {
    let state = analysed();
    assert_eq!(state.question(), None);
    let selected = after(&state, [Msg::Select(Some(node()))]);
    assert_eq!(selected.question(), Some((state.run_no, Wanted { part: Some(node()), ..Wanted::default() })));
    let told = after(&selected, [Msg::Told(state.run_no, explanation(node()))]);
    assert_eq!((explained(&told), told.question()), (Some(&node()), None));
    assert_eq!(after(&told, [Msg::Lang(Lang::Zh)]).question(), None, "both languages have come");
}

#[test]
fn the_last_explanation_stays_until_the_next_has_come() {
    let run = analysed().run_no;
    let first = after(&analysed(), [Msg::Select(Some(node())), Msg::Told(run, explanation(node()))]);
    let second = after(&first, [Msg::Select(Some(PartId::Kubectl)), Msg::Select(Some(PartId::Quorum))]);
    assert_eq!(explained(&second), Some(&node()));
    let late = after(&second, [Msg::Told(run, explanation(PartId::Kubectl))]);
    assert_eq!(late, second, "the reader has gone on");
    assert_eq!(explained(&after(&late, [Msg::Told(run, explanation(PartId::Quorum))])), Some(&PartId::Quorum));
    for closed in [Msg::Select(None), Msg::Escape, Msg::Routed(crate::ui::route::Route::default())] {
        let state = after(&first, [closed, Msg::Told(run, explanation(node()))]);
        assert_eq!(explained(&state), None, "an answer that comes late opens nothing");
    }
}

#[test]
fn the_lesson_is_asked_for_when_it_is_opened_and_once() {
    let state = after(&analysed(), [Msg::View(View::Lesson)]);
    assert_eq!(state.question(), Some((state.run_no, Wanted { lesson: true, ..Wanted::default() })));
    let told = after(&state, [Msg::Told(state.run_no, questions())]);
    assert_eq!(told.question(), None);
    let back = after(&told, [Msg::View(View::Architecture), Msg::View(View::Lesson), Msg::Select(Some(node()))]);
    assert_eq!(back.question(), Some((state.run_no, Wanted { part: Some(node()), ..Wanted::default() })));
    let both = after(&back, [Msg::Told(state.run_no, explanation(node()))]);
    assert!(both.told.questions.is_some() && both.told.explanation.is_some());
}

#[test]
fn a_new_result_comes_with_what_the_panels_need_of_it() {
    let first = after(&analysed(), [Msg::Select(Some(node())), Msg::Told(analysed().run_no, explanation(node()))]);
    let busy = after(&first, [Msg::Again]);
    assert_eq!((explained(&busy), busy.question()), (Some(&node()), None), "the worker is not asked while it reads");
    let told = after(&busy, [Msg::Analysed(analysis(busy.run_no), explanation(node()))]);
    assert_eq!((explained(&told), told.question()), (Some(&node()), None));
    let elsewhere = after(&busy, [Msg::Select(Some(PartId::Kubectl)), Msg::Analysed(analysis(busy.run_no), explanation(node()))]);
    assert_eq!((elsewhere.selected.clone(), explained(&elsewhere)), (None, None), "this picture draws no such part");
    let without = after(&busy, [Msg::Analysed(analysis(busy.run_no), Told::default())]);
    assert_eq!((explained(&without), without.question().is_some()), (None, true), "what was told of another result is dropped");
    assert_eq!(after(&busy, [Msg::Told(first.run_no + 7, explanation(node()))]), busy);
}

#[test]
fn a_link_to_a_part_is_explained_with_the_first_result() {
    let state = after(&with_inputs(), [Msg::Select(Some(node()))]);
    assert_eq!(state.question(), None, "nothing has been read");
    let state = after(&state, [Msg::Analysed(analysis(state.run_no), explanation(node()))]);
    assert_eq!((explained(&state), state.question()), (Some(&node()), None));
}

#[test]
fn a_worker_that_ended_is_not_asked() {
    let fault = Fault { kind: FaultKind::Panic, place: String::new() };
    let run = analysed().run_no;
    let selected = after(&analysed(), [Msg::Select(Some(node()))]);
    let failed = after(&selected, [Msg::Failed(run, fault.clone())]);
    assert_eq!((failed.run.clone(), failed.question()), (Run::Failed(fault), None));
    assert_eq!((&failed.analysis, &failed.selected), (&selected.analysis, &selected.selected), "what was read stays");
    let cancelled = after(&selected, [Msg::Again, Msg::Cancel]);
    assert_eq!(cancelled.question(), None);
    assert!(cancelled.wanted().part.is_some());
    let again = after(&failed, [Msg::Again]);
    let again = after(&again, [Msg::Analysed(analysis(again.run_no), explanation(node()))]);
    assert_eq!((explained(&again), again.run.clone()), (Some(&node()), Run::Idle));
}
