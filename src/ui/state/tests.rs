//! `update` as a table: a state, what happens, the state after it.

use std::borrow::Cow;

use super::*;
use crate::brief::Brief;
use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::incident::Incident;
use crate::kind::Kind;
use crate::layout::scene::{Drawn, Health, Part, Scene, Shape};
use crate::parse;
use crate::parse::told::Correction;
use crate::report::SourceReport;
use crate::span::SourceId;
use crate::text::Phrase;
use crate::ui::input::{Origin, TOO_LARGE};
use crate::ui::worker::fault::FaultKind;

fn input(id: u32, name: &str, bytes: u64) -> Input {
    Input { id, name: name.to_owned(), bytes, origin: Origin::Paste }
}

pub fn after(state: &AppState, msgs: impl IntoIterator<Item = Msg>) -> AppState {
    msgs.into_iter().fold(state.clone(), |state, msg| update(&state, msg))
}

pub fn with_inputs() -> AppState {
    after(&AppState::default(), [Msg::Offered(vec![input(1, "paste", 10), input(2, "paste", 20)])])
}

fn part(id: PartId, objects: Vec<ObjectRef>) -> Part {
    let rect = crate::layout::geometry::Rect::default();
    let (shape, health, presence) = (Shape::Card, Health::Ok, Drawn::Seen);
    Part { id, parent: None, rect, shape, health, presence, captions: Vec::new(), objects, focusable: true, cells: None }
}

/// A result with a node in the picture and one source of three lines.
pub fn analysis(run: u32) -> Rc<Analysis> {
    let source = SourceReport { input: 0, name: "paste".to_owned(), bytes: 12, lines: 3, blocks: Vec::new(), problem: None };
    let brief = Brief { sources: vec![source].into(), ..Brief::default() };
    let scene = Scene { parts: vec![part(PartId::Node("a".to_owned()), vec![ObjectRef::node("a")])], ..Scene::default() };
    Rc::new(Analysis { run, brief, scene: Rc::new(scene) })
}

pub fn analysed() -> AppState {
    let state = with_inputs();
    let run = state.run_no;
    after(&state, [Msg::Analysed(analysis(run), Told::default())])
}

#[test]
fn an_object_that_is_not_drawn_can_be_told_of() {
    let about = |subject: ObjectRef| Finding {
        rule: "deploy-rollout-stuck".to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject,
        also: Vec::new(),
        title: Phrase::default(),
        why: Phrase::default(),
        fix: Phrase::default(),
        next: Vec::new(),
        evidence: Proof::new(Span::default(), Phrase::default()),
    };
    let web = ObjectRef::namespaced(Kind::Deployment, "shop", "web");
    let (stuck, node, pod) = (about(web.clone()), about(ObjectRef::node("a")), about(ObjectRef::pod(Some("shop"), "web-1")));
    let mut analysis = (*analysis(1)).clone();
    analysis.brief.diagnosis.to_mut().findings = vec![stuck.clone(), pod.clone()];
    assert_eq!(analysis.telling(&stuck), Some((PartId::Pod(web.clone()), false)));
    assert_eq!(analysis.telling(&node), Some((PartId::Node("a".to_owned()), true)));
    assert_eq!(analysis.telling(&pod), None);
    assert!(analysis.knows(&PartId::Pod(web)));
    assert!(analysis.knows(&PartId::Pod(pod.subject)), "another picture may draw it");
    assert!(!analysis.knows(&PartId::Quorum));
}

#[test]
fn inputs_start_a_run_and_get_names_of_their_own() {
    let state = with_inputs();
    assert_eq!(state.run, Run::Busy);
    assert_eq!(state.inputs.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["paste", "paste (2)"]);
}

#[test]
fn what_is_too_large_is_refused_and_the_rest_taken() {
    let state = after(&AppState::default(), [Msg::Offered(vec![input(1, "dump", TOO_LARGE), input(2, "pods", 10)])]);
    assert_eq!(state.refused.len(), 1);
    assert_eq!(state.inputs.len(), 1);
    let state = after(&AppState::default(), [Msg::Offered(vec![input(1, "dump", TOO_LARGE)])]);
    assert_eq!((state.run, state.inputs.len()), (Run::Idle, 0));
}

#[test]
fn clearing_can_be_undone_in_order() {
    let state = with_inputs();
    let cleared = after(&state, [Msg::Clear]);
    assert_eq!((cleared.inputs.len(), cleared.analysis.is_none(), cleared.run.clone()), (0, true, Run::Idle));
    assert_eq!(after(&cleared, [Msg::Undo]).inputs, state.inputs);
    let removed = after(&state, [Msg::Remove(vec![1])]);
    assert_eq!(removed.inputs.iter().map(|it| it.id).collect::<Vec<_>>(), [2]);
    assert_eq!(after(&removed, [Msg::Undo]).inputs, state.inputs);
}

#[test]
fn corrections_start_a_run_and_stay_with_their_input() {
    let correction = |source: &str, line: u32, ignored: bool| {
        let told = parse::told::Told { ignored, ..parse::told::Told::default() };
        Msg::Correct(Correction { source: source.to_owned(), line, told })
    };
    let lines = |state: &AppState| state.wish.corrections.iter().map(|it| (it.source.clone(), it.line)).collect::<Vec<_>>();
    let state = after(&analysed(), [correction("paste", 1, true), correction("paste (2)", 7, true), correction("paste", 1, true)]);
    assert_eq!(state.run, Run::Busy);
    assert_eq!(lines(&state), [("paste (2)".to_owned(), 7), ("paste".to_owned(), 1)]);
    assert_eq!(lines(&after(&state, [correction("paste", 1, false)])), [("paste (2)".to_owned(), 7)], "nothing said takes it back");
    let removed = after(&state, [Msg::Remove(vec![1])]);
    assert_eq!(after(&removed, [Msg::Undo]).wish, state.wish);
    let another = after(&removed, [Msg::Offered(vec![input(3, "paste", 5)])]);
    assert_eq!(lines(&another), [("paste (2)".to_owned(), 7)], "a new input of the same name is another one");
}

#[test]
fn another_cluster_is_a_run_and_new_inputs_begin_with_the_first() {
    let state = after(&analysed(), [Msg::Cluster(1)]);
    assert_eq!((state.run.clone(), state.wish.cluster), (Run::Busy, 1));
    assert_eq!(after(&state, [Msg::Offered(vec![input(3, "more", 1)])]).wish.cluster, 0);
    // The worker has the last word: there may be no such cluster.
    let run = state.run_no;
    assert_eq!(after(&state, [Msg::Analysed(analysis(run), Told::default())]).wish.cluster, 0);
}

#[test]
fn the_drawer_stays_open_while_the_text_stays_the_same() {
    let state = after(&analysed(), [Msg::Open(0, None), Msg::Cluster(1)]);
    let run = state.run_no;
    assert!(after(&state, [Msg::Analysed(analysis(run), Told::default())]).drawer.is_some());
    let state = after(&state, [Msg::Offered(vec![input(3, "more", 1)])]);
    let mut other = (*analysis(state.run_no)).clone();
    other.brief.sources = Vec::new().into();
    assert!(after(&state, [Msg::Analysed(Rc::new(other), Told::default())]).drawer.is_none());
}

#[test]
fn an_older_run_says_nothing() {
    let state = with_inputs();
    let old = state.run_no;
    let state = after(&state, [Msg::Offered(vec![input(3, "more", 1)])]);
    assert_eq!(after(&state, [Msg::Analysed(analysis(old), Told::default())]), state);
    let fault = Fault { kind: FaultKind::Panic, place: String::new() };
    assert_eq!(after(&state, [Msg::Failed(old, fault)]), state);
}

#[test]
fn cancel_and_faults_keep_the_inputs() {
    let state = with_inputs();
    let run = state.run_no;
    let cancelled = after(&state, [Msg::Cancel]);
    assert_eq!((cancelled.run.clone(), &cancelled.inputs), (Run::Cancelled, &state.inputs));
    assert_eq!(after(&cancelled, [Msg::Analysed(analysis(run), Told::default())]), cancelled);
    assert_eq!(after(&cancelled, [Msg::Again]).run, Run::Busy);
    let fault = Fault { kind: FaultKind::Death, place: "out of memory".to_owned() };
    let failed = after(&state, [Msg::Failed(run, fault.clone())]);
    assert_eq!((failed.run, failed.inputs), (Run::Failed(fault), state.inputs));
}

#[test]
fn a_selection_that_is_not_drawn_is_dropped() {
    let node = PartId::Node("a".to_owned());
    for (selection, kept) in [(node.clone(), true), (PartId::Node("b".to_owned()), false)] {
        let state = after(&with_inputs(), [Msg::Select(Some(selection.clone()))]);
        let run = state.run_no;
        let state = after(&state, [Msg::Analysed(analysis(run), Told::default())]);
        assert_eq!(state.selected.is_some(), kept, "{selection:?}");
    }
    let state = after(&analysed(), [Msg::Routed(Route { selection: Some(PartId::Quorum), ..Route::default() })]);
    assert_eq!(state.selected, None);
    assert_eq!(state.part_of(&ObjectRef::node("a")), Some(node));
}

#[test]
fn the_address_says_what_is_shown_and_is_followed() {
    let state = after(&analysed(), [Msg::Lang(Lang::Zh), Msg::Select(Some(PartId::Node("a".to_owned()))), Msg::View(View::Lesson)]);
    assert_eq!(state.route().fragment(), "#v=lesson&s=node/a&l=zh");
    let back = after(&state, [Msg::Routed(Route { lang: Some(Lang::En), ..Route::default() })]);
    assert_eq!((back.selected, back.view, back.lang), (None, View::Architecture, Lang::Zh));
}

#[test]
fn evidence_opens_the_text_at_its_lines() {
    let span = Span { source: SourceId(0), line: 2, last: 3, start: 5, end: 10 };
    let state = after(&analysed(), [Msg::Show(span)]);
    assert_eq!(state.drawer, Some(Place { source: 0, lines: Some((2, 3)), asked: 0 }));
    let again = after(&state, [Msg::Show(span)]);
    assert_ne!(again.drawer, state.drawer);
    let nowhere = Span { source: SourceId(7), ..span };
    assert_eq!(after(&analysed(), [Msg::Show(nowhere)]).drawer, None);
}

#[test]
fn escape_closes_one_layer_at_a_time() {
    let state =
        after(&analysed(), [Msg::Select(Some(PartId::Node("a".to_owned()))), Msg::Open(0, None), Msg::Overlay(Some(Overlay::Keys))]);
    let state = after(&state, [Msg::Escape]);
    assert_eq!((state.overlay, state.drawer.is_some(), state.selected.is_some()), (None, true, true));
    let state = after(&state, [Msg::Escape]);
    assert_eq!((state.drawer.is_some(), state.selected.is_some()), (false, true));
    assert_eq!(after(&state, [Msg::Escape]).selected, None);
}

#[test]
fn lines_of_another_run_are_dropped() {
    let state = analysed();
    let lines = |run| Msg::Lines { run, source: 0, from: 2, lines: vec!["NAME".to_owned()] };
    assert_eq!(after(&state, [lines(state.run_no)]).lines.get(0, 2).map(|it| &**it), Some("NAME"));
    assert_eq!(after(&state, [lines(state.run_no + 1)]).lines.get(0, 2), None);
}

#[test]
fn walking_points_an_incident_out_until_the_reader_turns_away() {
    let state = with_incidents();
    assert_eq!((state.incident, state.highlighted()), (Some(0), Vec::new()));
    let state = after(&state, [Msg::Walk(Turn::Next)]);
    assert_eq!((state.incident, state.highlighted()), (Some(0), vec![PartId::Node("a".to_owned())]));
    assert_eq!(state.selected, Some(PartId::Node("a".to_owned())));
    assert_eq!(after(&state, [Msg::Walk(Turn::Next)]).incident, Some(1));
    assert_eq!(after(&state, [Msg::Walk(Turn::Previous)]).incident, Some(1));
    assert_eq!(after(&state, [Msg::Select(Some(PartId::Quorum))]).highlighted(), Vec::new());
    assert_eq!(after(&state, [Msg::Escape]).highlighted(), Vec::new());
}

/// A result with two incidents about the same node.
fn with_incidents() -> AppState {
    let state = with_inputs();
    let plain = analysis(state.run_no);
    let phrase = crate::text::Phrase::default;
    let finding = Finding {
        rule: "node-not-ready".to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: ObjectRef::node("a"),
        also: Vec::new(),
        title: phrase(),
        why: phrase(),
        fix: phrase(),
        next: Vec::new(),
        evidence: Proof::new(Span::default(), phrase()),
    };
    let incident = |root| Incident {
        root,
        effects: Vec::new(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        headline: phrase(),
        hit: Vec::new(),
        still_works: Vec::new(),
        at_risk: Vec::new(),
        alternatives: Vec::new(),
        settle: Vec::new(),
    };
    let diagnosis =
        Diagnosis { findings: vec![finding.clone(), finding], incidents: vec![incident(0), incident(1)], ..Diagnosis::default() };
    let brief = Brief { diagnosis: Cow::Owned(diagnosis), ..plain.brief.clone() };
    after(&state, [Msg::Analysed(Rc::new(Analysis { brief, ..Analysis::clone(&plain) }), Told::default())])
}
