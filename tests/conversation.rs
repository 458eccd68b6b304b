//! Diagnosis as a conversation: what is pasted next confirms, explains or refutes, and what is set aside hides nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, to stop is to fail")]

use porthole::diagnose::dismissal::Dismissal;
use porthole::diagnose::follow_up::Outcome;
use porthole::ui::worker::desk::{Desk, Wish};

const ETCD_MISSING: &str = "$ kubectl get nodes\n\
    NAME   STATUS   ROLES           AGE   VERSION\n\
    cp-1   Ready    control-plane   90d   v1.33.1\n\
    cp-2   Ready    control-plane   90d   v1.33.1\n\
    cp-3   Ready    control-plane   90d   v1.33.1\n\n\
    $ kubectl get pods -n kube-system\n\
    NAME                  READY   STATUS             RESTARTS       AGE\n\
    etcd-cp-1             1/1     Running            0              90d\n\
    etcd-cp-2             1/1     Running            0              90d\n\
    kube-apiserver-cp-1   1/1     Running            0              90d\n\
    kube-apiserver-cp-2   1/1     Running            0              90d\n\
    kube-apiserver-cp-3   0/1     CrashLoopBackOff   90 (1m ago)    90d\n";

/// The desk after each paste: rules of the incidents' roots, and what became of earlier statements.
struct Sitting {
    desk: Desk,
    texts: Vec<(&'static str, String)>,
}

impl Sitting {
    fn begin(text: &str) -> Self {
        let mut sitting = Self { desk: Desk::default(), texts: vec![("first", text.to_owned())] };
        assert!(sitting.answers().is_empty(), "nothing was said before the first paste");
        sitting
    }

    fn paste(&mut self, name: &'static str, text: &str) -> Vec<(Outcome, String, u32)> {
        self.texts.push((name, text.to_owned()));
        self.answers()
    }

    /// As the page does it: everything again whenever the inputs change. Outcome, what is said now, the deciding source.
    fn answers(&mut self) -> Vec<(Outcome, String, u32)> {
        self.desk.clear();
        for (name, text) in &self.texts {
            self.desk.add(name, Box::new(text.clone().into_bytes()));
        }
        let (brief, _) = self.desk.analyze(Wish::default());
        brief
            .answers
            .iter()
            .map(|it| (it.outcome, it.now.as_ref().map_or_else(String::new, |it| it.en.clone()), it.after.span.source.0))
            .collect()
    }
}

#[test]
fn a_list_that_shows_the_member_refutes_that_it_is_missing() {
    let mut sitting = Sitting::begin(ETCD_MISSING);
    let answers = sitting.paste(
        "second",
        "$ kubectl get pods -n kube-system -l component=etcd\nNAME        READY   STATUS    RESTARTS   AGE\netcd-cp-3   1/1     Running   0          2m\n",
    );
    assert!(answers.iter().any(|(outcome, _, source)| (*outcome, *source) == (Outcome::Refuted, 1)), "{answers:?}");
}

#[test]
fn a_log_names_the_cause_of_a_crash_loop() {
    let mut sitting = Sitting::begin(
        "$ kubectl get pods -n shop\nNAME                   READY   STATUS             RESTARTS      AGE\ncart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m\n",
    );
    let answers = sitting.paste(
        "second",
        "$ kubectl describe pod -n shop cart-5d8f7c6b9-2x4kz\nName:             cart-5d8f7c6b9-2x4kz\nNamespace:        shop\nStatus:           Running\nContainers:\n  cart:\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n    Ready:          False\n    Restart Count:  12\n    Limits:\n      memory:  64Mi\n",
    );
    assert!(
        answers.iter().any(|(outcome, now, source)| *outcome == Outcome::Explained && now.contains("memory") && *source == 1),
        "{answers:?}"
    );
}

#[test]
fn a_node_that_is_ready_again_is_over_not_refuted() {
    let nodes = |status: &str, at: &str| {
        format!(
            "{{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{{\"name\":\"w-1\"}},\"status\":{{\"conditions\":[{{\"type\":\"Ready\",\"status\":\"{status}\",\"reason\":\"KubeletNotReady\",\"lastHeartbeatTime\":\"{at}\",\"lastTransitionTime\":\"{at}\"}}]}}}}\n"
        )
    };
    let mut sitting = Sitting::begin(&nodes("False", "2026-11-20T10:00:00Z"));
    let answers = sitting.paste("second", &nodes("True", "2026-11-20T11:00:00Z"));
    assert_eq!(answers.iter().map(|(outcome, _, source)| (*outcome, *source)).collect::<Vec<_>>(), [(Outcome::Over, 1)]);
}

#[test]
fn what_has_nothing_to_do_with_it_answers_nothing_and_what_is_taken_away_unsays_it() {
    let mut sitting = Sitting::begin(ETCD_MISSING);
    assert_eq!(sitting.paste("second", "$ kubectl get ns\nNAME      STATUS   AGE\ndefault   Active   90d\n"), []);
    let said = sitting.paste(
        "third",
        "$ kubectl get pods -n kube-system -l component=etcd\nNAME        READY   STATUS    RESTARTS   AGE\netcd-cp-3   1/1     Running   0          2m\n",
    );
    assert!(!said.is_empty());
    sitting.texts.remove(0);
    assert_eq!(sitting.answers(), []);
}

#[test]
fn what_is_set_aside_is_listed_with_its_reason_and_marks_nothing() {
    let mut desk = Desk::default();
    desk.add("first", Box::new(ETCD_MISSING.as_bytes().to_vec()));
    let roots = |desk: &mut Desk, dismissals: Vec<Dismissal>| {
        let (brief, _) = desk.analyze(Wish { dismissals, ..Wish::default() });
        let diagnosis = brief.diagnosis.into_owned();
        let roots: Vec<String> = diagnosis.incidents.iter().map(|it| diagnosis.findings[it.root].rule.clone()).collect();
        (roots, diagnosis.dismissed)
    };
    let (before, dismissed) = roots(&mut desk, Vec::new());
    assert_eq!((before.first().map(String::as_str), dismissed.len()), (Some("etcd-member-missing"), 0));
    let by = Dismissal { rule: "etcd-member-missing".to_owned(), subject: None, reason: "runs elsewhere".to_owned() };
    let (after, dismissed) = roots(&mut desk, vec![by.clone()]);
    assert!(!after.is_empty() && after.iter().all(|it| it != "etcd-member-missing"), "{after:?}: what followed from it stands by itself");
    assert_eq!(dismissed.iter().map(|it| &it.by).collect::<Vec<_>>(), [&by]);
    assert_eq!(roots(&mut desk, Vec::new()).0, before, "taken back");
}
