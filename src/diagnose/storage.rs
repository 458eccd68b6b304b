//! Claims and volumes: what state they are in, which pods use them, what was said of them.

use crate::diagnose::finding::Finding;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::phrase;
use crate::span::{Seen, Span};
use crate::text::Phrase;

/// A field of an object by any of its names: of a column, of a description, of the API. What is empty is none.
pub fn field<'a>(other: &'a Other, names: [&str; 3]) -> Option<&'a Seen<String>> {
    let known = |it: &&Seen<String>| !matches!(it.value.as_str(), "" | "<none>" | "<unset>" | "N/A");
    names.into_iter().find_map(|name| other.fields.get(name).filter(known))
}

/// The objects of a kind.
pub fn all<'a>(cluster: &'a Cluster, kind: &'a Kind) -> impl Iterator<Item = &'a Other> {
    cluster.others.values().filter(move |it| it.id.kind == *kind)
}

/// STATUS of a claim or volume.
pub fn state(other: &Other) -> &str {
    field(other, ["STATUS", "Status", "status.phase"]).map_or("", |it| it.value.as_str())
}

/// The class that a claim names.
pub fn class(other: &Other) -> Option<&str> {
    field(other, ["STORAGECLASS", "StorageClass", "spec.storageClassName"]).map(|it| it.value.as_str())
}

/// The line that shows an object's state best.
pub fn place(other: &Other) -> Span {
    let state = field(other, ["STATUS", "Status", "status.phase"]).map(|it| it.span);
    state.or(other.sightings.first().copied()).unwrap_or_default()
}

/// The last event about an object with one of some reasons.
pub fn last<'a>(cluster: &'a Cluster, id: &ObjectRef, reasons: &[&str]) -> Option<&'a Event> {
    let about = |it: &&Event| it.object.as_ref() == Some(id) && reasons.contains(&it.reason.as_str());
    cluster.events.iter().filter(about).min_by_key(|it| it.age_secs.unwrap_or(i64::MAX))
}

/// The claims that wait for a volume: those whose state says so, and those of which only events speak.
pub fn waiting(cluster: &Cluster) -> Vec<Other> {
    let mut found: Vec<Other> = all(cluster, &Kind::PersistentVolumeClaim).filter(|it| state(it) == "Pending").cloned().collect();
    for event in
        cluster.events.iter().filter(|it| matches!(it.reason.as_str(), "ProvisioningFailed" | "FailedBinding" | "ExternalProvisioning"))
    {
        let Some(id) = event.object.as_ref().filter(|id| id.kind == Kind::PersistentVolumeClaim) else { continue };
        let known = cluster.others.contains_key(id) || found.iter().any(|it| it.id == *id);
        if !known && last(cluster, id, &["ProvisioningSucceeded"]).is_none() {
            found.push(Other { id: id.clone(), fields: Map::new(), sightings: vec![event.span] });
        }
    }
    found
}

/// Why a claim waits, as its last event tells: the reason, the words and the line.
pub fn complaint<'a>(cluster: &'a Cluster, claim: &Other) -> Option<&'a Event> {
    last(
        cluster,
        &claim.id,
        &["ProvisioningFailed", "FailedBinding", "ExternalProvisioning", "WaitForFirstConsumer", "WaitForPodScheduled", "Provisioning"],
    )
}

/// The names of the claims that a pod uses, as far as the text tells.
pub fn claims_of(cluster: &Cluster, pod: &Pod) -> Vec<String> {
    let named = |(path, seen): (&String, &Seen<String>)| {
        (path.starts_with("volumes.") && path.ends_with(".persistentVolumeClaim.claimName")).then(|| seen.value.clone())
    };
    let told: Vec<String> = pod.fields.iter().filter_map(named).collect();
    if !told.is_empty() {
        return told;
    }
    // A StatefulSet calls the claims of its pod `<template>-<pod>`.
    let ending = format!("-{}", pod.id.name);
    let same = |it: &&Other| it.id.namespace == pod.id.namespace && it.id.name.ends_with(&ending);
    all(cluster, &Kind::PersistentVolumeClaim).filter(same).map(|it| it.id.name.clone()).collect()
}

/// A claim without a volume is why its pods wait.
pub fn same_claim(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let pods = effect.also.iter().chain([&effect.subject]).filter_map(|id| cluster.pods.get(id));
    let uses = |pod: &Pod| pod.id.namespace == cause.subject.namespace && claims_of(cluster, pod).contains(&cause.subject.name);
    let same = effect.subject == cause.subject || pods.into_iter().any(uses);
    same.then(|| phrase!("the pod uses this claim, which has no volume", "该 Pod 使用的正是这个尚未绑定卷的 PVC"))
}

/// The words of a driver's name that its pods carry too: csi-nfs-controller, ebs-csi-controller.
pub fn words(driver: &str) -> Vec<&str> {
    let plain = |word: &&str| {
        word.len() > 2
            && !matches!(*word, "csi" | "com" | "org" | "k8s" | "kubernetes" | "storage" | "driver" | "aws" | "azure" | "gke" | "cloud")
    };
    driver.split(['.', '-', '/']).filter(plain).collect()
}

/// The driver that an event of a claim waits for or comes from.
pub fn driver(event: &Event) -> Option<&str> {
    if event.reason == "ExternalProvisioning" {
        // `… by the external provisioner 'nfs.csi.k8s.io' or manually …`; with double quotes until 1.28.
        let (_, rest) = event.message.split_once("provisioner ")?;
        return rest.split(['\'', '"']).nth(1).filter(|it| !it.is_empty());
    }
    // A provisioner signs its events `<driver>_<pod>_<uid>`.
    event.source.as_deref()?.split('_').next().filter(|it| it.contains(['.', '/']))
}

/// The pods are of the driver that makes the claim's volumes, of the part that does so.
pub fn provisioner(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let by_event = cluster.events.iter().filter(|it| it.object.as_ref() == Some(&effect.subject)).find_map(driver);
    let class = || class(cluster.others.get(&effect.subject)?);
    let by_class = || {
        let class = class()?;
        let all = all(cluster, &Kind::StorageClass).find(|it| it.id.name.split(' ').next() == Some(class))?;
        field(all, ["PROVISIONER", "Provisioner", "provisioner"]).map(|it| it.value.as_str())
    };
    let driver = by_event.or_else(by_class)?;
    let words = words(driver);
    let its = |pod: &Pod| {
        let named = |word: &&str| pod.id.name.contains(word) || pod.id.namespace.as_deref().is_some_and(|it| it.contains(word));
        (pod.id.name.contains("provisioner") || pod.id.name.contains("controller")) && words.iter().any(named)
    };
    let mut pods = cause.objects().filter_map(|id| cluster.pods.get(id));
    pods.any(its)
        .then(|| phrase!("these are the pods of {driver}, which makes the volume", "这些 Pod 属于创建该卷的 {driver}", driver = driver))
}

/// The pods are the driver's plugin on the node of the pod that waits.
pub fn node_plugin(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let about = |it: &&Event| it.object.as_ref() == Some(&effect.subject);
    let driver = |it: &'_ Event| it.message.split_once("driver name ").and_then(|(_, rest)| rest.split(' ').next()).map(str::to_owned);
    let own = || cluster.pods.get(&effect.subject).into_iter().flat_map(|pod| &pod.events);
    let driver = cluster.events.iter().filter(about).chain(own()).find_map(driver)?;
    let words = words(&driver);
    let node = cluster.pods.get(&effect.subject)?.node.as_ref()?;
    let its = |pod: &Pod| {
        let named = words.iter().any(|word| pod.id.name.contains(word)) && !pod.id.name.contains("controller");
        named && pod.id.name != effect.subject.name && pod.node.as_ref().is_some_and(|it| it.value == node.value)
    };
    let mut pods = cause.objects().filter_map(|id| cluster.pods.get(id));
    pods.any(its).then(|| phrase!("this is the plugin of {driver} on that node", "这就是该节点上 {driver} 的插件", driver = driver))
}
