//! The house rules that a compiler does not know: who may import whom, who may touch the browser or the disk, how long a file is.
#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that cannot go on shall fail")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

mod support {
    pub mod source;
}

use support::source::{Source, sources};

/// The layers of `src/`, each with those that it may import. The leaves and the layer itself go without saying.
const LAYERS: &[(&str, &[&str])] = &[
    ("border", &[]),
    ("text", &[]),
    ("span", &[]),
    ("order", &[]),
    ("time", &[]),
    ("kind", &[]),
    ("ingest", &[]),
    ("parse", &["ingest"]),
    ("model", &["parse"]),
    ("diagnose", &["model"]),
    ("report", &["parse", "model", "diagnose"]),
    ("explain", &["model", "diagnose", "report"]),
    ("brief", &["model", "diagnose", "report", "explain"]),
    ("layout", &["model", "diagnose", "report"]),
    ("rows", &["model", "diagnose", "report", "layout"]),
    ("share", &["model", "diagnose", "report", "explain", "layout"]),
    ("examples", &[]),
    ("session", &["ingest", "parse", "model", "diagnose", "report"]),
    ("talk", &["diagnose", "report"]),
    (
        "ui",
        &["ingest", "parse", "model", "diagnose", "report", "explain", "brief", "layout", "rows", "share", "examples", "session", "talk"],
    ),
];

/// Know nothing; everyone may know them.
const LEAVES: [&str; 6] = ["border", "text", "span", "time", "order", "kind"];

/// `phrase!`, `text!` and `crosses!` are exported at the crate's root but belong to the leaves `text` and `border`.
const MACROS: [&str; 3] = ["phrase", "text", "crosses"];

/// Crates of the browser.
const WEB_CRATES: [&str; 8] =
    ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "gloo_events", "console_error_panic_hook"];

/// Longest file, in lines.
const MOST_LINES: usize = 400;

/// Files that may be longer, each because it is nothing but a table.
const TABLES: &[(&str, &str)] = &[];

/// Fails with every breach at once, a line each.
fn report(rule: &str, breaches: Vec<String>) {
    assert!(breaches.is_empty(), "\n{rule}:\n  {}\n", breaches.join("\n  "));
}

/// The layer of a file: its first folder or name below `src/`; `None` for the crate's root and the binaries.
fn layer(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    (!matches!(first, "lib" | "bin")).then_some(first)
}

/// Offsets of a word in code, not as part of a longer one.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).map(|(at, _)| at).filter(move |at| !code[..*at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// What stands first after each `crate::`, with its offset; a brace group yields each of its members.
fn crate_paths(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for at in words(code, "crate") {
        let Some(rest) = code[at + "crate".len()..].strip_prefix("::") else { continue };
        if code[..at].ends_with('$') {
            continue;
        }
        let Some(group) = rest.strip_prefix('{') else {
            found.push((at, first_word(rest)));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (offset, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    found.push((at, first_word(&group[offset..])));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    found
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[test]
fn layers_import_only_what_they_may() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let Some(own) = layer(&source.path) else { continue };
        let Some((_, may)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            breaches.push(format!("{}: `{own}` is no layer of the table in this test", source.path));
            continue;
        };
        let leaf = LEAVES.contains(&own);
        for (at, to) in crate_paths(source.product_code()) {
            let allowed = to == own || MACROS.contains(&to) || !leaf && LEAVES.contains(&to) || may.contains(&to);
            if !allowed {
                breaches.push(format!("{}:{}: `{own}` may not know `{to}`", source.path, source.line(at)));
            }
        }
        // A way around `crate::`.
        let ups = if source.path.matches('/').count() == 1 { "super::" } else { "super::super::" };
        for (at, _) in source.product_code().match_indices(ups) {
            breaches.push(format!("{}:{}: `{ups}` may leave the layer; write `crate::`", source.path, source.line(at)));
        }
    }
    report("imports follow the layer table", breaches);
}

#[test]
fn every_layer_of_the_table_exists() {
    let have: BTreeSet<String> = sources("src").iter().filter_map(|it| layer(&it.path)).map(str::to_owned).collect();
    let missing = LAYERS.iter().filter(|(name, _)| !have.contains(*name)).map(|(name, _)| format!("no file of `{name}`")).collect();
    report("the table names only what there is", missing);
}

#[test]
fn only_the_page_knows_the_browser() {
    let mut breaches = Vec::new();
    for source in sources("src").iter().filter(|it| !is_page(it)) {
        for name in WEB_CRATES {
            for at in words(&source.code, name) {
                breaches.push(format!("{}:{}: `{name}` belongs in src/ui and src/bin/page.rs", source.path, source.line(at)));
            }
        }
    }
    report("the core has no web crate", breaches);
}

fn is_page(source: &Source) -> bool {
    layer(&source.path) == Some("ui") || source.path.starts_with("src/bin/page")
}

#[test]
fn only_the_terminal_program_touches_the_machine() {
    let machine = ["std::fs", "std::env", "std::net", "std::process", "std::thread", "SystemTime", "Instant", "std::io::stdin"];
    let mut breaches = Vec::new();
    for source in sources("src").iter().filter(|it| !it.path.starts_with("src/bin/porthole")) {
        for name in machine {
            for (at, _) in source.code.match_indices(name) {
                breaches.push(format!("{}:{}: `{name}`", source.path, source.line(at)));
            }
        }
    }
    report("files, environment, network and clock are for src/bin/porthole alone", breaches);
}

#[test]
fn the_product_names_no_recorded_cluster_and_no_machine() {
    let foreign = ["sangfor", "hnbk692u", "platos", "novalocal", "/work/", "/root/"];
    let mut breaches = Vec::new();
    for source in sources("src") {
        let product = source.product_code().len();
        for (at, literal) in source.literals.iter().filter(|(at, _)| *at < product) {
            for word in foreign.iter().filter(|word| literal.to_lowercase().contains(**word)) {
                breaches.push(format!("{}:{}: `{word}` in a string", source.path, source.line(*at)));
            }
        }
    }
    report("what the page shows holds only names of its own, or of the paste", breaches);
}

#[test]
fn the_core_has_no_hash_order() {
    let mut breaches = Vec::new();
    for source in sources("src").iter().filter(|it| layer(&it.path).is_some_and(|own| own != "ui")) {
        for name in ["HashMap", "HashSet"] {
            for at in words(source.product_code(), name) {
                breaches.push(format!("{}:{}: use {} instead of {name}", source.path, source.line(at), name.replace("Hash", "BTree")));
            }
        }
    }
    report("the same text gives the same report, in the same order", breaches);
}

#[test]
fn nothing_can_reach_the_network() {
    let calls =
        ["fetch_with", "send_beacon", "WebSocket", "XmlHttpRequest", "EventSource", "RtcPeerConnection", "WebTransport", "gloo_net"];
    let mut breaches = Vec::new();
    for source in sources("src") {
        for name in calls {
            for (at, _) in source.code.match_indices(name) {
                breaches.push(format!("{}:{}: `{name}`", source.path, source.line(at)));
            }
        }
    }
    report("no code of the page calls a network API", breaches);
}

#[test]
fn no_network_api_is_compiled_in() {
    let metadata: serde_json::Value = serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).expect("JSON");
    let package = metadata["packages"].as_array().expect("packages").iter().find(|it| it["name"] == "porthole").expect("this package");
    let network = [
        "Request",
        "Response",
        "Headers",
        "WebSocket",
        "EventSource",
        "XmlHttpRequest",
        "Rtc",
        "WebTransport",
        "PushManager",
        "FetchEvent",
        "ServiceWorker",
        "SharedWorker",
        "BroadcastChannel",
    ];
    let mut breaches = Vec::new();
    for dependency in package["dependencies"].as_array().expect("dependencies") {
        let name = dependency["name"].as_str().expect("a name");
        if ["reqwest", "gloo", "gloo-net", "ureq", "hyper", "reqwasm", "curl"].contains(&name) {
            breaches.push(format!("Cargo.toml: `{name}` can reach the network"));
        }
        for feature in
            dependency["features"].as_array().expect("features").iter().filter_map(|it| it.as_str()).filter(|_| name == "web-sys")
        {
            if network.iter().any(|it| feature.starts_with(it)) {
                breaches.push(format!("Cargo.toml: web-sys feature `{feature}` is a network API"));
            }
        }
    }
    report("nothing leaves the page", breaches);
}

#[test]
fn the_core_builds_without_web_crates() {
    let tree =
        cargo(&["tree", "--package", "porthole", "--no-default-features", "--edges", "normal", "--prefix", "none", "--target", "all"]);
    let names: BTreeSet<String> = tree.lines().filter_map(|line| line.split(' ').next()).map(|name| name.replace('-', "_")).collect();
    assert!(names.contains("serde"), "`cargo tree` lists dependencies: {tree}");
    let breaches = WEB_CRATES.iter().filter(|it| names.contains(**it)).map(|it| format!("`{it}` is in the graph")).collect();
    report("cargo tree --no-default-features holds no web crate", breaches);
}

/// Runs cargo without asking any registry.
fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).arg("--offline").current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn every_module_says_what_it_is() {
    let all = sources("src").into_iter().chain(sources("tests"));
    let breaches = all.filter(|it| !it.text.starts_with("//! ")).map(|it| format!("{}:1: begins without `//! `", it.path)).collect();
    report("every module begins with its purpose", breaches);
}

#[test]
fn files_are_short() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let lines = source.text.lines().count();
        let table = TABLES.iter().any(|(path, _)| *path == source.path);
        if lines > MOST_LINES && !table {
            breaches.push(format!("{}: {lines} lines, {MOST_LINES} at most", source.path));
        }
        if lines <= MOST_LINES && table {
            breaches.push(format!("{}: {lines} lines; take it off the list of long tables", source.path));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gone = TABLES.iter().filter(|(path, _)| !root.join(path).exists()).map(|(path, _)| format!("{path}: listed as a table, but gone"));
    breaches.extend(gone);
    report("a file holds one thing", breaches);
}

#[test]
fn nothing_is_left_undone() {
    let mut breaches = Vec::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        for name in ["todo!", "dbg!", "unimplemented!", "#[ignore"] {
            for (at, _) in source.code.match_indices(name) {
                breaches.push(format!("{}:{}: `{name}`", source.path, source.line(at)));
            }
        }
    }
    report("no stub, no trace, no sleeping test", breaches);
}

#[test]
fn modules_are_named_after_their_file() {
    let all = sources("src").into_iter();
    let breaches = all.filter(|it| it.path.ends_with("/mod.rs")).map(|it| format!("{}: write `foo.rs` beside `foo/`", it.path)).collect();
    report("no mod.rs", breaches);
}

#[test]
fn the_reader_of_imports_reads_them() {
    let code = "use crate::model::pod::Pod;\nuse crate::{ui::x, text::{Lang, Text}};\nlet a = crate::parse::b();\nmy_crate::c();\n";
    let found: Vec<&str> = crate_paths(code).into_iter().map(|(_, to)| to).collect();
    assert_eq!(found, ["model", "ui", "text", "parse"]);
    assert_eq!(layer("src/model/pod.rs"), Some("model"));
    assert_eq!(layer("src/report.rs"), Some("report"));
    assert_eq!(layer("src/bin/porthole/main.rs"), None);
}
