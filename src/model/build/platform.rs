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
    let (value, evidence) = signs(Role::CniController)?;
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
    let (value, evidence) = most_common(runtimes)?;
    Some(Inference {
        value,
        certainty: Certainty::Certain,
        sign: phrase!("the CONTAINER-RUNTIME column says so", "CONTAINER-RUNTIME 列给出了答案"),
        evidence,
    })
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
