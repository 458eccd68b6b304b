//! Input that cannot be used, or only in part: each says what was seen, where, and what to run instead.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, to stop is to fail")]

use porthole::report::Report;
use porthole::session::Session;

fn read(bytes: &[u8]) -> Report {
    let mut session = Session::default();
    session.add("paste", bytes.to_vec());
    session.analyze()
}

#[test]
fn what_cannot_be_used_says_why_and_what_to_run() {
    for (what, bytes, says) in [
        ("nothing", &b""[..], "no text"),
        ("blanks", b" \n\t\n", "no text"),
        ("one line of prose", b"help, it is broken", "Its one line was not recognised"),
        ("prose", b"help\nit is broken\n", "None of its 2 lines"),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "picture (PNG)"),
        ("half an archive", b"\x1f\x8b\x08\0\0\0\0\0", "breaks off before its end"),
        ("an archive of another kind", b"\x28\xB5\x2F\xFD\0\0\0\0", "archive (zstd)"),
        ("binary", &[0u8, 1, 2, 3, 200, 201, 202, 203, 14, 15], "not text"),
        ("JSON of something else", b"{\"name\": \"web\", \"port\": 80}", "no object of Kubernetes"),
        ("another program", b"$ docker ps\nCONTAINER ID   IMAGE   NAMES\nabc   nginx   web\n", "`docker`, which is not kubectl"),
    ] {
        let report = read(bytes);
        let problem = report.sources[0].problem.as_ref().unwrap_or_else(|| panic!("{what}: no problem was named"));
        assert!(problem.en.contains(says), "{what}: {}", problem.en);
        assert!(!report.understood() && report.diagnosis.findings.is_empty(), "{what}");
    }
}

#[test]
fn half_a_table_keeps_what_is_whole_and_says_where_it_was_cut() {
    let table = "$ kubectl get pods -n kube-system\nNAME                     READY   STATUS    RESTARTS   AGE\netcd-cp-1                1/1     Running   0          3d\nkube-apiserver-cp-1      0/1     CrashLo";
    let report = read(table.as_bytes());
    let block = &report.sources[0].blocks[0];
    assert_eq!(block.issues.iter().map(|it| it.line).collect::<Vec<_>>(), [4]);
    let cut = report.cluster.pods.values().find(|pod| pod.id.name == "kube-apiserver-cp-1").unwrap();
    assert_eq!((cut.status.as_ref(), cut.ready.as_ref().unwrap().value.ready), (None, 0), "half a word is no status");
    assert!(report.cluster.scope.listings.iter().all(|it| !it.complete), "a cut list proves no absence");
}

#[test]
fn a_table_without_a_header_asks_for_it() {
    let report = read(b"web-1   1/1   Running   0   3d\nweb-2   1/1   Running   0   3d\n");
    assert!(report.sources[0].blocks[0].issues[0].message.en.contains("header line"));
}

#[test]
fn a_header_without_rows_asks_for_them() {
    let report = read(b"NAME   READY   STATUS   RESTARTS   AGE\n");
    assert!(report.sources[0].blocks[0].issues[0].message.en.contains("without rows"));
}

#[test]
fn prose_around_a_table_is_kept_apart() {
    let report =
        read("看一下这个：\n\nNAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          3d\n\n谢谢！\n".as_bytes());
    let formats: Vec<&str> = report.sources[0].blocks.iter().map(|it| it.format.as_str()).collect();
    assert_eq!(formats, ["unknown", "table", "unknown"]);
    assert_eq!(report.cluster.pods.len(), 1);
}

#[test]
fn a_cut_list_counts_no_quorum() {
    let text = String::from_utf8(std::fs::read("tests/corpus/seed/get-pods-kube-system.txt").unwrap()).unwrap();
    let cut = text.find("kube-apiserver-xos-hnbk692u").unwrap() + 60;
    let report = read(&text.as_bytes()[..cut]);
    assert_eq!(report.cluster.topology.quorum, None, "two members are seen, how many there are is not");
    assert!(read(text.as_bytes()).cluster.topology.quorum.is_some());
}
