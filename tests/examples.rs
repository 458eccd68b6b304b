//! The example texts: neutral names, the lesson's facts, and columns that still stand under their headers.
#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test that cannot go on shall fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use porthole::examples::{EXAMPLES, Example};

/// Words of the cluster that the lesson was recorded on; none may be shown to a visitor.
const VENDOR_WORDS: [&str; 9] = ["sangfor", "xos", "platos", "po1", "paas", "novalocal", "10.107.", "hnbk692u", "92530656e308a8"];

fn lesson() -> &'static Example {
    EXAMPLES.iter().find(|it| it.id == "lesson").expect("the lesson is an example")
}

fn seed(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/seed").join(name)).expect("the seed holds that file")
}

/// The offsets at which the columns of a table header begin.
fn columns(header: &str) -> Vec<usize> {
    let bytes = header.as_bytes();
    (0..bytes.len()).filter(|&at| bytes[at] != b' ' && (at == 0 || at >= 2 && &bytes[at - 2..at] == b"  ")).collect()
}

/// The header of the table in `text` with the rows below it.
fn table(text: &str) -> Option<(&str, Vec<&str>)> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with("NAME"));
    Some((lines.next()?, lines.take_while(|line| !line.is_empty()).collect()))
}

#[test]
fn examples_are_unique_small_and_start_with_the_lesson() {
    assert_eq!(EXAMPLES.first().map(|it| it.id), Some("lesson"));
    let ids: BTreeSet<_> = EXAMPLES.iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), EXAMPLES.len());
    for example in EXAMPLES {
        let names: BTreeSet<_> = example.files.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), example.files.len(), "{}: file names repeat", example.id);
        let bytes: usize = example.files.iter().map(|(_, text)| text.len()).sum();
        assert!(bytes < 15_000, "{}: {bytes} bytes travel with every page", example.id);
    }
}

#[test]
fn no_vendor_word_remains() {
    for example in EXAMPLES {
        for (name, text) in example.files {
            let lower = text.to_lowercase();
            for word in VENDOR_WORDS {
                assert!(!lower.contains(word), "{}/{name} holds `{word}`", example.id);
            }
        }
    }
}

#[test]
fn columns_stand_under_their_headers() {
    let mut tables = 0;
    for example in EXAMPLES {
        for (name, text) in example.files {
            let Some((header, rows)) = table(text) else { continue };
            tables += 1;
            assert!(!rows.is_empty());
            for row in rows {
                for &at in columns(header).iter().skip(1) {
                    let cell = row.as_bytes();
                    assert!(cell[at - 1] == b' ' && cell[at] != b' ', "{}/{name}: no column begins at {at} of `{row}`", example.id);
                }
            }
        }
    }
    assert_eq!(tables, 4);
}

#[test]
fn the_lessons_tables_are_the_seeds_but_for_names() {
    for name in ["get-nodes-wide.txt", "get-pods-kube-system.txt"] {
        let (_, ours) = lesson().files.iter().find(|(file, _)| *file == name).expect("the lesson holds that file");
        let theirs = seed(name);
        let lengths = |text: &str| text.lines().map(str::len).collect::<Vec<_>>();
        assert_eq!(lengths(ours), lengths(&theirs), "{name}: a line has another length than in the seed");
        let facts = |text: &str| {
            let (header, rows) = table(text).expect("a table");
            let keep = ["READY", "STATUS", "RESTARTS", "ROLES", "AGE", "EXTERNAL-IP", "CONTAINER-RUNTIME"];
            let starts = columns(header);
            let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
            let cells: Vec<String> = starts
                .iter()
                .zip(ends)
                .filter(|(start, end)| keep.contains(&header[**start..(*end).min(header.len())].trim()))
                .flat_map(|(start, end)| rows.iter().map(move |row| row[*start..end.min(row.len())].trim().to_owned()))
                .collect();
            cells
        };
        assert_eq!(facts(ours), facts(&theirs), "{name}");
    }
}

#[test]
fn the_lessons_describe_differs_from_the_seed_in_identity_only() {
    let name = "describe-pod-kube-apiserver.txt";
    let (_, ours) = lesson().files.iter().find(|(file, _)| *file == name).expect("the lesson holds that file");
    let theirs = seed(name);
    assert_eq!(ours.lines().count(), theirs.lines().count());
    let identity = ["kubectl describe", "Name:", "Node", "IP:", "Image", "Container ID", "config.", "advertise-address", "http-get"];
    for (our, their) in ours.lines().zip(theirs.lines()).filter(|(our, their)| our != their) {
        assert!(identity.iter().any(|word| their.contains(word)), "`{their}` became `{our}`");
    }
}

#[test]
fn the_third_etcd_is_missing_as_in_the_seed() {
    let text: String = lesson().files.iter().map(|(_, text)| *text).collect();
    let (_, nodes) = table(lesson().files[0].1).expect("the node table");
    let without: Vec<_> =
        nodes.iter().filter_map(|row| row.split_whitespace().next()).filter(|node| !text.contains(&format!("etcd-{node} "))).collect();
    assert_eq!(without, ["lab-q4tz81wd"]);
    assert!(text.contains("kube-apiserver-lab-q4tz81wd                      0/1     CrashLoopBackOff   65301 (118s ago)   71d"));
}
