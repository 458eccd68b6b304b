//! The tables of every kind, column by column, as the API server's printers make them: each cell is found again, and the kind is told.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "in a test, to stop is to fail, and a short text may be built anyhow"
)]

use std::io::Read;

use porthole::ingest::window::Window;
use porthole::kind::Kind;
use porthole::parse::format::{Context, Sink};
use porthole::parse::reader::read;
use porthole::parse::record::Record;
use porthole::parse::table::kinds::identify;
use porthole::span::{SourceId, Span};
use proptest::prelude::*;

/// Rows as they were read: the resource, and each cell with its header.
#[derive(Default)]
struct Rows(Vec<(String, Vec<(String, String)>)>);

impl Sink for Rows {
    fn begin(&mut self, _at: Span, _context: &Context) {}

    fn record(&mut self, record: Record<'_>) {
        if let Record::Row(row) | Record::Usage(row) = record {
            let cells = row.iter().map(|(header, cell)| (header.to_owned(), cell.to_owned())).collect();
            self.0.push((row.resource.to_owned(), cells));
        }
    }
}

fn rows(text: &str) -> Rows {
    let mut sink = Rows::default();
    let mut from = text.as_bytes();
    let from: &mut dyn Read = &mut from;
    read(&mut Window::new(SourceId(0), from, None, 0).unwrap(), "paste", &[], &mut sink);
    sink
}

/// A table as kubectl prints it: each column as wide as its widest cell, three spaces apart.
fn print(columns: &[&str], cells: &[Vec<String>]) -> String {
    let width = |at: usize| cells.iter().map(|row| row[at].chars().count()).chain([columns[at].len()]).max().unwrap() + 3;
    let line =
        |row: &[&str]| row.iter().enumerate().map(|(at, cell)| format!("{cell:<0$}", width(at))).collect::<String>().trim_end().to_owned();
    let rows = cells.iter().map(|row| line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    std::iter::once(line(columns)).chain(rows).map(|line| line + "\n").collect()
}

/// What may stand in a column: enough for each kind's printer.
fn sample(kind: &str, column: &str, n: usize) -> String {
    match column {
        "NAMESPACE" => format!("team-{n}"),
        "NAME" if kind == "storageclass" && n == 1 => "standard (default)".to_owned(),
        "NAME" => format!("thing-{n}.example"),
        "READY" if matches!(kind, "pod" | "deployment" | "statefulset") => format!("{n}/3"),
        "READY" | "DESIRED" | "CURRENT" | "UP-TO-DATE" | "AVAILABLE" | "COUNT" | "MINPODS" | "MAXPODS" | "REPLICAS" | "WEBHOOKS"
        | "DRIVERS" | "DATA" => n.to_string(),
        "RESTARTS" if n == 1 => "37 (2m21s ago)".to_owned(),
        "RESTARTS" => n.to_string(),
        "AGE" | "LAST SEEN" | "FIRST SEEN" | "DURATION" => format!("{n}d3h"),
        "VERSION" => "v1.36.2".to_owned(),
        "TYPE" if kind == "event" => "Warning".to_owned(),
        "OBJECT" => format!("pod/thing-{n}"),
        "KERNEL-VERSION" => "6.8.0-60-generic (amd64)".to_owned(),
        "OS-IMAGE" => "Ubuntu 24.04.2 LTS".to_owned(),
        "MESSAGE" => "0/3 nodes are available: 3 Insufficient cpu.".to_owned(),
        "SCHEDULE" => "*/5 * * * *".to_owned(),
        "TARGETS" => "cpu: 3%/80%, memory: 10Mi/1Gi".to_owned(),
        "EXTERNAL-IP" | "NOMINATED NODE" | "READINESS GATES" => "<none>".to_owned(),
        "STATUS" if n == 1 => String::new(),
        _ => format!("word{n}"),
    }
}

/// Kinds whose columns other kinds have as well.
const ALIKE: &[&str] = &[
    "replicationController",
    "replicaSet",
    "serviceAccount",
    "deviceClass",
    "resourceClaimTemplate",
    "workload",
    "mutatingWebhook",
    "validatingWebhook",
    "roleBindings",
    "clusterRoleBindings",
    "namespace",
];

#[test]
fn every_kind_and_column() {
    let facts: serde_json::Value = serde_json::from_str(include_str!("corpus/get-columns.json")).unwrap();
    let mut kinds = 0;
    for kind in facts["kinds"].as_array().unwrap() {
        let name = kind["kind"].as_str().unwrap();
        // Answers of the API server itself, never a list.
        if matches!(name, "status" | "scale") {
            continue;
        }
        kinds += 1;
        let names = |key: &str| kind[key].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect::<Vec<_>>();
        let (always, wide) = (names("columns"), names("wide"));
        let told = identify(&always);
        let alike = ALIKE.contains(&name);
        assert_eq!(told.len() == 1, !alike, "{name}: {told:?}");
        let prefix =
            if name == "nodeResourceSlice" { "resourceslice".to_owned() } else { name.to_ascii_lowercase().chars().take(4).collect() };
        let resource = told.iter().find(|it| it.starts_with(&prefix)).unwrap_or_else(|| panic!("{name}: {told:?}"));
        for columns in [
            always.clone(),
            [&["NAMESPACE"][..], &always].concat(),
            [&always[..], &wide].concat(),
            [&always[..], &["APP", "LABELS"]].concat(),
        ] {
            let cells: Vec<Vec<String>> = (0..3).map(|n| columns.iter().map(|column| sample(name, column, n)).collect()).collect();
            let text = format!("$ kubectl get {resource} -o wide\n{}", print(&columns, &cells));
            let read = rows(&text).0;
            assert_eq!(read.len(), 3, "{name}\n{text}");
            for ((got, found), want) in read.iter().zip(&cells) {
                assert_eq!(Kind::parse(got), Kind::parse(resource), "{name}");
                let found: Vec<&str> = found.iter().map(|(_, cell)| cell.as_str()).collect();
                assert_eq!(found, want.iter().map(String::as_str).collect::<Vec<_>>(), "{name}\n{text}");
            }
        }
    }
    assert!(kinds >= 58, "{kinds}");
}

/// Cells of a pods table.
fn pods() -> impl Strategy<Value = Vec<Vec<String>>> {
    let name = "[a-z]([a-z0-9-]{0,30}[a-z0-9])?";
    let status = prop_oneof!["Running", "Pending", "CrashLoopBackOff", "Init:0/1", "Completed", "ErrImagePull", "Terminating"];
    let restarts = prop_oneof!["[0-9]{1,5}", "[1-9][0-9]{0,3} \\([1-9][0-9]?[smhd] ago\\)"];
    let node = prop_oneof![Just("<none>".to_owned()), "[a-z]{1,12}-[0-9]{1,3}"];
    let ready = (0u8..4, 0u8..4).prop_map(|(a, b)| format!("{a}/{b}"));
    let row = (name, name, ready, status, restarts, "[1-9][0-9]?[smhd]", node);
    proptest::collection::vec(row.prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g]), 1..12)
}

const PODS: [&str; 7] = ["NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE", "NODE"];

fn found(text: &str) -> Vec<Vec<String>> {
    rows(text).0.into_iter().map(|(_, cells)| cells.into_iter().map(|(_, cell)| cell).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A generated table, and what people's tools make of it: the same cells.
    #[test]
    fn a_table_gives_its_cells_back(cells in pods(), margin in 0usize..9) {
        let text = print(&PODS, &cells);
        prop_assert_eq!(found(&text), cells.clone());
        let indent = " ".repeat(margin);
        prop_assert_eq!(found(&text.lines().map(|line| format!("{indent}{line}\n")).collect::<String>()), cells.clone(), "indented");
        prop_assert_eq!(found(&text.lines().map(|line| format!("> {line}\r\n")).collect::<String>()), cells.clone(), "quoted");
        let squeezed = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ") + "\n").collect::<String>();
        prop_assert_eq!(found(&squeezed), cells.clone(), "squeezed");
        let barred = format!("| {} |\n|{}\n{}", PODS.join(" | "), "---|".repeat(PODS.len()), cells.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect::<String>());
        prop_assert_eq!(found(&barred), cells.clone(), "a table of Markdown");
    }

    /// Wrapped by a terminal of any width.
    #[test]
    fn a_wrapped_table_gives_its_cells_back(cells in pods(), width in 60usize..130) {
        let text = print(&PODS, &cells);
        let wrapped: String = text
            .lines()
            .flat_map(|line| {
                let chars: Vec<char> = line.chars().collect();
                chars.chunks(width).map(|piece| piece.iter().collect::<String>() + "\n").collect::<Vec<_>>()
            })
            .collect();
        let got = found(&wrapped);
        // A name that is cut just where a column ends may look whole; no row may be lost or made up.
        prop_assert_eq!(got.len(), cells.len(), "{}", wrapped);
        let names = |rows: &[Vec<String>]| rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(&got), names(&cells), "{}", wrapped);
    }

    /// Cut anywhere: every whole row before the cut is there, and none that is not.
    #[test]
    fn what_stands_before_a_cut_is_read(cells in pods(), share in 0.0f64..1.0) {
        let text = print(&PODS, &cells);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a short text")]
        let cut = (text.len() as f64 * share) as usize;
        let got = found(&text[..cut]);
        let whole = text[..cut].lines().count().saturating_sub(2).min(cells.len());
        prop_assert!(got.len() >= whole && got.len() <= whole + 1);
        prop_assert_eq!(&got[..whole], &cells[..whole]);
    }
}
