//! Reports built by hand.

use porthole::diagnose::finding::{Confidence, Finding, Proof, Severity};
use porthole::kind::Kind;
use porthole::model::cluster::{Endpoint, Inference};
use porthole::model::component::{Certainty, Placement, Recognised, Role};
use porthole::model::node::Node;
use porthole::model::object_ref::ObjectRef;
use porthole::model::pod::{Container, Pod, Ratio, Restarts};
use porthole::model::scope::{Listing, Reach};
use porthole::model::topology::{ControlPlaneNode, EtcdLayout, Presence, Quorum, Topology};
use porthole::report::Report;
use porthole::span::{Seen, Span};
use porthole::text::Phrase;

fn seen<T>(value: T) -> Seen<T> {
    Seen::new(value, Span::default())
}

fn node(report: &mut Report, name: &str, ip: &str, role: Option<&str>) {
    let mut node = Node::new(name);
    node.status = Some(seen("Ready".to_owned()));
    node.roles = role.map(str::to_owned).into_iter().collect();
    node.version = Some(seen("v1.25.16-12+abc".to_owned()));
    node.internal_ip = Some(seen(ip.to_owned()));
    report.cluster.nodes.insert(name.to_owned(), node);
}

fn pod(report: &mut Report, name: &str, what: Option<(&str, Role, Placement)>, restarts: u64) -> ObjectRef {
    let id = ObjectRef::pod(Some("kube-system"), name);
    let mut pod = Pod::new(id.clone());
    pod.component = what.map(|(product, role, placement)| Recognised {
        product: product.to_owned(),
        role,
        placement,
        certainty: Certainty::Likely,
        sign: Phrase::same("name"),
    });
    pod.ready = Some(seen(Ratio { ready: 1, total: 1 }));
    pod.status = Some(seen("Running".to_owned()));
    pod.restarts = Some(seen(Restarts { count: restarts, last_ago_secs: None }));
    report.cluster.pods.insert(id.clone(), pod);
    id
}

fn list(report: &mut Report, kind: Kind, reach: Reach) {
    report.cluster.scope.listings.push(Listing { kind, reach, complete: true, command_seen: true, objects: 0, span: Span::default() });
}

fn member(report: &mut Report, name: &str, restarts: u64) {
    let mut of = |product: &str, role: Role| {
        Presence::Seen(pod(report, &format!("{product}-{name}"), Some((product, role, Placement::Static)), restarts))
    };
    let member = ControlPlaneNode {
        node: name.to_owned(),
        api_server: of("kube-apiserver", Role::ApiServer),
        etcd: of("etcd", Role::Etcd),
        controller_manager: of("kube-controller-manager", Role::ControllerManager),
        scheduler: of("kube-scheduler", Role::Scheduler),
    };
    report.cluster.topology.control_plane.push(member);
}

fn endpoint(report: &mut Report) {
    let (what, host) = ("Kubernetes control plane".to_owned(), "api.example.internal".to_owned());
    report.cluster.endpoints = vec![seen(Endpoint { what, url: format!("https://{host}:8443"), host, port: Some(8443) })];
}

/// Three converged control planes; etcd is missing on the third, and its API server fails.
pub fn lesson() -> Report {
    let mut report = Report::default();
    endpoint(&mut report);
    for (i, restarts) in [(1, 1202), (2, 1229), (3, 353)] {
        let name = format!("cp-{i}");
        node(&mut report, &name, &format!("10.0.0.1{i}"), Some("control-plane"));
        member(&mut report, &name, restarts);
    }
    let expected = ObjectRef::pod(Some("kube-system"), "etcd-cp-3");
    report.cluster.pods.remove(&expected);
    report.cluster.topology.control_plane[2].etcd = Presence::Absent { expected: expected.clone(), list: Span::default() };
    report.cluster.topology.etcd = EtcdLayout::Stacked;
    report.cluster.topology.quorum = Some(Quorum::of(3, 2));
    let broken = ObjectRef::pod(Some("kube-system"), "kube-apiserver-cp-3");
    if let Some(pod) = report.cluster.pods.get_mut(&broken) {
        pod.ready = Some(seen(Ratio { ready: 0, total: 1 }));
        pod.status = Some(seen("CrashLoopBackOff".to_owned()));
        pod.restarts = Some(seen(Restarts { count: 65_301, last_ago_secs: Some(118) }));
    }
    let described = ObjectRef::pod(Some("kube-system"), "kube-apiserver-cp-1");
    if let Some(pod) = report.cluster.pods.get_mut(&described) {
        let command = vec![seen("kube-apiserver".to_owned()), seen("--etcd-servers=https://127.0.0.1:2379".to_owned())];
        pod.containers.push(Container { name: "kube-apiserver".to_owned(), command, ..Container::default() });
    }
    for suffix in ["6nkbl", "j872x", "qwrxf"] {
        pod(&mut report, &format!("kube-proxy-{suffix}"), Some(("kube-proxy", Role::KubeProxy, Placement::PerNode)), 6);
        pod(&mut report, &format!("cadvisor-{suffix}"), Some(("cadvisor", Role::Monitoring, Placement::PerNode)), 0);
        pod(&mut report, &format!("open-local-agent-{suffix}"), Some(("open-local-agent", Role::Storage, Placement::PerNode)), 45);
    }
    for suffix in ["6n4mq", "fw6bp"] {
        pod(&mut report, &format!("coredns-558698fb9f-{suffix}"), Some(("coredns", Role::Dns, Placement::Replicas)), 0);
    }
    pod(&mut report, "metrics-server-7759b56654-blhq2", Some(("metrics-server", Role::Metrics, Placement::Replicas)), 0);
    pod(&mut report, "tigera-operator-6bbdd8d949-z4lll", Some(("tigera-operator", Role::CniController, Placement::Replicas)), 1392);
    pod(&mut report, "shop-6d4f6ff9d7-pxdqd", None, 0);
    report.cluster.cni = Some(Inference {
        value: "calico".to_owned(),
        certainty: Certainty::Inferred,
        sign: Phrase::same("tigera-operator"),
        evidence: vec![Span::default()],
    });
    list(&mut report, Kind::Node, Reach::All);
    list(&mut report, Kind::Pod, Reach::Namespace("kube-system".to_owned()));
    let finding = |subject: &ObjectRef| Finding {
        rule: "example".to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: subject.clone(),
        also: Vec::new(),
        title: Phrase::default(),
        why: Phrase::default(),
        fix: Phrase::default(),
        next: Vec::new(),
        evidence: Proof::new(Span::default(), Phrase::default()),
    };
    report.diagnosis.findings = vec![finding(&broken), finding(&expected)];
    report
}

/// A healthy cluster listed over all namespaces and wide: so many control planes and workers, 20 pods on each node.
pub fn cluster(members: usize, workers: usize) -> Report {
    let mut report = Report::default();
    endpoint(&mut report);
    for i in 0..members + workers {
        let (name, decides) = (format!("node-{i:03}.some-long-domain.example.internal"), i < members);
        node(&mut report, &name, &format!("10.0.{}.{}", i / 250, i % 250), decides.then_some("control-plane"));
        if decides {
            member(&mut report, &name, 3);
        }
        for (product, role) in [("kube-proxy", Role::KubeProxy), ("calico-node", Role::Cni), ("node-exporter", Role::Monitoring)] {
            let id = pod(&mut report, &format!("{product}-{i:03}xx"), Some((product, role, Placement::PerNode)), 1);
            on(&mut report, &id, &name);
        }
        for k in 0..17 {
            let id = pod(&mut report, &format!("payments-service-{k}-7759b56654-{i:03}zz"), None, 0);
            on(&mut report, &id, &name);
        }
    }
    let count = u32::try_from(members).unwrap();
    report.cluster.topology = Topology {
        etcd: EtcdLayout::Stacked,
        quorum: (members > 0).then(|| Quorum::of(count, count)),
        ..std::mem::take(&mut report.cluster.topology)
    };
    list(&mut report, Kind::Node, Reach::All);
    list(&mut report, Kind::Pod, Reach::All);
    report
}

fn on(report: &mut Report, id: &ObjectRef, node: &str) {
    if let Some(pod) = report.cluster.pods.get_mut(id) {
        pod.node = Some(seen(node.to_owned()));
    }
}
