//! The rows of the table: sorted, filtered, by ranges, and fast where there are many.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

mod support {
    pub mod seed;
}

use porthole::border::{read, written};
use porthole::explain::panel::explain;
use porthole::kind::Kind;
use porthole::layout::scene::Health;
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::model::pod::{Pod, Ratio, Restarts};
use porthole::report::Report;
use porthole::rows::{Book, Rows, RowsRequest};
use porthole::session::Session;
use porthole::span::{Seen, Span};
use support::seed::{SEED, report};

fn all() -> RowsRequest {
    RowsRequest { to: 400, ..RowsRequest::default() }
}

fn page(report: &Report, request: &RowsRequest) -> Rows {
    Book::default().page(report, request)
}

fn column(rows: &Rows, title: &str) -> Vec<String> {
    let at = rows.columns.iter().position(|it| it.title == title).unwrap_or_else(|| panic!("no {title}"));
    rows.rows.iter().map(|row| row.cells[at].clone()).collect()
}

fn place(rows: &Rows, title: &str) -> u32 {
    rows.columns.iter().zip(1..).find(|(it, _)| it.title == title).map(|(_, at)| at).expect("a column")
}

#[test]
fn the_seed_by_state_by_restarts_and_by_words() {
    let report = report(&SEED);
    let rows = page(&report, &RowsRequest { descending: true, ..all() });
    assert_eq!(rows.kinds, [(Kind::Pod, u32::try_from(report.cluster.pods.len()).unwrap()), (Kind::Node, 3)]);
    assert_eq!((rows.kind.as_ref(), rows.total as usize), (Some(&Kind::Pod), rows.rows.len()));
    assert_eq!(rows.rows[0].health, Some(Health::Broken), "the worst first");
    assert!(!rows.rows[0].finding.en.is_empty() && !rows.rows[0].finding.zh.is_empty());

    let restarts = page(&report, &RowsRequest { sort: place(&rows, "RESTARTS"), descending: true, ..all() });
    let counts: Vec<u64> = column(&restarts, "RESTARTS").iter().map(|it| it.split(' ').next().unwrap().parse().unwrap()).collect();
    assert!(counts[0] > 65_000 && counts.windows(2).all(|pair| pair[0] >= pair[1]), "{counts:?}");

    let some = page(&report, &RowsRequest { filter: "CrashLoop kube-api".to_owned(), ..all() });
    assert_eq!(some.total, 1);
    assert_eq!(page(&report, &RowsRequest { filter: "no-such-thing".to_owned(), ..all() }).total, 0);
    assert_eq!(read::<Option<Rows>>(&written(&Some(some.clone()))), Some(Some(some)), "they cross as they are");
}

#[test]
fn nodes_and_other_kinds_have_their_own_columns_and_every_row_is_explained() {
    let mut session = Session::default();
    let text = "$ kubectl get nodes -o wide\nNAME   STATUS     ROLES           AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME
w-10   Ready      <none>          9d    v1.33.1   10.0.0.10     <none>        Debian     6.1              containerd://2.0
w-2    NotReady   <none>          9d    v1.33.1   10.0.0.2      <none>        Debian     6.1              containerd://2.0
cp-1   Ready      control-plane   9d    v1.33.1   10.0.0.1      <none>        Debian     6.1              containerd://2.0
$ kubectl get deployments -A
NAMESPACE   NAME   READY   UP-TO-DATE   AVAILABLE   AGE
shop        web    2/3     3            2           9d
shop        db     1/1     1            1           30d
";
    session.add("text", text.as_bytes().to_vec());
    let report = session.analyze();
    let nodes = page(&report, &RowsRequest { kind: Some(Kind::Node), sort: 1, ..all() });
    assert_eq!(column(&nodes, "NAME"), ["cp-1", "w-2", "w-10"]);
    assert_eq!(nodes.rows[1].health, Some(Health::Broken));
    let others = page(&report, &RowsRequest { kind: Some(Kind::Deployment), sort: 2, ..all() });
    assert_eq!(
        (column(&others, "NAME"), column(&others, "AGE")),
        (vec!["db".to_owned(), "web".to_owned()], vec!["30d".to_owned(), "9d".to_owned()])
    );
    let by_age = page(&report, &RowsRequest { kind: Some(Kind::Deployment), sort: place(&others, "AGE"), ..all() });
    assert_eq!(column(&by_age, "NAME"), ["web", "db"]);
    for row in nodes.rows.iter().chain(&others.rows) {
        let told = explain(&report, &row.part);
        assert_ne!(told.subtitle.en, "not in this text", "{:?}", row.part);
        assert!(!told.evidence.is_empty(), "{:?}", row.part);
    }
    assert_eq!(page(&report, &RowsRequest { kind: Some(Kind::Secret), ..all() }).kind, Some(Kind::Node), "a kind that is not there");
    assert_eq!(page(&Report::default(), &all()), Rows::default());
}

#[test]
fn a_hundred_thousand_rows_and_more_by_ranges() {
    let mut report = Report::default();
    for i in 0..150_000_u32 {
        let id = ObjectRef::pod(Some("load"), format!("web-{i:06}"));
        let mut pod = Pod::new(id.clone());
        pod.status = Some(Seen::new("Running".to_owned(), Span::default()));
        pod.ready = Some(Seen::new(Ratio { ready: u32::from(i != 77_777), total: 1 }, Span::default()));
        pod.restarts = Some(Seen::new(Restarts { count: u64::from(i.wrapping_mul(2_654_435_761)), last_ago_secs: None }, Span::default()));
        pod.labels.insert("app".to_owned(), if i % 3 == 0 { "red" } else { "blue" }.to_owned());
        report.cluster.pods.insert(id, pod);
    }
    let mut book = Book::default();
    let worst = book.page(&report, &RowsRequest { descending: true, to: 10, ..RowsRequest::default() });
    assert_eq!((worst.total, worst.rows[0].cells[1].as_str()), (150_000, "web-077777"));
    let request = RowsRequest { sort: place(&worst, "RESTARTS"), from: 100_000, to: 100_050, ..RowsRequest::default() };
    let first = book.page(&report, &request);
    let next = book.page(&report, &RowsRequest { from: 100_025, to: 100_075, ..request.clone() });
    assert_eq!((first.from, first.rows.len()), (100_000, 50));
    assert_eq!(first.rows[25..], next.rows[..25], "ranges of one order");
    let red = book.page(&report, &RowsRequest { filter: "app=red".to_owned(), ..request.clone() });
    assert_eq!((red.total, red.rows.len()), (50_000, 0), "beyond the end there is nothing");
    assert!(book.page(&report, &RowsRequest { from: 0, to: u32::MAX, ..request }).rows.len() <= 400);
    assert_eq!(worst.rows[0].part, PartId::Pod(ObjectRef::pod(Some("load"), "web-077777")));
}
