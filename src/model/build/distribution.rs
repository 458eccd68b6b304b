//! What set the cluster up, by the signs each distribution leaves.

use crate::model::cluster::{Cluster, Inference};
use crate::model::component::{Certainty, Placement, Role};
use crate::model::node::Node;
use crate::phrase;
use crate::span::Span;

/// A sign on a node: where to look and what for.
type NodeSign = (&'static str, fn(&Node) -> bool);

fn version_has(node: &Node, mark: &str) -> bool {
    node.version.as_ref().is_some_and(|it| it.value.contains(mark))
}

fn labelled(node: &Node, prefix: &str) -> bool {
    node.labels.keys().any(|key| key.starts_with(prefix))
}

/// Source: the recognition table given to the project (rules.md 3.9), after Troubleshoot's `distribution.go`.
const NODE_SIGNS: &[NodeSign] = &[
    ("k3s", |node| version_has(node, "+k3s")),
    ("rke2", |node| version_has(node, "+rke2")),
    ("k0s", |node| version_has(node, "+k0s") || labelled(node, "node.k0sproject.io/")),
    ("eks", |node| version_has(node, "-eks-") || labelled(node, "eks.amazonaws.com/")),
    ("gke", |node| version_has(node, "-gke.") || labelled(node, "cloud.google.com/gke-")),
    ("aks", |node| labelled(node, "kubernetes.azure.com/") || node.id.name.starts_with("aks-") && node.id.name.contains("-vmss")),
    ("microk8s", |node| labelled(node, "microk8s.io/")),
    ("minikube", |node| labelled(node, "minikube.k8s.io/") || node.id.name == "minikube"),
    ("docker-desktop", |node| {
        node.id.name == "docker-desktop" || node.os_image.as_ref().is_some_and(|os| os.value.starts_with("Docker Desktop"))
    }),
    ("talos", |node| node.os_image.as_ref().is_some_and(|os| os.value.starts_with("Talos"))),
    ("openshift", |node| {
        node.os_image.as_ref().is_some_and(|os| os.value.contains("CoreOS") && os.value.contains("Red Hat"))
            || labelled(node, "node.openshift.io/")
    }),
];

/// The distribution, if anything in the text tells it.
pub(super) fn distribution(cluster: &Cluster) -> Option<Inference> {
    for (id, sign) in NODE_SIGNS {
        let evidence: Vec<Span> =
            cluster.nodes.values().filter(|node| sign(node)).filter_map(|node| node.sightings.first().copied()).collect();
        if !evidence.is_empty() {
            let sign =
                phrase!("a node carries its sign (version, label, name or OS image)", "节点带有它的标志（版本、标签、名称或操作系统镜像）");
            return Some(Inference { value: (*id).to_owned(), certainty: Certainty::Certain, sign, evidence });
        }
    }
    by_pods(cluster)
}

fn by_pods(cluster: &Cluster) -> Option<Inference> {
    let find = |test: &dyn Fn(&crate::model::pod::Pod) -> bool| {
        cluster.pods.values().find(|pod| test(pod)).and_then(|pod| pod.sightings.first().copied())
    };
    if let Some(span) = find(&|pod| pod.id.namespace.as_deref().is_some_and(|it| it.starts_with("openshift-"))) {
        let sign = phrase!("namespaces named openshift-*", "存在以 openshift- 开头的命名空间");
        return Some(Inference { value: "openshift".to_owned(), certainty: Certainty::Likely, sign, evidence: vec![span] });
    }
    if let Some(span) = find(&|pod| pod.component.as_ref().is_some_and(|it| it.product == "kindnet")) {
        let sign = phrase!("kindnet, the network that only kind brings", "kindnet 是 kind 自带的网络插件");
        return Some(Inference { value: "kind".to_owned(), certainty: Certainty::Likely, sign, evidence: vec![span] });
    }
    if let Some(span) = find(&|pod| pod.annotations.keys().any(|key| key.starts_with("kubeadm.kubernetes.io/"))) {
        let sign = phrase!("annotations of kubeadm on a control-plane pod", "控制平面 Pod 带有 kubeadm 的注解");
        return Some(Inference { value: "kubeadm".to_owned(), certainty: Certainty::Certain, sign, evidence: vec![span] });
    }
    // kubeadm's layout: the API server as a static pod named after its node.
    let span = find(&|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::ApiServer && it.placement == Placement::Static))?;
    let sign = phrase!(
        "the control plane runs as static pods named after their nodes, as kubeadm sets it up",
        "控制平面以静态 Pod 运行并按节点命名，这是 kubeadm 的布局"
    );
    Some(Inference { value: "kubeadm".to_owned(), certainty: Certainty::Likely, sign, evidence: vec![span] })
}
