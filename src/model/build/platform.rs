//! What the cluster is made of: version, pod network, runtime, distribution.

use crate::model::build::distribution::distribution;
use crate::model::cluster::{Cluster, Inference};
use crate::model::component::{Certainty, Role};
use crate::model::products::product;
use crate::order::Map;
use crate::phrase;
use crate::span::{Seen, Span};

/// Fills in the platform.
pub(super) fn platform(cluster: &mut Cluster) {
    // What `kubectl version` says of the server is the best proof; images and kubelets tell where it was not asked.
    let told = cluster.version.take().and_then(|it| Some(Seen::new(plain_version(&it.value)?, it.span)));
    cluster.version = told.or_else(|| version(cluster));
    cluster.cni = cni(cluster);
    cluster.runtime = runtime(cluster);
    cluster.distribution = distribution(cluster);
    cluster.cni = cluster.cni.take().or_else(|| cni_of_distribution(cluster));
}

/// `v1.25.16-12+9253` → `v1.25.16`; `None` if it is no version.
pub fn plain_version(text: &str) -> Option<String> {
    let digits = text.strip_prefix('v').unwrap_or(text);
    let plain: String = digits.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let parts: Vec<&str> = plain.trim_end_matches('.').split('.').collect();
    (parts.len() >= 2 && parts.iter().all(|part| !part.is_empty())).then(|| format!("v{}", parts.join(".")))
}

/// The image tag of a kube-apiserver, else what most kubelets say.
fn version(cluster: &Cluster) -> Option<Seen<String>> {
    let servers = cluster.pods.values().filter(|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::ApiServer));
    let mut tags = servers.flat_map(|pod| &pod.containers).filter_map(|it| it.image.as_ref()).filter_map(|image| {
        let tag = image.value.rsplit('/').next()?.split('@').next()?.split_once(':')?.1;
        Some(Seen::new(plain_version(tag)?, image.span))
    });
    tags.next().or_else(|| {
        let kubelets =
            cluster.nodes.values().filter_map(|node| node.version.as_ref()).filter_map(|it| Some((plain_version(&it.value)?, it.span)));
        most_common(kubelets).map(|(value, spans)| Seen::new(value, spans.first().copied().unwrap_or_default()))
    })
}

fn cni(cluster: &Cluster) -> Option<Inference> {
    let signs = |role: Role| {
        let pods = cluster.pods.values().filter_map(move |pod| {
            let it = pod.component.as_ref().filter(|it| it.role == role)?;
            Some((product(&it.product)?.cni?.to_owned(), *pod.sightings.first()?))
        });
        most_common(pods)
    };
    if let Some((value, evidence)) = signs(Role::Cni) {
        let sign = phrase!("its pods are in the list", "列表中有它的 Pod");
        return Some(Inference { value, certainty: Certainty::Certain, sign, evidence });
    }
    by_annotations(cluster).or_else(|| by_controller(cluster, signs(Role::CniController)?))
}

/// Annotations that network plugins put on nodes and pods.
const CNI_ANNOTATIONS: &[(&str, &str)] = &[
    ("flannel.alpha.coreos.com/", "flannel"),
    ("projectcalico.org/", "calico"),
    ("cni.projectcalico.org/", "calico"),
    ("network.cilium.io/", "cilium"),
    ("io.cilium.", "cilium"),
    ("k8s.ovn.org/", "ovn-kubernetes"),
    ("ovn.kubernetes.io/", "kube-ovn"),
    ("kube-router.io/", "kube-router"),
    ("node.antrea.io/", "antrea"),
];

fn by_annotations(cluster: &Cluster) -> Option<Inference> {
    let nodes = cluster.nodes.values().map(|node| (&node.annotations, node.sightings.first()));
    let pods = cluster.pods.values().map(|pod| (&pod.annotations, pod.sightings.first()));
    let found = nodes.chain(pods).filter_map(|(annotations, seen)| {
        let known = annotations.keys().find_map(|key| CNI_ANNOTATIONS.iter().find(|(begin, _)| key.starts_with(begin)));
        Some((known?.1.to_owned(), *seen?))
    });
    let (value, evidence) = most_common(found)?;
    let sign = phrase!("its annotations are on nodes or Pods", "节点或 Pod 上有它的注解");
    Some(Inference { value, certainty: Certainty::Certain, sign, evidence })
}

/// k3s brings flannel inside its own process unless it is told otherwise: no pod shows it.
fn cni_of_distribution(cluster: &Cluster) -> Option<Inference> {
    let distribution = cluster.distribution.as_ref().filter(|it| it.value == "k3s" && it.certainty == Certainty::Certain)?;
    if !cluster.scope.covers_all(&crate::kind::Kind::Pod) {
        return None;
    }
    let sign = phrase!(
        "inferred: k3s runs flannel inside its own process unless told otherwise, and no other network is in the list",
        "推断：除非另行配置，k3s 在自身进程内运行 flannel，并且列表中没有其他网络插件"
    );
    Some(Inference { value: "flannel".to_owned(), certainty: Certainty::Inferred, sign, evidence: distribution.evidence.clone() })
}

fn by_controller(cluster: &Cluster, (value, evidence): (String, Vec<Span>)) -> Option<Inference> {
    let controller = cluster
        .pods
        .values()
        .find(|pod| pod.sightings.first() == evidence.first())
        .map(|pod| pod.component.as_ref().map(|it| it.product.clone()).unwrap_or_default());
    let controller = controller.unwrap_or_default();
    let sign = phrase!(
        "inferred from {controller}, which installs or steers it",
        "由 {controller} 推断得出：它负责安装或管理该网络插件",
        controller = controller
    );
    Some(Inference { value, certainty: Certainty::Inferred, sign, evidence })
}

fn runtime(cluster: &Cluster) -> Option<Inference> {
    let runtimes = cluster
        .nodes
        .values()
        .filter_map(|node| node.runtime.as_ref())
        .filter_map(|it| Some((it.value.split_once("://")?.0.to_owned(), it.span)));
    if let Some((value, evidence)) = most_common(runtimes) {
        let sign = phrase!("the CONTAINER-RUNTIME column says so", "CONTAINER-RUNTIME 列给出了答案");
        return Some(Inference { value, certainty: Certainty::Certain, sign, evidence });
    }
    let ids = cluster.pods.values().flat_map(|pod| &pod.containers).filter_map(|it| it.fields.get("containerID"));
    let (value, evidence) = most_common(ids.filter_map(|it| Some((it.value.split_once("://")?.0.to_owned(), it.span))))?;
    let sign = phrase!("the ids of containers say so", "容器 ID 给出了答案");
    Some(Inference { value, certainty: Certainty::Certain, sign, evidence })
}

/// The value with most places; of equals the first in order.
fn most_common(values: impl Iterator<Item = (String, Span)>) -> Option<(String, Vec<Span>)> {
    let mut places: Map<String, Vec<Span>> = Map::new();
    for (value, span) in values {
        places.slot(value, Default::default).push(span);
    }
    places.into_iter().rev().max_by_key(|(_, spans)| spans.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_lose_their_vendor_suffix() {
        for (text, plain) in [
            ("v1.25.16-12+92530656e308a8", Some("v1.25.16")),
            ("v1.30.4+k3s1", Some("v1.30.4")),
            ("v1.33", Some("v1.33")),
            ("latest", None),
            ("v2", None),
        ] {
            assert_eq!(plain_version(text).as_deref(), plain, "{text}");
        }
    }
}
