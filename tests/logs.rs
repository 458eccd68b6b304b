//! Logs: where they begin and end, what their lines say, and which of them mean something.
//!
//! `logs/shapes.txt` has a line of every shape, `logs/blocks.txt` whole texts with what is taken for a log in them,
//! `logs/signatures.txt` for every signature lines that have it and lines that only look like it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use porthole::ingest::window::Window;
use porthole::parse::format::{Context, Sink};
use porthole::parse::log::line::line;
use porthole::parse::log::said::when;
use porthole::parse::log::signatures::ids;
use porthole::parse::reader::{Read, read};
use porthole::parse::record::{LogLine, Record};
use porthole::span::{SourceId, Span};

const SHAPES: &str = include_str!("logs/shapes.txt");
const BLOCKS: &str = include_str!("logs/blocks.txt");
const SIGNATURES: &str = include_str!("logs/signatures.txt");

/// Takes down the lines of logs.
#[derive(Default)]
struct Lines(Vec<(u32, &'static str, String)>);

impl Sink for Lines {
    fn begin(&mut self, _at: Span, _context: &Context) {}

    fn record(&mut self, record: Record<'_>) {
        if let Record::Log(it) = record {
            self.0.push((it.span.line, it.signature, told(&it)));
        }
    }
}

/// A line in a line: level, signature, whose it is, when, what.
fn told(it: &LogLine<'_>) -> String {
    let place: Vec<&str> = [it.of.namespace, it.of.name, it.of.program].into_iter().flatten().collect();
    let signature = if it.signature.is_empty() { "-" } else { it.signature };
    let at = it.at.map(|at| at.utc()).unwrap_or_default();
    let message: String = it.message.chars().take(60).collect();
    format!("{:?} {signature} [{}] {at} {message}", it.level, place.join("/"))
}

/// What a text was taken for, and its lines that mean something.
fn look(path: &str, text: &str) -> (Vec<Read>, Lines) {
    let mut bytes = text.as_bytes();
    // A text of nothing but broken characters is refused as a whole.
    let Ok(mut window) = Window::new(SourceId(0), &mut bytes, None, usize::MAX) else { return (Vec::new(), Lines::default()) };
    let mut lines = Lines::default();
    let read = read(&mut window, path, &[], &mut lines);
    (read, lines)
}

fn printed(path: &str, text: &str) -> String {
    let (read, lines) = look(path, text);
    let mut out = String::new();
    for block in read {
        let (from, to) = block.lines;
        writeln!(out, "{from}-{to} {} {}: {} / {}", block.part.format, block.part.rows, block.part.taken_for.en, block.part.taken_for.zh)
            .unwrap();
        for (line, _, told) in lines.0.iter().filter(|(line, ..)| (from..=to).contains(line)) {
            writeln!(out, "  {line} {}", told.trim()).unwrap();
        }
    }
    out
}

/// Sections by their headings.
fn sections(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("\n### ").skip(1).map(|section| section.split_once('\n').unwrap())
}

#[test]
fn every_shape_is_read() {
    let mut wrong = String::new();
    for (name, section) in sections(SHAPES) {
        let lines: Vec<&str> = section.lines().filter(|line| !line.is_empty()).collect();
        for pair in lines.chunks(2) {
            let [text, expected] = pair else { panic!("{name}: a line without its meaning") };
            let found = line(text).map_or("none".to_owned(), |it| {
                let at = when(&it).map_or("-".to_owned(), |at| at.utc().replace(' ', "_"));
                let or = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
                format!("{} {:?} {at} {} {}", it.weight, it.level, or(it.host), or(it.program))
            });
            if format!("=> {found}") != *expected {
                writeln!(wrong, "{name}: {text}\n=> {found}\nnot {expected}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn blocks_begin_and_end_where_they_should() {
    let mut wrong = String::new();
    for (name, section) in sections(BLOCKS) {
        let (text, expected) = section.split_once("\n=====\n").unwrap_or_else(|| panic!("{name}: nothing is expected"));
        let path = name.split_once(" in ").map_or("paste", |(_, path)| path);
        let found = printed(path, text);
        if found.trim() != expected.trim() {
            writeln!(wrong, "### {name}\n{found}\nnot\n{expected}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The signature of the one line of a container's log.
fn signature_in(container: &str, text: &str) -> &'static str {
    let (space, pod) = if container == "app" { ("shop", "web-1") } else { ("kube-system", container) };
    let of = format!("logs for container {container} of pod {space}/{pod}-x ====");
    let log = if container == "node" {
        format!("Nov 23 20:11:00 worker-1 systemd[1]: Started x.\n{text}\n")
    } else {
        format!("==== START {of}\n{text}\n==== END {of}\n")
    };
    let (_, lines) = look("paste", &log);
    lines.0.iter().find(|(line, ..)| *line == 2).map_or("", |(_, signature, _)| *signature)
}

#[test]
fn each_signature_holds_for_its_lines_and_not_for_others() {
    let mut seen: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    let mut wrong = String::new();
    for (heading, section) in sections(SIGNATURES) {
        let (id, container) = heading.split_once(" @").unwrap_or((heading, "app"));
        for text in section.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (has, text) = match text.split_at(2) {
                ("+ ", text) => (true, text),
                ("- ", text) => (false, text),
                _ => panic!("{id}: {text}"),
            };
            seen.entry(id).or_default()[usize::from(has)] += 1;
            let found = signature_in(container, text);
            if (found == id) != has {
                writeln!(wrong, "{id} of {container}: `{found}` for {text}").unwrap();
            }
        }
    }
    for id in ids() {
        if seen.remove(id).is_none_or(|[not, has]| not == 0 || has == 0) {
            writeln!(wrong, "{id} lacks a line that has it, or one that has it not").unwrap();
        }
    }
    for id in seen.keys() {
        writeln!(wrong, "{id} is not in the table").unwrap();
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_word_of_failure_in_a_line_without_one_means_nothing() {
    for text in [
        "2026-11-23T20:11:02Z INFO finished with 0 errors",
        "time=\"2026-11-23T20:11:02Z\" level=info msg=\"done\" error=nil",
        "{\"level\":\"info\",\"ts\":\"2026-11-23T20:11:02Z\",\"msg\":\"scraped\",\"metric\":\"http_errors_total\",\"error\":null}",
        "I1123 20:11:02.000001       1 x.go:1] \"Failed requests so far\" errors=0 err=\"<nil>\"",
        "[INFO] plugin/errors: loaded",
        "10.0.0.1 - - [23/Nov/2026:20:11:02 +0000] \"GET /panic?q=connection+refused HTTP/1.1\" 500 12",
        "2026-11-23T20:11:02Z DEBUG connection refused, permission denied, no such host",
        "no errors were found, warnings: 0, fatal: 0",
    ] {
        let of = "logs for container app of pod shop/web-1 ====";
        let (read, lines) = look("paste", &format!("==== START {of}\n{text}\n==== END {of}\n"));
        assert_eq!((read.len(), read[0].part.rows), (1, 1), "{text}");
        assert!(lines.0.is_empty(), "{text}: {:?}", lines.0);
    }
}

#[test]
fn one_program_does_not_speak_for_another() {
    let etcd = "{\"level\":\"warn\",\"ts\":\"2026-11-23T20:11:02.1Z\",\"caller\":\"x/y.go:1\",\"msg\":\"apply request took too long\"}";
    assert_eq!(signature_in("etcd", etcd), "etcd-slow-fsync");
    assert_eq!(signature_in("app", etcd), "");
    // Where nothing tells whose line it is, its words have to do; what runs all parts in one process says what they say.
    let (_, lines) = look("paste", &format!("{etcd}\n{etcd}\n"));
    assert_eq!(lines.0[0].1, "etcd-slow-fsync");
    let (_, lines) = look("paste", &format!("Nov 23 20:11:02 server-1 k3s[912]: {etcd}\n"));
    assert_eq!(lines.0[0].1, "etcd-slow-fsync");
}

#[test]
fn what_was_cut_off_is_still_a_log() {
    let text = "{\"level\":\"warn\",\"ts\":\"2026-11-23T20:11:02.1Z\",\"caller\":\"wal/wal.go:1\",\"msg\":\"slow fdatasync\",\"took\":\"1.9s\"}\n\
        {\"level\":\"fatal\",\"ts\":\"2026-11-23T20:11:03.1Z\",\"caller\":\"etcdserver/server.go:1\",\"msg\":\"failed to save\",\"error\":\"no space left on device\"}\n";
    let whole = look("paste", text).1.0.len();
    assert_eq!(whole, 2);
    for end in 60..text.len() {
        let (read, lines) = look("paste", &text[..end]);
        assert!(read.iter().all(|it| it.part.format == "log") && lines.0.len() <= whole, "{end}: {read:?}");
    }
}

#[test]
fn a_long_log_is_one_part_and_keeps_its_numbers() {
    let mut text = String::new();
    for at in 0..20_000 {
        writeln!(text, "I1123 20:11:{:02}.000001       1 garbagecollector.go:1] \"Processing item\" item={at}", at % 60).unwrap();
    }
    text.push_str("E1123 20:12:00.000001       1 server.go:351] \"leaderelection lost\"\n");
    let (read, lines) = look("paste", &text);
    assert_eq!((read.len(), read[0].lines, read[0].part.rows), (1, (1, 20_001), 20_001));
    assert_eq!(
        lines.0,
        [(20_001, "leader-election-lost", "Error leader-election-lost [kube-controller-manager]  \"leaderelection lost\"".to_owned())]
    );
}

/// Lines of every kind, whole and broken.
fn any_lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "\\PC{0,60}",
        1 => "[IWEF][0-9]{4} [0-9:.]{8,15} \\PC{0,30}",
        1 => "\\{\"(level|msg|ts)\":\"?[a-z0-9\\\\\"]{0,9}\\PC{0,20}",
        1 => "(time|level)=\"?\\PC{0,20}",
        1 => "20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5,8}[.,]?[0-9]{0,3}(Z|\\+08:00)? ?\\[?(INFO|ERROR|warn)?\\]?\\PC{0,20}",
        1 => "==== (START|END) logs for container \\PC{0,9} of pod \\PC{0,9}/\\PC{0,9} ?=*",
        1 => "(==> |\\* ==> )\\PC{0,9} <==",
        1 => "● \\PC{0,5}\\.service|[ ]+Loaded: x|\\[\\PC{0,20}\\]\\PC{0,9}",
        1 => "Nov [ 1-3][0-9] [0-9:]{8} \\PC{0,9} \\PC{0,9}(\\[[0-9]\\])?: \\PC{0,9}",
        1 => "\\$ kubectl logs \\PC{0,9}|\\$ journalctl -u kubelet|NAME   READY   STATUS|",
    ];
    proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_in_order(text in any_lines(), path in "(paste|a\\.log|podlogs/a/b|\\PC{0,12})") {
        let (read, lines) = look(&path, &text);
        let count = u32::try_from(text.lines().count()).unwrap();
        let mut last = 0;
        for block in &read {
            prop_assert!(block.lines.0 > last && block.lines.0 <= block.lines.1 && block.lines.1 <= count, "{:?}", read);
            last = block.lines.1;
        }
        for (line, ..) in &lines.0 {
            let inside = read.iter().any(|it| it.part.format == "log" && (it.lines.0..=it.lines.1).contains(line));
            prop_assert!(inside, "line {line} of no log: {:?}", read);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// What kubectl prints is no log, wherever it is cut.
    #[test]
    fn tables_and_descriptions_are_no_logs(pods in proptest::collection::vec(("[a-z]{3,9}-[a-z0-9]{5}", 0..3_u32, 1..400_u32), 1..9), from in 0..6_usize, to in 4..40_usize) {
        let mut text = String::from("NAMESPACE     NAME            READY   STATUS    RESTARTS   AGE\n");
        for (name, restarts, age) in &pods {
            writeln!(text, "kube-system   {name:<15} 1/1     Running   {restarts:<10} {age}d").unwrap();
        }
        text.push_str("\nName:         web-1\nNamespace:    shop\nLabels:       app=web\nStatus:       Running\nContainers:\n  web:\n    State:          Running\n      Started:      Mon, 23 Nov 2026 20:11:02 +0000\n    Ready:          True\nEvents:\n  Type     Reason   Age   From     Message\n  ----     ------   ----  ----     -------\n  Warning  BackOff  42s   kubelet  Back-off restarting failed container\n");
        let lines: Vec<&str> = text.lines().skip(from).take(to).collect();
        let (read, _) = look("paste", &lines.join("\n"));
        prop_assert!(read.iter().all(|it| it.part.format != "log"), "{:?}", read);
    }
}
