//! What follows from what: small inputs and the chains that they must give, cause first.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, to stop is to fail")]

use porthole::diagnose::diagnosis::Diagnosis;
use porthole::session::Session;

fn diagnosis(text: &str) -> Diagnosis {
    let mut session = Session::default();
    session.add("paste", text.as_bytes().to_vec());
    session.analyze().diagnosis
}

/// Each incident as `root > effect < its cause, …` with rule and object.
fn chains(text: &str) -> Vec<String> {
    let diagnosis = diagnosis(text);
    let name = |at: usize| format!("{} {}", diagnosis.findings[at].rule, diagnosis.findings[at].subject.name);
    let chain = |it: &porthole::diagnose::incident::Incident| {
        let effects =
            it.effects.iter().map(|effect| format!(" > {} (from {})", name(effect.finding), diagnosis.findings[effect.cause].rule));
        std::iter::once(name(it.root)).chain(effects).collect::<String>()
    };
    diagnosis.incidents.iter().map(chain).collect()
}

#[test]
fn a_network_agent_that_fails_explains_its_own_node_and_no_other() {
    let text = "$ kubectl get nodes\n\
        NAME   STATUS     ROLES    AGE   VERSION\n\
        w-1    NotReady   <none>   90d   v1.36.1\n\
        w-2    NotReady   <none>   90d   v1.36.1\n\n\
        $ kubectl get pods -n kube-system -o wide\n\
        NAME                READY   STATUS             RESTARTS       AGE   IP         NODE   NOMINATED NODE   READINESS GATES\n\
        calico-node-7k2lp   0/1     CrashLoopBackOff   44 (3m ago)    40d   10.0.0.1   w-1    <none>           <none>\n";
    assert_eq!(
        chains(text),
        ["node-cni-not-initialised w-1 > crashloop calico-node-7k2lp (from node-cni-not-initialised)", "node-not-ready w-2"]
    );
}

#[test]
fn a_dead_node_explains_the_quorum_that_its_member_leaves_thin() {
    let row = |product: &str, node: &str| format!("{:33}1/1     Running   0          90d\n", format!("{product}-{node}"));
    let pods: String = ["cp-1", "cp-2", "cp-3"].iter().map(|node| row("etcd", node) + &row("kube-apiserver", node)).collect();
    let text = format!(
        "$ kubectl get nodes\nNAME   STATUS     ROLES           AGE   VERSION\ncp-1   Ready      control-plane   90d   v1.36.1\ncp-2   Ready      control-plane   90d   v1.36.1\ncp-3   NotReady   control-plane   90d   v1.36.1\n\n$ kubectl get pods -n kube-system\n{:33}READY   STATUS    RESTARTS   AGE\n{pods}",
        "NAME"
    );
    assert_eq!(chains(&text), ["node-not-ready cp-3 > etcd-quorum-at-risk cluster (from node-not-ready)"]);
}

#[test]
fn unrelated_faults_stay_apart() {
    let text = "$ kubectl get pods -n shop\n\
        NAME                   READY   STATUS             RESTARTS      AGE\n\
        cart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m\n\
        web-7d4b9c6f5d-2x4kz   0/1     ImagePullBackOff   0             9m\n";
    assert_eq!(chains(text), ["crashloop cart-5d8f7c6b9-2x4kz", "image-pull web-7d4b9c6f5d-2x4kz"]);
}

/// Each file of `tests/incidents`: the incidents that it must give, a line of dashes, the paste.
#[test]
fn each_paste_gives_its_incidents() {
    let mut wrong = String::new();
    let mut names: Vec<_> = std::fs::read_dir("tests/incidents").unwrap().map(|it| it.unwrap().path()).collect();
    names.sort();
    assert!(names.len() > 20, "few cases: {}", names.len());
    for path in names {
        let text = std::fs::read_to_string(&path).unwrap();
        let (wanted, paste) = text.split_once("\n-----\n").unwrap();
        let found = chains(paste).join("\n");
        if found != wanted {
            wrong += &format!("{}:\n{found}\n\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn findings_by_object_are_those_about_it() {
    for path in std::fs::read_dir("tests/incidents").unwrap() {
        let diagnosis = diagnosis(&std::fs::read_to_string(path.unwrap().path()).unwrap());
        let by_object = diagnosis.by_object();
        for object in diagnosis.findings.iter().flat_map(|it| it.objects()) {
            let about: Vec<_> = diagnosis.about(object).map(|(_, it)| it).collect();
            assert_eq!(by_object.about(object).collect::<Vec<_>>(), about, "{object:?}");
            assert_eq!(by_object.severity_of(object), about.iter().map(|it| it.severity).max());
        }
        assert_eq!(by_object.severity_of(&porthole::model::object_ref::ObjectRef::node("nobody")), None);
    }
}
