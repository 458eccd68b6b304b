//! What is told about each part of the lesson's cluster, and of every part of it that is left when an output is missing.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]

mod support {
    pub mod prose;
    pub mod seed;
}

use support::prose;
use support::seed::{SEED, report};

use porthole::explain::explanation::Explanation;
use porthole::explain::explanation::Verdict::{Good, Notable, Plain};
use porthole::explain::panel::explain;
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::{PartId, Section};
use porthole::report::Report;

/// The parts that a picture of the report could hold.
fn parts(report: &Report) -> Vec<PartId> {
    let mut parts = vec![PartId::Kubectl, PartId::Endpoint, PartId::Quorum, PartId::NotShown];
    for pod in report.cluster.pods.values() {
        parts.push(PartId::Pod(pod.id.clone()));
        if let Some(it) = &pod.component {
            parts.push(PartId::Product(it.product.clone()));
        }
    }
    for section in [Section::ControlPlane, Section::EveryNode, Section::Workloads, Section::ClusterServices] {
        parts.push(PartId::Section { of: String::new(), section });
    }
    for node in report.cluster.nodes.keys() {
        parts.push(PartId::Node(node.clone()));
        parts.push(PartId::Section { of: format!("{node}+"), section: Section::ControlPlane });
        for product in
            ["kubelet", "etcd", "kube-apiserver", "kube-proxy", "calico", "cadvisor", "cloud-controller-manager", "no-such-thing"]
        {
            parts.push(PartId::Component { product: product.to_owned(), node: node.clone() });
        }
    }
    parts.push(PartId::Pod(ObjectRef::pod(Some("nowhere"), "nobody")));
    parts
}

fn told(report: &Report, part: &PartId) -> Explanation {
    explain(report, part)
}

fn english(explanation: &Explanation) -> String {
    explanation.state.iter().chain(&explanation.what_if).map(|it| it.en.as_str()).collect::<Vec<_>>().join("\n")
}

fn on(product: &str, node: &str) -> PartId {
    PartId::Component { product: product.to_owned(), node: node.to_owned() }
}

fn broken_node(report: &Report) -> String {
    let broken = report.cluster.pods.values().find(|it| it.status.as_ref().is_some_and(|it| it.value == "CrashLoopBackOff"));
    broken.map(|it| it.id.name.trim_start_matches("kube-apiserver-").to_owned()).expect("the lesson has one")
}

#[test]
fn every_part_of_every_cut_is_told_in_both_languages() {
    let mut cuts: Vec<Vec<&str>> = vec![SEED.to_vec(), Vec::new()];
    for left_out in SEED {
        cuts.push(SEED.into_iter().filter(|it| *it != left_out).collect());
        cuts.push(vec![left_out]);
    }
    for cut in cuts {
        let report = report(&cut);
        for part in parts(&report) {
            let it = told(&report, &part);
            let what = format!("{part:?} of {cut:?}");
            assert!(!it.title.en.is_empty() && !it.title.zh.is_empty() && !it.subtitle.en.is_empty(), "{what}");
            for sentence in it.state.iter().chain(&it.what_if) {
                // What the user's own text says is quoted as it is; our words around it are held to the rules.
                if !sentence.en.starts_with("A warning") {
                    prose::check_sentences(&what, &sentence.en, &sentence.zh);
                }
            }
            for step in &it.next {
                prose::check(&what, &step.purpose.en, &step.purpose.zh);
                assert!(step.safe, "{what}: {}", step.command);
            }
            assert!(it.evidence.len() <= 12, "{what}");
            assert!(it.findings.iter().all(|index| *index < report.diagnosis.findings.len()), "{what}");
        }
    }
}

#[test]
fn the_ghost_of_etcd() {
    let report = report(&SEED);
    let node = broken_node(&report);
    let it = told(&report, &on("etcd", &node));
    let text = english(&it);
    assert_eq!(it.title.en, format!("etcd on {node}"));
    assert_eq!(it.subtitle.en, "expected, absent · stacked control plane");
    assert_eq!(it.article.map(|it| it.id), Some("etcd"));
    assert!(text.contains("3 control-plane nodes should carry 3 Pods of etcd; the list shows 2"), "{text}");
    assert!(text.contains("likely cause"), "{text}");
    assert_eq!(it.what_if.len(), 3, "now, one more lost, all back");
    assert!(it.what_if.iter().any(|it| it.en.contains("One more lost: 1 of 3 members: no leader, no writes")), "{text}");
    assert!(!it.findings.is_empty() && !it.evidence.is_empty() && !it.next.is_empty());
}

#[test]
fn without_the_list_nothing_is_a_ghost() {
    let report = report(&["get-nodes-wide", "cluster-info", "describe-pod-kube-apiserver"]);
    for node in report.cluster.nodes.keys() {
        let it = told(&report, &on("etcd", node));
        assert_eq!(it.subtitle.en, "not shown", "{node}");
        assert!(it.what_if.is_empty(), "{node}");
    }
}

#[test]
fn the_described_api_server_has_its_flags_explained() {
    let report = report(&SEED);
    let described = report.cluster.pods.values().find(|it| it.containers.iter().any(|it| it.command.len() > 1)).expect("one is described");
    let it = told(&report, &PartId::Pod(described.id.clone()));
    assert!(it.flags.len() > 35, "{}", it.flags.len());
    assert!(it.flags.is_sorted_by_key(|flag| flag.verdict));
    let text = english(&it);
    assert!(text.contains("2 of 3 API servers"), "{text}");
    assert!(text.contains("A warning 10 min ago: `Unhealthy`"), "{text}");
}

#[test]
fn the_failing_api_server_is_older_than_it_looks() {
    let report = report(&SEED);
    let id = ObjectRef::pod(Some("kube-system"), format!("kube-apiserver-{}", broken_node(&report)));
    let text = english(&told(&report, &PartId::Pod(id)));
    assert!(text.contains("65,301 times, the last time 2 min ago"), "{text}");
    assert!(text.contains("failing for longer than this age"), "{text}");
    assert!(text.contains("there is none: it has nothing to connect to"), "{text}");
}

#[test]
fn calico_is_inferred_and_not_shown() {
    let report = report(&SEED);
    let it = told(&report, &on("calico", &broken_node(&report)));
    assert_eq!(it.subtitle.en, "inferred · in a namespace that was not pasted");
    assert!(english(&it).contains("inferred from tigera-operator"), "{}", english(&it));
    assert_eq!(it.next.first().map(|it| it.command.as_str()), Some("kubectl get pods -n calico-system -o wide"));
}

#[test]
fn a_ready_node_says_nothing_about_its_api_server() {
    let report = report(&SEED);
    let node = broken_node(&report);
    for part in [on("kubelet", &node), PartId::Node(node.clone())] {
        let text = english(&told(&report, &part));
        assert!(text.contains("`Ready` says nothing about the API server Pod"), "{part:?}: {text}");
    }
    let well = report.cluster.nodes.keys().find(|it| **it != node).expect("there are three");
    assert!(!english(&told(&report, &on("kubelet", well))).contains("says nothing"));
}

#[test]
fn why_kubectl_still_works() {
    let report = report(&SEED);
    for part in [PartId::Kubectl, PartId::Endpoint] {
        let text = english(&told(&report, &part));
        assert!(text.contains("2 of 3 answer"), "{part:?}: {text}");
    }
    assert!(english(&told(&report, &PartId::Endpoint)).contains("Its port is 8443, while the API server listens on 6443"));
}

#[test]
fn what_was_placed_by_counting_is_said_to_be() {
    let report = report(&SEED);
    let it = told(&report, &on("kube-proxy", &broken_node(&report)));
    assert!(it.subtitle.en.starts_with("placed by counting"), "{}", it.subtitle.en);
    assert!(english(&it).contains("by counting"));
}

/// What one text yields.
fn report_of(text: &str) -> Report {
    let mut session = porthole::session::Session::default();
    session.add("paste", text.as_bytes().to_vec());
    session.analyze()
}

#[test]
fn an_object_of_another_kind() {
    let report = report_of(
        "$ kubectl describe deployment web -n shop\nName:                   web\nNamespace:              shop\nSelector:               app=web\n\
         Replicas:               3 desired | 3 updated | 3 total | 0 available | 3 unavailable\nStrategyType:           RollingUpdate\n\
         Conditions:\n  Type           Status  Reason\n  ----           ------  ------\n  Available      False   MinimumReplicasUnavailable\n  \
         Progressing    False   ProgressDeadlineExceeded\nEvents:          <none>\n\n$ kubectl get pvc -n shop\n\
         NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE\ndata   Bound     pv-1     8Gi        RWO            fast           3d\n",
    );
    let told = |kind: &str, name: &str| told(&report, &PartId::Pod(ObjectRef::namespaced(porthole::kind::Kind::parse(kind), "shop", name)));
    let it = told("deployment", "web");
    let text = english(&it);
    assert_eq!((it.title.en.as_str(), it.subtitle.en.as_str()), ("web", "Deployment · shop"));
    assert!(text.contains("Keeps a number of equal Pods running"), "{text}");
    assert!(text.contains("`Progressing` is False (ProgressDeadlineExceeded). The rollout has not moved"), "{text}");
    assert!(text.contains("Replicas `3 desired"), "{text}");
    assert!(it.evidence.len() > 3, "{:?}", it.evidence);
    assert!(it.next.iter().any(|it| it.command == "kubectl describe deployment web -n shop"), "{:?}", it.next);
    let text = english(&told("pvc", "data"));
    assert!(text.contains("STATUS `Bound`") && text.contains("`Bound`: Claim and volume"), "{text}");
    let it = told("service", "gone");
    assert_eq!(it.subtitle.en, "not in this text");
    assert!(english(&it).contains("A stable address"), "{}", english(&it));
}

#[test]
fn the_kubelet_s_configuration_is_explained() {
    let report = report_of(
        "$ kubectl get cm -n kube-system kubelet-config -o yaml\napiVersion: v1\ndata:\n  kubelet: |\n    \
         apiVersion: kubelet.config.k8s.io/v1beta1\n    authentication:\n      anonymous:\n        enabled: true\n    \
         cgroupDriver: systemd\n    clusterDNS:\n    - 10.96.0.10\n    maxPods: 250\n    syncFrequency: 0s\n\
         kind: ConfigMap\nmetadata:\n  name: kubelet-config\n  namespace: kube-system\n",
    );
    let map = ObjectRef::namespaced(porthole::kind::Kind::ConfigMap, "kube-system", "kubelet-config");
    for part in [PartId::Pod(map), on("kubelet", "a")] {
        let flags = told(&report, &part).flags;
        let told: Vec<_> = flags.iter().map(|it| (it.flag.as_str(), it.value.as_str(), it.verdict)).collect();
        assert_eq!(
            told,
            [
                ("authentication.anonymous.enabled", "true", Notable),
                ("maxPods", "250", Notable),
                ("cgroupDriver", "systemd", Good),
                ("clusterDNS", "10.96.0.10", Plain),
            ]
        );
        assert!(flags.iter().all(|it| it.field && it.evidence.is_some()));
    }
}

#[test]
fn no_line_is_shown_twice() {
    let report = report(&SEED);
    for part in parts(&report) {
        let it = told(&report, &part);
        let lines: Vec<_> = it.evidence.iter().map(|it| (it.span.source, it.span.line)).collect();
        let once: std::collections::BTreeSet<_> = lines.iter().collect();
        assert_eq!(once.len(), lines.len(), "{part:?}");
    }
}
