//! What is handed on, from reports built by hand: a hostile paste stays text, what is not known stays null.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]

use porthole::diagnose::diagnosis::{Diagnosis, Gap};
use porthole::diagnose::dismissal::{Dismissal, Dismissed};
use porthole::diagnose::finding::{Confidence, Finding, Place, Proof, Severity, Step};
use porthole::diagnose::incident::{Effect, Incident};
use porthole::kind::Kind;
use porthole::model::cluster::Cluster;
use porthole::model::node::Node;
use porthole::model::object_ref::ObjectRef;
use porthole::model::pod::Pod;
use porthole::order::Map;
use porthole::report::{BlockReport, IssueReport, Report, SourceReport};
use porthole::share::compose::compose;
use porthole::share::json::json;
use porthole::share::line::Line;
use porthole::share::markdown::markdown;
use porthole::share::text::text;
use porthole::span::{Seen, Span};
use porthole::text::{Lang, Phrase};
use serde_json::{Value, json as value};

/// A name that tries every way out: a fence, a tag, a table cell, a link, a mention, a line break, a terminal command.
const HOSTILE: &str = "x```\n</code><script>alert(1)</script>|[a](javascript:b) @everyone `y` \u{1b}]0;z\u{7}";

fn phrase() -> Phrase {
    Phrase::same(HOSTILE)
}

fn quote(_: Span) -> Line {
    Line { source: HOSTILE.to_owned(), number: 7, text: HOSTILE.to_owned() }
}

fn step() -> Step {
    Step { command: format!("kubectl get {HOSTILE}"), place: Place::Node(HOSTILE.to_owned()), purpose: phrase(), safe: false }
}

fn finding(severity: Severity) -> Finding {
    Finding {
        rule: "some-rule".to_owned(),
        severity,
        confidence: Confidence::Likely,
        subject: ObjectRef::pod(None, HOSTILE),
        also: vec![ObjectRef::cluster()],
        title: phrase(),
        why: phrase(),
        fix: phrase(),
        next: vec![step()],
        evidence: Proof::new(Span::default(), phrase()),
    }
}

/// A report in which every text is hostile.
fn hostile() -> Report {
    let incident = Incident {
        root: 0,
        effects: vec![Effect { finding: 1, cause: 0, because: phrase() }],
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        headline: phrase(),
        hit: vec![phrase()],
        still_works: vec![phrase()],
        at_risk: vec![phrase()],
        alternatives: vec![phrase()],
        settle: vec![step()],
    };
    let block = BlockReport {
        format: "table".to_owned(),
        resource: Some(HOSTILE.to_owned()),
        command: Some(HOSTILE.to_owned()),
        namespace: None,
        lines: (1, 9),
        rows: 8,
        taken_for: phrase(),
        sure: porthole::parse::format::Sure::Certain,
        issues: vec![IssueReport { line: 4, message: phrase() }],
    };
    let source = SourceReport { input: 0, name: HOSTILE.to_owned(), bytes: 9, lines: 9, blocks: vec![block], problem: None };
    let mut pod = Pod::new(ObjectRef::pod(None, HOSTILE));
    pod.status = Some(Seen::new(HOSTILE.to_owned(), Span::default()));
    let cluster = Cluster { pods: [(pod.id.clone(), pod)].into_iter().collect(), ..Cluster::default() };
    Report {
        sources: vec![source],
        cluster,
        shown: 0,
        diagnosis: Diagnosis {
            findings: vec![finding(Severity::Critical), finding(Severity::Warning), finding(Severity::Info)],
            incidents: vec![incident],
            posture: vec![2],
            dismissed: vec![Dismissed {
                finding: finding(Severity::Warning),
                by: Dismissal { rule: "rule".to_owned(), subject: None, reason: HOSTILE.to_owned() },
            }],
            rules_run: 3,
            looked_at: phrase(),
            not_judged: vec![Gap { what: phrase(), step: step() }],
        },
        others: Vec::new(),
    }
}

fn to_json(report: &Report) -> Value {
    serde_json::to_value(json(report, Lang::En, &quote)).expect("JSON")
}

#[test]
fn markdown_shows_a_hostile_paste_as_text() {
    for lang in Lang::ALL {
        let page = markdown(&compose(&hostile(), lang, &quote), lang);
        let mut fence: Option<&str> = None;
        let mut spoken = 0;
        for line in page.lines() {
            match fence {
                Some(open) if line == open => fence = None,
                Some(open) => assert!(!line.starts_with(open), "`{line}` closes its fence"),
                None if line.starts_with("```") => fence = Some(line.trim_end_matches(|c| c != '`')),
                None => {
                    spoken += usize::from(line.contains("script"));
                    for markup in ["<script", "</code", "](", "@everyone"] {
                        assert!(!line.replace("\\]", "").contains(markup), "{markup} in {line}");
                    }
                }
            }
        }
        assert_eq!(fence, None, "a fence stays open");
        assert!(spoken > 10, "the texts are there");
        assert!(!page.contains(['\u{1b}', '\u{7}']));
    }
}

#[test]
fn text_holds_nothing_that_steers_a_terminal() {
    for lang in Lang::ALL {
        let pieces = text(&compose(&hostile(), lang, &quote), lang, 100);
        let page: String = pieces.iter().map(|it| it.text.as_str()).collect();
        assert!(page.contains("alert(1)") && !page.contains(['\u{1b}', '\u{7}']), "{page}");
    }
}

#[test]
fn commands_that_change_something_are_marked() {
    let page = markdown(&compose(&hostile(), Lang::En, &quote), Lang::En);
    assert!(page.contains("(this changes something)"));
}

#[test]
fn json_keeps_names_as_they_are() {
    let report = to_json(&hostile());
    assert_eq!(report["findings"][0]["subject"], value!({"kind": "Pod", "namespace": null, "name": HOSTILE}));
    assert_eq!(report["findings"][0]["also"], value!([{"kind": "Cluster", "namespace": null, "name": "cluster"}]));
    assert_eq!(report["findings"][1]["evidence"][0]["line"], 7);
    let incident = &report["incidents"][0];
    assert_eq!((&incident["root"], &incident["symptoms"], &incident["severity"]), (&value!("f1"), &value!(["f2"]), &value!("critical")));
}

#[test]
fn what_is_not_known_is_null() {
    let mut report = Report::default();
    for name in ["a", "b"] {
        report.cluster.nodes.insert(name.to_owned(), Node::new(name));
    }
    let cluster = &to_json(&report)["cluster"];
    assert_eq!(cluster["nodes"], value!({"total": 2, "control_plane": null, "worker": null, "ready": null}));
    assert_eq!(cluster["pods"], value!({"total": 0, "by_status": {}}));
    assert_eq!(cluster["objects"], value!({"Node": 2}));
    for key in ["distribution", "version", "cni", "runtime"] {
        assert_eq!(cluster[key], Value::Null, "{key}");
    }
}

#[test]
fn nodes_count_by_what_the_text_shows() {
    let mut report = Report::default();
    for (name, status, role) in [("a", "Ready", Some("master")), ("b", "NotReady", None), ("c", "Ready,SchedulingDisabled", None)] {
        let mut node = Node::new(name);
        node.status = Some(Seen::new(status.to_owned(), Span::default()));
        node.roles = role.into_iter().map(str::to_owned).collect();
        node.roles_seen = Some(Span::default());
        report.cluster.nodes.insert(name.to_owned(), node);
    }
    let other = ObjectRef::namespaced(Kind::Deployment, "shop", "web");
    let seen = porthole::model::cluster::Other { id: other.clone(), fields: Map::default(), sightings: Vec::new() };
    report.cluster.others.insert(other, seen);
    let cluster = &to_json(&report)["cluster"];
    assert_eq!(cluster["nodes"], value!({"total": 3, "control_plane": 1, "worker": 2, "ready": 2}));
    assert_eq!(cluster["objects"], value!({"Node": 3, "Deployment": 1}));
}

#[test]
fn a_picture_is_an_issue_of_its_source_and_no_report_of_health() {
    let problem = Phrase { en: "This is a picture.".to_owned(), zh: "这是一张图片。".to_owned() };
    let source = SourceReport { input: 0, name: "a.png".to_owned(), bytes: 9, lines: 0, blocks: vec![], problem: Some(problem) };
    let report = Report { sources: vec![source], ..Report::default() };
    let issues = &to_json(&report)["sources"][0]["issues"];
    assert_eq!(issues, &value!([{"line": null, "message": "This is a picture."}]));
    let page = markdown(&compose(&report, Lang::Zh, &quote), Lang::Zh);
    assert!(page.contains("a.png：这是一张图片。") && page.contains("kubectl get pods -A -o wide"), "{page}");
    assert!(!page.contains("条规则"), "{page}");
}
