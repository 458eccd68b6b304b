//! Outputs as people paste them, against the outputs they were made from: the same objects are read, or fewer where the paste lost some.
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

use std::collections::BTreeMap;

use porthole::session::Session;

/// Objects by resource, as the blocks count them.
fn read(name: &str, bytes: Vec<u8>) -> BTreeMap<String, u32> {
    let mut session = Session::default();
    session.add(name, bytes);
    let mut counts = BTreeMap::new();
    for block in session.analyze().sources.iter().flat_map(|source| &source.blocks) {
        *counts.entry(block.resource.clone().unwrap_or_else(|| block.format.clone())).or_insert(0) += block.rows;
    }
    counts.retain(|_, rows| *rows > 0);
    counts
}

/// Words of a mangling that lost text.
const LOSSY: &[&str] = &["cut", "truncated", "only", "empty", "missing", "columns are lost"];

#[test]
fn pastes_read_like_their_sources() {
    let file = |path: &str| std::fs::read(format!("tests/corpus/real/{path}")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&file("mangled/manifest.json")).unwrap();
    let mut compared = 0;
    for entry in manifest.as_array().unwrap() {
        let text = |key: &str| entry[key].as_str().unwrap().to_owned();
        let (name, mangling) = (text("file"), text("mangling"));
        let got = read(&name, file(&format!("mangled/{name}")));
        let sources: Vec<&str> = entry["sources"].as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
        assert!(!got.is_empty(), "{name}: nothing was read");
        if sources.iter().any(|source| source.contains('*')) {
            continue;
        }
        let mut want = BTreeMap::new();
        for source in sources {
            for (resource, rows) in read(source, file(source)) {
                *want.entry(resource).or_insert(0) += rows;
            }
        }
        let lossy = LOSSY.iter().any(|word| mangling.contains(word))
            && got.iter().all(|(resource, rows)| want.get(resource).is_some_and(|most| rows <= most));
        assert!(got == want || lossy, "{name} ({mangling}): read {got:?}, its source has {want:?}");
        compared += 1;
    }
    assert!(compared > 85, "{compared}");
}

/// States survive as well, not only counts: of a sample, cell by cell.
#[test]
fn cells_survive() {
    let pods = |path: &str| {
        let mut session = Session::default();
        session.add(path, std::fs::read(format!("tests/corpus/real/{path}")).unwrap());
        let pods = session.analyze().cluster.pods;
        let told = |pod: &porthole::model::pod::Pod| {
            let cell = |it: &Option<porthole::span::Seen<String>>| it.as_ref().map(|it| it.value.clone());
            (cell(&pod.status), pod.ready.as_ref().map(|it| it.value), pod.restarts.as_ref().map(|it| it.value.count), cell(&pod.node))
        };
        pods.iter().map(|(id, pod)| (id.to_string(), told(pod))).collect::<Vec<_>>()
    };
    let source = pods("04-node-notready/pods_A_wide.txt");
    assert_eq!(source.len(), 54);
    for name in [
        "wrap80_pods04.txt",
        "quote_pods04.txt",
        "utf16le_pods04.txt",
        "nbsp_pods04.txt",
        "mdfence_pods04.md",
        "tabs_pods04.txt",
        "linenum_pods04.txt",
        "grepcolor_pods04.txt",
        "noprompt_pods04.txt",
    ] {
        assert_eq!(pods(&format!("mangled/{name}")), source, "{name}");
    }
}
