//! The homework over the lesson's cluster and over another one.
#![expect(clippy::expect_used, reason = "a test that cannot go on shall fail")]

mod support {
    pub mod prose;
    pub mod seed;
}

use support::prose;
use support::seed::{SEED, report};

use std::collections::BTreeSet;

use porthole::explain::lesson::lesson;
use porthole::explain::lesson::question::Question;
use porthole::session::Session;

fn pasted(texts: &[&str]) -> Vec<Question> {
    let mut session = Session::default();
    for text in texts {
        session.add("paste", text.as_bytes().to_vec());
    }
    lesson(&session.analyze())
}

fn right(questions: &[Question], id: &str) -> Option<String> {
    let it = questions.iter().find(|it| it.id == id)?;
    it.choices.get(it.correct).map(|choice| choice.en.clone())
}

#[test]
fn the_homework_of_the_course() {
    let questions = lesson(&report(&SEED));
    for (id, answer) in [
        ("node-roles", "3 control plane, 0 workers"),
        ("which-cni", "Calico"),
        ("api-server-ha", "By design yes, but weakened: 1 of 3 are down"),
        ("why-kubectl-answers", "Another API server answers behind the same address"),
        ("what-ready-proves", "Its kubelet's heartbeat reaches some API server"),
        ("quorum-spare", "None: the next loss stops all writes"),
        ("not-in-the-list", "Nothing yet: other namespaces were not asked for"),
        ("kube-proxy-count", "Yes: 3 Pods for 3 nodes"),
    ] {
        assert_eq!(right(&questions, id).as_deref(), Some(answer), "{id}");
    }
}

#[test]
fn the_controller_manager_is_not_what_is_broken() {
    let questions = lesson(&report(&SEED));
    let it = questions.iter().find(|it| it.id == "what-is-broken").expect("one control-plane pod is not ready");
    assert!(right(&questions, "what-is-broken").is_some_and(|it| it.starts_with("kube-apiserver-")));
    assert!(
        it.choices.iter().any(|choice| choice.en.starts_with("kube-controller-manager-")),
        "the learner's mistake is among the choices"
    );
    assert!(it.because.en.contains("kube-controller-manager-") && it.because.en.contains("1229"), "{}", it.because.en);
}

#[test]
fn a_question_is_set_only_where_the_text_answers_it() {
    assert_eq!(lesson(&report(&[])), []);
    let only_nodes: Vec<String> = lesson(&report(&["get-nodes-wide"])).into_iter().map(|it| it.id).collect();
    assert_eq!(only_nodes, ["node-roles"]);
    let only_pods: BTreeSet<String> = lesson(&report(&["get-pods-kube-system"])).into_iter().map(|it| it.id).collect();
    assert!(!only_pods.contains("node-roles") && !only_pods.contains("kube-proxy-count"), "{only_pods:?}");
    assert_eq!(lesson(&report(&["describe-pod-kube-apiserver"])), []);
}

#[test]
fn another_cluster_has_other_answers() {
    let nodes = "$ kubectl get nodes\nNAME   STATUS   ROLES           AGE   VERSION\ncp-1   Ready    control-plane   10d   v1.34.1\nw-1    Ready    <none>          10d   v1.34.1\nw-2    Ready    <none>          10d   v1.34.1\n";
    let pods = "$ kubectl get pods -A\nNAMESPACE      NAME                            READY   STATUS    RESTARTS   AGE\nkube-flannel   kube-flannel-ds-4qkzx           1/1     Running   0          10d\nkube-flannel   kube-flannel-ds-9rtwm           1/1     Running   0          10d\nkube-flannel   kube-flannel-ds-zl5bn           1/1     Running   0          10d\nkube-system    etcd-cp-1                       1/1     Running   0          10d\nkube-system    kube-apiserver-cp-1             1/1     Running   0          10d\nkube-system    kube-controller-manager-cp-1    1/1     Running   0          10d\nkube-system    kube-proxy-6nkbl                1/1     Running   0          10d\nkube-system    kube-proxy-j872x                1/1     Running   0          10d\nkube-system    kube-scheduler-cp-1             1/1     Running   0          10d\n";
    let questions = pasted(&[nodes, pods]);
    assert_eq!(right(&questions, "node-roles").as_deref(), Some("1 control plane, 2 workers"));
    assert_eq!(right(&questions, "which-cni").as_deref(), Some("Flannel"));
    assert_eq!(right(&questions, "api-server-ha").as_deref(), Some("No: there is only one"));
    assert_eq!(right(&questions, "kube-proxy-count").as_deref(), Some("No: 2 Pods for 3 nodes"));
    assert_eq!(right(&questions, "quorum-spare").as_deref(), Some("None: the next loss stops all writes"));
    for id in ["what-is-broken", "why-kubectl-answers", "what-ready-proves", "not-in-the-list"] {
        assert_eq!(right(&questions, id), None, "{id}");
    }
}

#[test]
fn questions_are_whole_in_both_languages() {
    let questions = lesson(&report(&SEED));
    let ids: BTreeSet<&str> = questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), questions.len());
    let places: BTreeSet<usize> = questions.iter().map(|it| it.correct).collect();
    assert!(places.len() > 1, "the right one is not always in the same place");
    for it in &questions {
        prose::check_sentences(&it.id, &it.ask.en, &it.ask.zh);
        prose::check_sentences(&it.id, &it.because.en, &it.because.zh);
        assert!(it.choices.len() >= 2 && it.correct < it.choices.len() && it.is_right(it.correct), "{}", it.id);
        let distinct: BTreeSet<&str> = it.choices.iter().map(|choice| choice.zh.as_str()).collect();
        assert_eq!(distinct.len(), it.choices.len(), "{}", it.id);
        assert!(!it.evidence.is_empty(), "{}", it.id);
    }
    assert_eq!(questions, lesson(&report(&SEED)));
}
