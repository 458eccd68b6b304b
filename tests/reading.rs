//! Every format as kubectl prints it: what each block of the recorded outputs is taken for, and what the cluster is afterwards.
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

mod support;

use porthole::report::Report;
use porthole::session::Session;
use support::{blocks, corpus, session};

fn read(text: &str) -> Report {
    let mut session = Session::default();
    session.add("paste", text.as_bytes().to_vec());
    session.analyze()
}

/// Objects by kind, and pods by STATUS, as far as the text shows them.
fn counts(report: &Report) -> String {
    let cluster = &report.cluster;
    let mut kinds = std::collections::BTreeMap::new();
    *kinds.entry("Node").or_insert(0) += cluster.nodes.len();
    *kinds.entry("Pod").or_insert(0) += cluster.pods.len();
    for id in cluster.others.keys() {
        *kinds.entry(id.kind.name()).or_insert(0) += 1;
    }
    let mut status = std::collections::BTreeMap::new();
    for pod in cluster.pods.values() {
        *status.entry(pod.status.as_ref().map_or("?", |it| it.value.as_str())).or_insert(0) += 1;
    }
    format!("{kinds:?}\npods {status:?}\nevents {}\n", cluster.events.len())
}

#[test]
fn outputs_of_a_healthy_cluster() {
    let report = session(&corpus("real/01-healthy-kubeadm-calico")).analyze();
    insta::assert_snapshot!(format!("{}{}", blocks(&report), counts(&report)));
}

#[test]
fn descriptions_of_many_kinds() {
    let report = session(&corpus("real/12-rollout-pdb-quota-hpa")).analyze();
    insta::assert_snapshot!(format!("{}{}", blocks(&report), counts(&report)));
}

#[test]
fn what_kubectl_says_instead_of_output() {
    let report =
        session(&corpus("real/25-client-errors").into_iter().filter(|(name, _)| name.ends_with(".txt")).collect::<Vec<_>>()).analyze();
    insta::assert_snapshot!(blocks(&report));
}

/// One cluster as tables, JSON, YAML, a dump's folder and its stream: the same nodes and pods, with the same states.
#[test]
fn one_cluster_in_every_form() {
    let all = corpus("real/14-k3s-single");
    let form = |part: &str| {
        let files: Vec<_> = all.iter().filter(|(name, _)| name.contains(part)).cloned().collect();
        assert!(!files.is_empty(), "{part}");
        session(&files).analyze()
    };
    let of = |report: &Report| -> Vec<(String, String, String, u64)> {
        let pods = report.cluster.pods.values();
        pods.map(|pod| {
            let ready = pod.ready.as_ref().map(|it| format!("{}/{}", it.value.ready, it.value.total)).unwrap_or_default();
            let status = pod.status.as_ref().map(|it| it.value.clone()).unwrap_or_default();
            (pod.id.to_string(), ready, status, pod.restarts.as_ref().map_or(0, |it| it.value.count))
        })
        .collect()
    };
    let table = of(&form("pods_A.txt"));
    assert_eq!(table.len(), 8);
    for part in ["pods_A.json", "14-k3s-single/dump/", "dump.txt", "describe_pods_A.txt"] {
        assert_eq!(of(&form(part)), table, "{part}");
    }
    let nodes = |report: &Report| {
        report
            .cluster
            .nodes
            .values()
            .map(|it| (it.id.name.clone(), it.status.clone().map(|it| it.value), it.version.clone().map(|it| it.value)))
            .collect::<Vec<_>>()
    };
    let yaml = nodes(&form("nodes.yaml"));
    assert_eq!(yaml.len(), 1);
    for part in ["14-k3s-single/dump/", "dump.txt", "describe_nodes_A.txt", "describe_nodes.txt"] {
        if all.iter().any(|(name, _)| name.contains(part)) {
            assert_eq!(nodes(&form(part)), yaml, "{part}");
        }
    }
}

#[test]
fn two_clusters_are_kept_apart_whatever_their_order() {
    let nodes = |names: [&str; 3]| {
        let rows: String = names.iter().map(|name| format!("{name:<10}   Ready    <none>   9d    v1.33.1\n")).collect();
        format!("NAME         STATUS   ROLES    AGE   VERSION\n{rows}")
    };
    let pods = |node: &str, pod: &str| {
        format!(
            "NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE   IP         NODE       NOMINATED NODE   READINESS GATES\nshop        {pod}   1/1     Running   0          9d    10.0.0.1   {node:<8}   <none>           <none>\n"
        )
    };
    let (east, west) = (nodes(["east-1", "east-2", "east-3"]), nodes(["west-1", "west-2", "west-3"]));
    for text in [
        format!("{east}\n{}\n{west}\n{}", pods("east-1", "web-1"), pods("west-2", "api-1")),
        format!("{west}\n{}\n{east}\n{}", pods("west-2", "api-1"), pods("east-1", "web-1")),
    ] {
        let report = read(&text);
        assert_eq!(report.others.len(), 1);
        for cluster in [&report.cluster, &report.others[0].0] {
            assert_eq!((cluster.nodes.len(), cluster.pods.len()), (3, 1));
            let side = cluster.nodes.keys().next().unwrap().split('-').next().unwrap();
            assert!(cluster.pods.values().all(|pod| pod.node.as_ref().unwrap().value.starts_with(side)));
        }
    }
    // One cluster in two pastes stays one: the second list has a node that the first has.
    let again = read(&format!("{east}\n{}", nodes(["east-1", "east-2", "east-4"])));
    assert!(again.others.is_empty() && again.cluster.nodes.len() == 4);
}

#[test]
fn the_newer_observation_wins_and_the_change_is_kept() {
    let table = |status: &str, restarts: u32, age: &str| {
        format!(
            "$ kubectl get pods -n shop\nNAME    READY   STATUS             RESTARTS   AGE\nweb-1   0/1     {status:<19}{restarts:<11}{age}\n"
        )
    };
    let (older, newer) = (table("Running", 1, "5m"), table("CrashLoopBackOff", 7, "27m"));
    for (name, inputs) in
        [("one text", vec![format!("{older}{newer}")]), ("two", vec![older.clone(), newer.clone()]), ("turned round", vec![newer, older])]
    {
        let inputs: Vec<_> = inputs.into_iter().enumerate().map(|(at, text)| (format!("{at}"), text.into_bytes())).collect();
        let report = session(&inputs).analyze();
        let pod = report.cluster.pods.values().next().unwrap();
        assert_eq!(pod.status.as_ref().unwrap().value, "CrashLoopBackOff", "{name}");
        let change = report.cluster.changes.iter().find(|it| it.field == "STATUS").expect("a change");
        assert_eq!((change.from.value.as_str(), change.to.value.as_str()), ("Running", "CrashLoopBackOff"), "{name}");
        assert_ne!(change.from.span, change.to.span);
    }
}

#[test]
fn secrets_are_never_kept() {
    let text = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  namespace: shop\ndata:\n  password: aHVudGVyMg==\nstringData:\n  other: hunter2\ntype: Opaque\n";
    let json = r#"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","namespace":"shop"},"data":{"password":"aHVudGVyMg=="},"type":"Opaque"}"#;
    for text in [text, json] {
        let report = read(text);
        let secret = report.cluster.others.values().next().expect("the secret");
        assert!(secret.fields.keys().any(|key| key == "data.password"), "that there is one is known");
        assert!(!format!("{:?}", report.cluster).contains("hunter2") && !format!("{:?}", report.cluster).contains("aHVudGVy"));
    }
}
