//! What a Service selects, what stands behind it, and whether it has endpoints.

use crate::diagnose::fields::replicas;
use crate::diagnose::finding::Finding;
use crate::diagnose::look::status;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::pod::Pod;
use crate::phrase;
use crate::span::{Seen, Span};
use crate::text::Phrase;
use crate::time::Stamp;

/// A field by the name that one of the forms has for it: a column, a key of describe, a path of the API.
pub fn field<'a>(it: &'a Other, names: &[&str]) -> Option<&'a Seen<String>> {
    names.iter().find_map(|name| it.fields.get(*name))
}

/// Objects of a kind.
pub fn all(cluster: &Cluster, kind: Kind) -> impl Iterator<Item = &Other> {
    cluster.others.values().filter(move |it| it.id.kind == kind)
}

/// What it selects, and where that is shown; empty where it selects nothing, `None` where no text tells.
pub fn selector(service: &Other) -> Option<(Vec<(&str, &str)>, Span)> {
    if let Some(seen) = field(service, &["SELECTOR", "Selector"]) {
        let pairs = seen.value.split([',', '\n']).filter_map(|pair| pair.trim().split_once('=')).collect();
        return Some((pairs, seen.span));
    }
    let of_api = || service.fields.iter().filter_map(|(path, seen)| Some((path.strip_prefix("spec.selector.")?, seen)));
    let span = of_api().next().map(|(_, seen)| seen.span).or_else(|| Some(service.fields.get("spec.clusterIP")?.span))?;
    Some((of_api().map(|(key, seen)| (key, seen.value.as_str())).collect(), span))
}

/// Whether names are merely passed on to another name.
pub fn is_external_name(service: &Other) -> bool {
    field(service, &["TYPE", "Type", "spec.type"]).is_some_and(|it| it.value == "ExternalName")
}

/// Where it is shown that it has no endpoints, ready ones that is.
#[inline(never)]
pub fn no_endpoints(cluster: &Cluster, service: &Other) -> Option<Span> {
    let empty = |seen: &Seen<String>| matches!(seen.value.as_str(), "" | "<none>" | "<unset>");
    let endpoints = all(cluster, Kind::Endpoints).find(|it| it.id.name == service.id.name && it.id.namespace == service.id.namespace);
    if let Some(endpoints) = endpoints {
        if let Some(cell) = endpoints.fields.get("ENDPOINTS") {
            return empty(cell).then_some(cell.span);
        }
        let any = endpoints.fields.keys().any(|path| path.starts_with("subsets.") && path.contains(".addresses."));
        return if any { None } else { endpoints.sightings.first().copied() };
    }
    service.fields.get("Endpoints").filter(|it| empty(it)).map(|it| it.span)
}

/// The pods of its namespace that are meant to run.
pub fn pods_beside<'a>(cluster: &'a Cluster, service: &'a Other) -> impl Iterator<Item = &'a Pod> {
    let over = |pod: &Pod| matches!(status(pod), "Completed" | "Succeeded" | "Evicted" | "Failed" | "Error");
    cluster.pods.values().filter(move |pod| pod.id.namespace == service.id.namespace && !over(pod))
}

/// Whether a pod has all the labels.
pub fn matches(pod: &Pod, selector: &[(&str, &str)]) -> bool {
    selector.iter().all(|(key, value)| pod.labels.get(*key).is_some_and(|it| it == value))
}

/// Workloads of its namespace that run pods of their own.
pub fn workloads_beside<'a>(cluster: &'a Cluster, service: &'a Other) -> impl Iterator<Item = &'a Other> {
    let kind = |it: &Other| matches!(it.id.kind, Kind::Deployment | Kind::StatefulSet | Kind::ReplicationController);
    cluster.others.values().filter(move |it| kind(it) && it.id.namespace == service.id.namespace)
}

/// Whether a workload is scaled to nothing, on purpose.
pub fn is_zero(workload: &Other) -> bool {
    replicas(workload).is_some_and(|(wanted, _, _)| wanted == 0)
        || field(workload, &["spec.replicas", "DESIRED"]).is_some_and(|it| it.value == "0")
}

/// Whether a selector picks the pods of a workload; `None` where the text does not show enough of their labels.
#[inline(never)]
pub fn picks(selector: &[(&str, &str)], workload: &Other) -> Option<bool> {
    let of_template = |key: &str| workload.fields.get(format!("spec.template.metadata.labels.{key}").as_str()).map(|it| it.value.as_str());
    if workload.fields.keys().any(|path| path.starts_with("spec.template.metadata.labels.")) {
        return Some(selector.iter().all(|(key, value)| of_template(key) == Some(*value)));
    }
    // Its own selector tells some of the labels.
    let (own, _) = self::selector(workload)?;
    let own_of = |key: &str| own.iter().find(|(have, _)| *have == key).map(|(_, value)| *value);
    if selector.iter().any(|(key, value)| own_of(key).is_some_and(|it| it != *value)) {
        return Some(false);
    }
    selector.iter().all(|(key, _)| own_of(key).is_some()).then_some(true)
}

/// Whether a workload that the Service may select is scaled to nothing, on purpose.
pub fn scaled_to_zero(cluster: &Cluster, service: &Other) -> bool {
    let selector = selector(service).map(|(pairs, _)| pairs);
    let may = |it: &Other| selector.as_ref().is_none_or(|pairs| picks(pairs, it) != Some(false));
    workloads_beside(cluster, service).any(|it| is_zero(it) && may(it))
}

/// What a program calls, and cannot reach, is what the cause is about.
pub fn called(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let target = cause.objects().any(|id| *id != effect.subject && effect.also.contains(id));
    target.then(|| phrase!("this is what the program calls", "程序调用的正是它"))
}

/// Its age at the time of the text, in seconds.
pub fn age(cluster: &Cluster, it: &Other) -> Option<i64> {
    if let Some(cell) = it.fields.get("AGE") {
        return crate::time::parse_age(&cell.value);
    }
    let created = Stamp::parse(&it.fields.get("metadata.creationTimestamp")?.value)?;
    Some(cluster.now.as_ref()?.value.0 - created.0)
}

/// Whether a cloud, or what a cloud provider runs, may hand out load balancers.
pub fn on_cloud(cluster: &Cluster) -> bool {
    const CLOUDS: [&str; 5] = ["eks", "gke", "aks", "docker-desktop", "openshift"];
    const NETWORKS: [&str; 6] = ["aws-vpc-cni", "azure-cni", "gke-dataplane-v2", "gke", "terway", "tke-cni"];
    let provider = |id: &Seen<String>| !["kind:", "k3s:", "rke2:", "vsphere:", "metal3:"].iter().any(|begin| id.value.starts_with(begin));
    cluster.distribution.as_ref().is_some_and(|it| CLOUDS.contains(&it.value.as_str()))
        || cluster.cni.as_ref().is_some_and(|it| NETWORKS.contains(&it.value.as_str()))
        || cluster.nodes.values().any(|node| node.id.name.contains(".internal") || node.fields.get("spec.providerID").is_some_and(provider))
}
