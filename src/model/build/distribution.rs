//! What set the cluster up, by the signs each distribution leaves.

use crate::model::cluster::{Cluster, Inference};
use crate::model::component::{Certainty, Placement, Role};
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::order;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// A sign on a node: where to look and what for.
type NodeSign = (&'static str, fn(&Node) -> bool);

fn version_has(node: &Node, mark: &str) -> bool {
    node.version.as_ref().is_some_and(|it| it.value.contains(mark))
}

fn labelled(node: &Node, prefix: &str) -> bool {
    node.labels.keys().chain(node.annotations.keys()).any(|key| key.starts_with(prefix))
}

fn provided(node: &Node, scheme: &str) -> bool {
    node.fields.get("spec.providerID").is_some_and(|it| it.value.starts_with(scheme))
}

/// Source: the recognition table given to the project (rules.md 3.9), after Troubleshoot's `distribution.go`.
const NODE_SIGNS: &[NodeSign] = &[
    ("k3s", |node| version_has(node, "+k3s")),
    ("rke2", |node| version_has(node, "+rke2") || labelled(node, "rke2.io/")),
    ("k0s", |node| version_has(node, "+k0s") || labelled(node, "node.k0sproject.io/")),
    ("eks", |node| version_has(node, "-eks-") || labelled(node, "eks.amazonaws.com/")),
    ("gke", |node| version_has(node, "-gke.") || labelled(node, "cloud.google.com/gke-")),
    ("aks", |node| labelled(node, "kubernetes.azure.com/")),
    ("kind", |node| provided(node, "kind://")),
    ("microk8s", |node| labelled(node, "microk8s.io/")),
    ("minikube", |node| labelled(node, "minikube.k8s.io/")),
    ("docker-desktop", |node| node.os_image.as_ref().is_some_and(|os| os.value.starts_with("Docker Desktop"))),
    ("talos", |node| node.os_image.as_ref().is_some_and(|os| os.value.starts_with("Talos"))),
    ("openshift", |node| {
        node.os_image.as_ref().is_some_and(|os| os.value.contains("CoreOS") && os.value.contains("Red Hat"))
            || labelled(node, "node.openshift.io/")
    }),
];

/// Names that distributions give their nodes: how they begin, and how they end.
const NODE_NAMES: &[(&str, &str, &str)] = &[
    ("gke", "gke-", ""),
    ("gke", "gk3-", ""),
    ("aks", "aks-", ""),
    ("minikube", "minikube", ""),
    ("docker-desktop", "docker-desktop", ""),
    ("kind", "kind-", "worker"),
    ("kind", "kind-", "control-plane"),
    ("k3d", "k3d-", ""),
];

/// Programs that belong to a distribution: whoever runs them has it.
const PROGRAMS: &[(&str, &str)] = &[
    ("oc", "openshift"),
    ("k3s", "k3s"),
    ("k0s", "k0s"),
    ("microk8s", "microk8s"),
    ("microk8s.kubectl", "microk8s"),
    ("minikube", "minikube"),
    ("kubeadm", "kubeadm"),
    ("eksctl", "eks"),
    ("kind", "kind"),
];

/// The distribution, if anything in the text tells it.
pub(super) fn distribution(cluster: &Cluster) -> Option<Inference> {
    for (id, sign) in NODE_SIGNS {
        let evidence: Vec<Span> =
            cluster.nodes.values().filter(|node| sign(node)).filter_map(|node| node.sightings.first().copied()).collect();
        if !evidence.is_empty() {
            let sign = phrase!("a node carries its sign (version, label or OS image)", "节点带有它的标志（版本、标签或操作系统镜像）");
            return Some(inference(id, Certainty::Certain, sign, evidence));
        }
    }
    by_node_names(cluster)
        .or_else(|| by_pods(cluster))
        .or_else(|| by_kinds(cluster))
        .or_else(|| by_layout(cluster))
        .or_else(|| by_programs(cluster))
}

fn inference(value: &str, certainty: Certainty, sign: Phrase, evidence: Vec<Span>) -> Inference {
    Inference { value: value.to_owned(), certainty, sign, evidence }
}

/// Names of nodes, as rows, pods and events show them.
fn by_node_names(cluster: &Cluster) -> Option<Inference> {
    let listed = cluster.nodes.values().filter_map(|node| Some((node.id.name.as_str(), *node.sightings.first()?)));
    let of_pods = cluster.pods.values().filter_map(|pod| pod.node.as_ref()).map(|it| (it.value.as_str(), it.span));
    let of_events = cluster.events.iter().filter_map(|event| Some((event.source.as_deref()?.split_once(", ")?.1, event.span)));
    let mut names = listed.chain(of_pods).chain(of_events);
    names.find_map(|(name, span)| {
        let (id, ..) = NODE_NAMES.iter().find(|(_, begin, end)| {
            // A whole name, or a beginning that ends with a dash; minikube numbers further nodes `-m02`.
            let rest = name.strip_prefix(begin);
            rest.is_some_and(|rest| begin.ends_with('-') || rest.is_empty() || rest.starts_with("-m0")) && name.ends_with(end)
        })?;
        let sign = phrase!("a node is named as it names them: {name}", "节点的名称符合它的命名方式：{name}", name = name);
        Some(inference(id, Certainty::Likely, sign, vec![span]))
    })
}

fn by_pods(cluster: &Cluster) -> Option<Inference> {
    let find = |test: &dyn Fn(&Pod) -> bool| cluster.pods.values().find(|pod| test(pod)).and_then(|pod| pod.sightings.first().copied());
    let named = |begins: &[&str]| find(&|pod| begins.iter().any(|begin| pod.id.name.starts_with(begin)));
    if let Some(span) = find(&|pod| pod.id.namespace.as_deref().is_some_and(|it| it.starts_with("openshift-"))) {
        let sign = phrase!("namespaces named openshift-*", "存在以 openshift- 开头的命名空间");
        return Some(inference("openshift", Certainty::Likely, sign, vec![span]));
    }
    if let Some(span) = named(&["openshift-apiserver-", "openshift-controller-manager-", "openshift-oauth-apiserver-"]) {
        let sign = phrase!("pods of OpenShift's own API server", "存在 OpenShift 自有 API 服务器的 Pod");
        return Some(inference("openshift", Certainty::Likely, sign, vec![span]));
    }
    if let Some(span) = named(&["helm-install-rke2-", "rke2-coredns-", "rke2-ingress-nginx-", "rke2-canal-", "rke2-metrics-server-"]) {
        let sign = phrase!("pods named rke2-*, which it installs", "存在以 rke2- 开头的 Pod，由它安装");
        return Some(inference("rke2", Certainty::Likely, sign, vec![span]));
    }
    if let Some(span) = find(&|pod| pod.component.as_ref().is_some_and(|it| it.product == "kindnet")) {
        let sign = phrase!("kindnet, the network that only kind brings", "kindnet 是 kind 自带的网络插件");
        return Some(inference("kind", Certainty::Likely, sign, vec![span]));
    }
    if let Some(span) = named(&["helm-install-traefik-", "svclb-traefik-"]) {
        let sign = phrase!("Traefik as it installs it", "以它的方式安装的 Traefik");
        return Some(inference("k3s", Certainty::Likely, sign, vec![span]));
    }
    let annotated = find(&|pod| pod.annotations.keys().any(|key| key.starts_with("kubeadm.kubernetes.io/")))?;
    let sign = phrase!("annotations of kubeadm on a control-plane pod", "控制平面 Pod 带有 kubeadm 的注解");
    Some(inference("kubeadm", Certainty::Certain, sign, vec![annotated]))
}

/// Kinds that only one distribution has.
fn by_kinds(cluster: &Cluster) -> Option<Inference> {
    let kinds = ["clusteroperator", "clusterversion", "clusterresourcequota", "machineconfigpool"];
    let found = cluster.others.iter().find(|(id, _)| {
        let name = id.kind.plural().to_ascii_lowercase();
        kinds.iter().any(|kind| name.starts_with(kind))
    });
    let span = *found?.1.sightings.first()?;
    let sign = phrase!("objects of a kind that only OpenShift has", "存在只有 OpenShift 才有的资源类型");
    Some(inference("openshift", Certainty::Certain, sign, vec![span]))
}

/// What was typed, or printed by a program of its own.
fn by_programs(cluster: &Cluster) -> Option<Inference> {
    let mut programs: Vec<(&str, Span)> = cluster.programs.iter().map(|it| (it.value.as_str(), it.span)).collect();
    order::sort(&mut programs);
    programs.into_iter().find_map(|(program, span)| {
        let (_, id) = PROGRAMS.iter().find(|(name, _)| *name == program)?;
        let sign = phrase!("`{program}` was run, which belongs to it", "运行了属于它的程序 `{program}`", program = program);
        Some(inference(id, Certainty::Inferred, sign, vec![span]))
    })
}

/// kubeadm's layout: the API server as a static pod named after its node.
fn by_layout(cluster: &Cluster) -> Option<Inference> {
    let is_static = |pod: &&Pod| pod.component.as_ref().is_some_and(|it| it.role == Role::ApiServer && it.placement == Placement::Static);
    let span = *cluster.pods.values().find(is_static)?.sightings.first()?;
    let sign = phrase!(
        "the control plane runs as static pods named after their nodes, as kubeadm sets it up",
        "控制平面以静态 Pod 运行并按节点命名，这是 kubeadm 的布局"
    );
    Some(inference("kubeadm", Certainty::Likely, sign, vec![span]))
}
