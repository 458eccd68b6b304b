//! Clusters of many nodes, built by hand: three zones, two pools, two versions, pods of every state.

use porthole::model::node::Node;
use porthole::model::object_ref::ObjectRef;
use porthole::model::pod::{Pod, Ratio};
use porthole::report::Report;
use porthole::span::{Seen, Span};

fn seen<T>(value: T) -> Seen<T> {
    Seen::new(value, Span::default())
}

/// So many nodes, about so many pods on each. Every tenth node has no labels.
pub fn many(nodes: usize, pods: usize) -> Report {
    let mut report = Report::default();
    let mut all = Vec::with_capacity(nodes * pods);
    for i in 0..nodes {
        let name = format!("node-{i:05}");
        let mut node = Node::new(&name);
        node.status = Some(seen(if i % 50 == 49 { "NotReady" } else { "Ready" }.to_owned()));
        node.roles = (i < 3).then(|| "control-plane".to_owned()).into_iter().collect();
        node.version = Some(seen(if i % 3 == 0 { "v1.35.1" } else { "v1.36.2" }.to_owned()));
        node.runtime = Some(seen("containerd://2.0.5".to_owned()));
        if i % 10 != 9 {
            node.labels.insert("topology.kubernetes.io/zone".to_owned(), format!("eu-1{}", ['a', 'b', 'c'][i % 3]));
            node.labels.insert("eks.amazonaws.com/nodegroup".to_owned(), if i % 4 == 0 { "spot" } else { "general" }.to_owned());
        }
        for (resource, room) in [("cpu", "16"), ("memory", "64Gi"), ("pods", "110")] {
            node.fields.insert(format!("status.allocatable.{resource}"), seen(room.to_owned()));
        }
        node.fields.insert("status.allocated.cpu".to_owned(), seen(format!("{}m", 9_000 + i * 1_500)));
        report.cluster.nodes.insert(name.clone(), node);
        // Not all alike: from half to one and a half of the number.
        for k in 0..pods / 2 + (i * 7) % (pods + 1) {
            let mut pod = Pod::new(ObjectRef::pod(Some(["shop", "batch", "kube-system"][k % 3]), format!("app-{k:02}-7759b56654-{i:05}")));
            let broken = (i + k) % 97 == 0;
            pod.ready = Some(seen(Ratio { ready: u32::from(!broken), total: 1 }));
            pod.status = Some(seen(if broken { "CrashLoopBackOff" } else { "Running" }.to_owned()));
            pod.node = Some(seen(name.clone()));
            all.push((pod.id.clone(), pod));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    report.cluster.pods = all.into_iter().collect();
    report.cluster.index();
    report
}
