//! The terminal program from outside: its JSON, its exit codes, its inputs, its two languages.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]
#![cfg(feature = "cli")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SEED: [&str; 4] = ["cluster-info.txt", "describe-pod-kube-apiserver.txt", "get-nodes-wide.txt", "get-pods-kube-system.txt"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn seed() -> Vec<String> {
    SEED.iter().map(|name| root().join("tests/corpus/seed").join(name).display().to_string()).collect()
}

/// The program, in English and without a terminal whatever the surroundings say.
fn porthole() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porthole"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(root()).stdin(Stdio::null());
    command
}

fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    porthole().args(arguments).output().expect("the program starts")
}

fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child =
        porthole().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("the program reads");
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn diagnose(more: &[&str], paths: &[String]) -> Output {
    let mut arguments: Vec<&str> = vec!["diagnose"];
    arguments.extend(more);
    arguments.extend(paths.iter().map(String::as_str));
    run(&arguments)
}

fn json(more: &[&str], paths: &[String]) -> Value {
    let output = diagnose(&[&["--format", "json"], more].concat(), paths);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// An empty folder of this test's own.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder is ours");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn the_facts_of_the_seed_are_those_of_its_truth() {
    let report = json(&[], &seed());
    let truth: Value =
        serde_json::from_str(&fs::read_to_string(root().join("tests/corpus/seed/truth.json")).expect("truth")).expect("JSON");
    let cluster = &report["cluster"];
    for key in ["cni", "runtime", "distribution", "version"] {
        assert_eq!(cluster[key], truth[key], "{key}");
    }
    assert_eq!(cluster["pods"], truth["pods"]);
    let nodes = serde_json::json!({"total": 3, "control_plane": 3, "worker": 0, "ready": 3});
    assert_eq!(cluster["nodes"], nodes);
    assert_eq!(cluster["objects"]["Pod"], 26);
    assert_eq!(cluster["objects"]["Node"], 3);
}

#[test]
fn the_missing_etcd_heads_the_incident_and_the_crash_loop_follows() {
    let report = json(&[], &seed());
    assert_eq!(report["schema"], 1);
    let findings = report["findings"].as_array().expect("findings");
    let by_id = |id: &Value| findings.iter().find(|it| it["id"] == *id).expect("an incident points at findings");
    let first = &report["incidents"][0];
    let root = by_id(&first["root"]);
    assert_eq!((&root["rule"], &root["severity"]), (&"etcd-member-missing".into(), &"critical".into()));
    assert_eq!(root["subject"], serde_json::json!({"kind": "Pod", "namespace": "kube-system", "name": "etcd-xos-hnbk692u"}));
    let symptoms: Vec<&Value> = first["symptoms"].as_array().expect("symptoms").iter().map(|id| &by_id(id)["rule"]).collect();
    assert!(symptoms.contains(&&Value::from("apiserver-crashloop")), "{symptoms:?}");
}

#[test]
fn every_finding_has_the_shape_of_the_contract() {
    let report = json(&[], &seed());
    let findings = report["findings"].as_array().expect("findings");
    assert!(!findings.is_empty());
    for (at, finding) in findings.iter().enumerate() {
        assert_eq!(finding["id"], format!("f{}", at + 1));
        for key in ["rule", "title", "why", "fix"] {
            assert!(finding[key].as_str().is_some_and(|it| !it.is_empty()), "{key} of {finding}");
        }
        assert!(["critical", "warning", "info"].contains(&finding["severity"].as_str().expect("a word")));
        assert!(["certain", "likely", "possible"].contains(&finding["confidence"].as_str().expect("a word")));
        assert!(finding["next"].as_array().expect("commands").iter().all(Value::is_string));
        assert!(finding["subject"].get("namespace").is_some(), "null, not left out");
        for evidence in finding["evidence"].as_array().expect("evidence") {
            let name = evidence["source"].as_str().expect("a name");
            let text = fs::read_to_string(root().join("tests/corpus/seed").join(name)).expect("the source exists");
            let line = usize::try_from(evidence["line"].as_u64().expect("a number")).expect("small");
            assert_eq!(text.lines().nth(line - 1), evidence["text"].as_str(), "{name}:{line}");
        }
    }
    let mut grouped: Vec<&str> = Vec::new();
    for incident in report["incidents"].as_array().expect("incidents") {
        grouped.push(incident["root"].as_str().expect("an id"));
        grouped.extend(incident["symptoms"].as_array().expect("symptoms").iter().filter_map(Value::as_str));
    }
    for finding in findings.iter().filter(|it| it["severity"] != "info") {
        assert_eq!(grouped.iter().filter(|id| finding["id"] == **id).count(), 1, "{finding}");
    }
}

#[test]
fn blocks_say_what_they_were_taken_for() {
    let report = json(&[], &seed());
    let block = |name: &str| {
        let sources = report["sources"].as_array().expect("sources");
        sources.iter().find(|it| it["name"] == name).expect("files go by their own names")["blocks"][0].clone()
    };
    let pods = serde_json::json!({
        "format": "table", "resource": "pods", "command": "kubectl get pods -n kube-system", "namespace": "kube-system",
        "lines": [2, 28], "rows": 26, "issues": [],
    });
    assert_eq!(block("get-pods-kube-system.txt"), pods);
    assert_eq!((&block("get-nodes-wide.txt")["rows"], &block("get-nodes-wide.txt")["resource"]), (&3.into(), &"nodes".into()));
    assert_eq!(block("cluster-info.txt")["format"], "cluster-info");
    assert_eq!(block("describe-pod-kube-apiserver.txt")["format"], "describe");
}

#[test]
fn exit_codes_tell_what_was_found() {
    let healthy = ["src/examples/healthy".to_owned()];
    for (more, paths, code) in [
        (&["--format", "json"][..], &seed()[..], 0),
        (&["--fail-on", "critical"], &seed(), 3),
        (&["--fail-on", "warning"], &seed(), 3),
        (&["--fail-on", "warning"], &healthy, 0),
        (&[], &["LICENSE-NOT-THERE".to_owned()], 1),
        (&["--fromat", "json"], &seed(), 1),
        (&[], &[], 1),
    ] {
        let output = diagnose(more, paths);
        assert_eq!(output.status.code(), Some(code), "{more:?} {paths:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(code == 1, output.stdout.is_empty(), "{more:?}: a report, or an error");
        assert_eq!(code == 1, !output.stderr.is_empty(), "{more:?}: a report, or an error");
    }
    assert_eq!(fed(&["diagnose", "-", "--fail-on", "warning"], b"Dear team, lunch is at noon.\n").status.code(), Some(2));
    assert_eq!(fed(&["diagnose", "-"], b"").status.code(), Some(2));
    let refused = b"The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?\n";
    assert_eq!(fed(&["diagnose", "-"], refused).status.code(), Some(0), "an error of kubectl is understood");
}

#[test]
fn standard_input_reads_like_a_file() {
    let file = &seed()[3];
    let from_file = json(&[], std::slice::from_ref(file));
    let output = fed(&["diagnose", "--format", "json", "-"], &fs::read(file).expect("the seed"));
    let mut from_pipe: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(from_pipe["sources"][0]["name"], "stdin");
    from_pipe["sources"][0]["name"] = "get-pods-kube-system.txt".into();
    assert_eq!(from_pipe["cluster"], from_file["cluster"]);
    assert_eq!(from_pipe["sources"], from_file["sources"]);
}

#[test]
fn a_folder_is_read_in_order_and_its_files_are_named_from_it() {
    let folder = scratch("folder").join("outputs");
    fs::create_dir_all(folder.join("b")).expect("a folder");
    fs::create_dir_all(folder.join(".git")).expect("a folder");
    for (name, from) in [("c.txt", 0), ("b/nodes.txt", 2), ("a.txt", 3), (".git/config", 1), (".hidden", 1)] {
        fs::copy(&seed()[from], folder.join(name)).expect("a copy");
    }
    let names = |report: &Value| -> Vec<String> {
        report["sources"].as_array().expect("sources").iter().map(|it| it["name"].as_str().expect("a name").to_owned()).collect()
    };
    let folder = folder.display().to_string();
    assert_eq!(names(&json(&[], std::slice::from_ref(&folder))), ["outputs/a.txt", "outputs/b/nodes.txt", "outputs/c.txt"]);
    let twice = names(&json(&[], &[format!("{folder}/a.txt"), format!("{folder}/b/../a.txt"), folder]));
    assert_eq!(twice.iter().collect::<BTreeSet<_>>().len(), twice.len(), "names are unique: {twice:?}");
    assert_eq!(twice[0], "a.txt");
}

#[test]
fn a_broken_archive_is_named_as_one_and_the_rest_is_read() {
    let folder = scratch("archive");
    fs::write(folder.join("dump.log"), b"\x1f\x8b\x08\0\0\0\0\0\0\x03").expect("a file");
    let archive = folder.join("dump.log").display().to_string();
    let report = json(&[], &[archive.clone(), seed()[2].clone()]);
    let issue = &report["sources"][0]["issues"][0];
    assert!(issue["message"].as_str().expect("a message").contains("breaks off"), "{issue}");
    assert_eq!(report["cluster"]["nodes"]["total"], 3);
    let alone = diagnose(&[], &[archive]);
    assert_eq!(alone.status.code(), Some(2));
    assert!(out(&alone).contains("breaks off"), "{}", out(&alone));
}

/// What a console of Chinese Windows writes: the same report as from UTF-8, and its Chinese can be read.
#[test]
fn gbk_is_read() {
    let text = "C:\\>rem 查看节点状态\r\nC:\\>kubectl get nodes\r\nNAME     STATUS     ROLES           AGE   VERSION\r\ncp-1     Ready      control-plane   90d   v1.33.1\r\nnode-2   NotReady   <none>          90d   v1.33.1\r\n\r\n现在怎么办\r\n";
    let (bytes, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost && std::str::from_utf8(&bytes).is_err(), "this is GBK");
    let read = |bytes: &[u8]| -> Value {
        let output = fed(&["diagnose", "--format", "json", "-"], bytes);
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let (gbk, utf8) = (read(&bytes), read(text.as_bytes()));
    assert_eq!(gbk["findings"], utf8["findings"]);
    assert!(gbk["findings"].to_string().contains("node-2"), "{gbk}");
    assert_eq!(gbk["sources"][0]["blocks"], utf8["sources"][0]["blocks"]);
}

#[test]
fn both_languages_are_spoken() {
    let han = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    for finding in json(&["--lang", "zh"], &seed())["findings"].as_array().expect("findings") {
        for key in ["title", "why", "fix"] {
            assert!(han(finding[key].as_str().expect("text")), "{key} of {finding}");
        }
    }
    assert!(!han(&json(&["--lang", "en"], &seed()).to_string()));
    for (name, value, zh) in
        [("LC_ALL", "zh_CN.UTF-8", true), ("LANG", "zh_CN.UTF-8", true), ("LANG", "C.UTF-8", false), ("LANG", "fr_FR", false)]
    {
        let output = porthole().env(name, value).arg("--help").output().expect("the program starts");
        assert_eq!(han(&out(&output)), zh, "{name}={value}");
    }
    let output = porthole().env("LANG", "zh_CN.UTF-8").env("LC_ALL", "en_US.UTF-8").arg("--help").output().expect("the program starts");
    assert!(!han(&out(&output)), "LC_ALL outranks LANG");
    let wrong = run(&["diagnose", "--lang", "zh"]);
    assert!(han(&String::from_utf8_lossy(&wrong.stderr)), "errors are told in the language that was asked for");
}

#[test]
fn help_and_version_are_at_hand() {
    for arguments in [&["--help"][..], &["help"], &["help", "diagnose"], &["diagnose", "--help"], &["--lang", "zh", "help", "diagnose"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).contains("porthole diagnose ["), "{arguments:?}: {}", out(&output));
    }
    for code in ["  0  ", "  1  ", "  2  ", "  3  ", "--fail-on", "--format", "--color"] {
        assert!(out(&run(&["help", "diagnose"])).contains(code), "{code}");
    }
    assert_eq!(out(&run(&["--version"])), concat!("porthole ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn the_list_of_rules_is_current() {
    let listed = out(&run(&["rules", "--format", "markdown", "--lang", "en"]));
    let kept = fs::read_to_string(root().join("docs/rules.md")).expect("docs/rules.md");
    assert!(listed == kept, "make docs writes docs/rules.md anew");
}

#[test]
fn names_are_explained() {
    for (name, en, zh) in [
        ("etcd", "The ledger", "账本"),
        ("crashloopbackoff", "doubles the pause", "CrashLoopBackOff"),
        ("--etcd-servers", "kube-apiserver --etcd-servers", "kube-apiserver --etcd-servers"),
        ("etcd-quorum-lost", "kubectl get pods", "kubectl get pods"),
        ("deployment", "Deployment (kind of object)", "Deployment（资源类型）"),
        ("pvc", "PersistentVolumeClaim (kind of object)", "Pod 对存储的申请"),
        ("Service", "its selector matches", "选择算符"),
        ("po", "The smallest unit", "Pod（资源类型）"),
        ("maxPods", "kubelet maxPods", "默认值为 `110`"),
        ("135", "SIGBUS", "SIGBUS"),
    ] {
        for (lang, word) in [("en", en), ("zh", zh)] {
            let output = run(&["explain", name, "--lang", lang]);
            assert_eq!(output.status.code(), Some(0), "{name}");
            assert!(out(&output).contains(word), "{name}: {}", out(&output));
        }
    }
    assert_eq!(run(&["explain", "no-such-thing"]).status.code(), Some(1));
}

#[test]
fn colours_are_for_terminals_or_on_demand() {
    assert!(!out(&diagnose(&[], &seed())).contains('\x1b'));
    assert!(!out(&diagnose(&["--color", "never"], &seed())).contains('\x1b'));
    let coloured = out(&diagnose(&["--color", "always"], &seed()));
    assert!(coloured.contains('\x1b'));
    assert!(!out(&diagnose(&["--color", "always", "--format", "json"], &seed())).contains('\x1b'));
}

#[test]
fn a_paste_cannot_steer_the_terminal() {
    let paste = "NAME READY STATUS RESTARTS AGE\n\u{1b}[2Jweb-\u{7}1 0/1 CrashLoopBackOff 12 3d\nweb\u{202e}-2 1/1 Running 0 3d\n";
    for format in ["text", "markdown", "json"] {
        let output = fed(&["diagnose", "--color", "always", "--format", format, "-"], paste.as_bytes());
        let text = out(&output);
        let steering = text.replace("\u{1b}[0m", "").replace("\u{1b}[1m", "");
        assert!(!steering.contains("\u{1b}[2J") && !steering.contains('\u{7}'), "{format}: {text:?}");
        assert!(format == "json" || !text.contains('\u{202e}'), "{format}: {text:?}");
    }
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let mut child =
        porthole().args(["diagnose", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    child.stdin.take().expect("a pipe").write_all(&fs::read(&seed()[3]).expect("the seed")).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(unix)]
#[test]
fn paths_need_not_be_utf8() {
    use std::os::unix::ffi::OsStrExt;

    let path = scratch("names").join(std::ffi::OsStr::from_bytes(b"p\xFFds.txt"));
    fs::copy(&seed()[3], &path).expect("a copy");
    let output = run(&["diagnose".as_ref(), "--format".as_ref(), "json".as_ref(), path.as_os_str()]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["sources"][0]["name"], "p\u{FFFD}ds.txt");
    let missing = run(&["diagnose".as_ref(), std::ffi::OsStr::from_bytes(b"\xFF\xFE")]);
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn the_lesson_as_text() {
    insta::assert_snapshot!("lesson-en", out(&diagnose(&[], &["src/examples/lesson".to_owned()])));
}

#[test]
fn the_lesson_as_markdown() {
    insta::assert_snapshot!(
        "lesson-zh-markdown",
        out(&diagnose(&["--lang", "zh", "--format", "markdown"], &["src/examples/lesson".to_owned()]))
    );
}

#[test]
fn the_healthy_cluster_as_text() {
    insta::assert_snapshot!("healthy-zh", out(&diagnose(&["--lang", "zh"], &["src/examples/healthy".to_owned()])));
}

#[test]
fn a_cluster_is_drawn_for_other_programs() {
    let draw = |more: &[&str]| {
        let mut arguments = vec!["draw"];
        arguments.extend(more);
        let paths = seed();
        arguments.extend(paths.iter().map(String::as_str));
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        out(&output)
    };
    let chart = draw(&[]);
    assert!(chart.starts_with("flowchart TB\n") && chart.contains("expected here, not in the list"), "{chart}");
    assert!(draw(&["--lang", "zh"]).contains("本应在此，列表中没有"));
    assert!(draw(&["--format", "drawio"]).starts_with("<mxfile "));
    assert!(draw(&["--view", "nodes"]).starts_with("flowchart TB\n"));
    assert_eq!(fed(&["draw", "-"], b"no output of kubectl\n").status.code(), Some(2));
}
