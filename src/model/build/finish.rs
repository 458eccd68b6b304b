//! Observations → clusters.

use crate::kind::Kind;
use crate::model::build::Builder;
use crate::model::build::namespace::{Known, fill};
use crate::model::build::observed::{Observed, Order as _, merge};
use crate::model::build::part::Parts;
use crate::model::build::partition::partition;
use crate::model::build::{platform, scope, topology};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::recognise::recognise;
use crate::model::scope::Reach;
use crate::order;
use crate::order::{Map, Set};
use crate::span::Span;

/// Makes the clusters, that with most objects first.
pub(super) fn finish(mut builder: Builder, digests: &[u64]) -> Vec<Cluster> {
    let doubles = doubles(digests);
    forget(&mut builder, &doubles);
    name_spaces(&mut builder);
    let mut parts = Parts { all: std::mem::take(&mut builder.parts), digests: digests.to_vec() };
    let count = partition(&mut parts);
    let mut clusters: Vec<Cluster> = (0..count).map(|_| Cluster::default()).collect();
    for (at, cluster) in clusters.iter_mut().enumerate() {
        gather(&mut builder, &parts, at, cluster);
    }
    for cluster in &mut clusters {
        complete(cluster);
    }
    let size = |cluster: &Cluster| cluster.nodes.len() + cluster.pods.len() + cluster.others.len();
    // Of equal ones the first stays first: which that is depends on what the texts say alone.
    order::sort_by(&mut clusters, |a, b| size(b).cmp(&size(a)));
    clusters
}

/// Sources that say the same as an earlier one: what was pasted twice is read once.
fn doubles(digests: &[u64]) -> Set<u32> {
    let mut seen = Set::default();
    let double = digests.iter().enumerate().filter(|(_, digest)| !seen.insert(**digest));
    double.filter_map(|(at, _)| u32::try_from(at).ok()).collect()
}

/// Drops what stands in some sources.
fn forget(builder: &mut Builder, sources: &Set<u32>) {
    if sources.is_empty() {
        return;
    }
    let gone: Vec<bool> = builder.parts.iter().map(|part| sources.contains(&part.first.source.0)).collect();
    keep(&mut builder.pods, &gone);
    keep(&mut builder.nodes, &gone);
    keep(&mut builder.others, &gone);
    keep(&mut builder.events, &gone);
    keep(&mut builder.listings, &gone);
    keep(&mut builder.endpoints, &gone);
    keep(&mut builder.said, &gone);
    keep(&mut builder.checks, &gone);
    keep(&mut builder.versions, &gone);
    keep(&mut builder.programs, &gone);
    builder.logs.retain(&gone);
    // A part that is gone tells nothing of its cluster either.
    for (part, gone) in builder.parts.iter_mut().zip(&gone) {
        if *gone {
            part.nodes.clear();
            part.newest = None;
        }
    }
}

fn keep<T>(seen: &mut Vec<Observed<T>>, gone: &[bool]) {
    seen.retain(|it| !gone.get(it.part as usize).copied().unwrap_or(false));
}

/// Finds the namespaces of objects whose tables print none.
fn name_spaces(builder: &mut Builder) {
    let mut known = Known::default();
    builder.pods.iter().for_each(|it| known.open(it.part, &it.what.id));
    builder.others.iter().for_each(|it| known.open(it.part, &it.what.id));
    builder.pods.iter().for_each(|it| known.told(&it.what.id));
    builder.others.iter().for_each(|it| known.told(&it.what.id));
    let of_parts = known.resolve();
    builder.pods.iter_mut().for_each(|it| fill(it, &of_parts, |pod| &mut pod.id));
    builder.others.iter_mut().for_each(|it| fill(it, &of_parts, |other| &mut other.id));
    for listing in &mut builder.listings {
        if listing.what.reach == Reach::Unknown
            && let Some(namespace) = of_parts.get(&listing.part)
        {
            listing.what.reach = Reach::Namespace(namespace.clone());
        }
    }
}

/// Takes the observations of one cluster out of the builder.
fn gather(builder: &mut Builder, parts: &Parts, at: usize, cluster: &mut Cluster) {
    fn take<T>(seen: &mut Vec<Observed<T>>, parts: &Parts, at: usize) -> Vec<Observed<T>> {
        let of = |it: &Observed<T>| parts.get(it.part).map_or(0, |part| part.cluster);
        if seen.iter().all(|it| of(it) == at) {
            return std::mem::take(seen);
        }
        let (mine, others) = std::mem::take(seen).into_iter().partition(|it| of(it) == at);
        *seen = others;
        mine
    }
    fn ordered<T>(seen: &mut Vec<Observed<T>>, parts: &Parts, at: usize) -> Vec<T> {
        let mut mine = take(seen, parts, at);
        order::sort_by_key(&mut mine, |it| (parts.source(it.part), it.at));
        mine.into_iter().map(|it| it.what).collect()
    }
    let mut changes = Vec::new();
    let pods = merge(take(&mut builder.pods, parts, at), parts, &mut changes);
    cluster.nodes = merge(take(&mut builder.nodes, parts, at), parts, &mut changes).into_iter().map(|(id, node)| (id.name, node)).collect();
    cluster.others = merge(take(&mut builder.others, parts, at), parts, &mut changes);
    cluster.pods = pods;
    cluster.changes = changes;
    cluster.events = ordered(&mut builder.events, parts, at);
    cluster.scope.listings = ordered(&mut builder.listings, parts, at);
    cluster.endpoints = ordered(&mut builder.endpoints, parts, at);
    cluster.messages = ordered(&mut builder.said, parts, at);
    cluster.checks = ordered(&mut builder.checks, parts, at);
    cluster.logs = ordered(builder.logs.facts(), parts, at);
    cluster.programs = ordered(&mut builder.programs, parts, at);
    cluster.scope.dumps = dumps(parts, at);
    scope::whole_dump(&mut cluster.scope);
    for (server, version) in ordered(&mut builder.versions, parts, at) {
        if server {
            cluster.version = Some(version);
        } else {
            cluster.client_version = Some(version);
        }
    }
    let newest = parts.all.iter().filter(|part| part.cluster == at).filter_map(|part| part.newest.clone());
    let mut newest: Vec<_> = newest.collect();
    order::sort(&mut newest);
    cluster.now = newest.into_iter().max_by_key(|it| it.value);
}

/// Where dumps begin: the first part of each source that is of one.
fn dumps(parts: &Parts, at: usize) -> Vec<Span> {
    let mut found: Vec<Span> = parts.all.iter().filter(|part| part.cluster == at && part.is_of_dump()).map(|part| part.first).collect();
    order::sort(&mut found);
    found.dedup_by_key(|span| span.source);
    found
}

/// Fills in what follows from the observations.
fn complete(cluster: &mut Cluster) {
    for event in &mut cluster.events {
        let ago = event.last.zip(cluster.now.as_ref()).map(|(last, now)| (now.value.0 - last.0).max(0));
        event.age_secs = event.age_secs.or(ago);
    }
    let mut by_pod: Map<ObjectRef, Vec<usize>> = Map::default();
    let mut about: Vec<(ObjectRef, usize)> = cluster
        .events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| Some((event.object.clone().filter(|id| id.kind == Kind::Pod)?, at)))
        .collect();
    order::sort(&mut about);
    for (id, at) in about {
        by_pod.slot(id, Vec::new).push(at);
    }
    for pod in cluster.pods.values_mut() {
        let images: Vec<&str> = pod.containers.iter().filter_map(|it| it.image.as_ref()).map(|it| it.value.as_str()).collect();
        pod.component = recognise(pod.id.namespace.as_deref(), &pod.id.name, &images);
        order::sort(&mut pod.sightings);
        pod.sightings.dedup();
        if let Some(events) = by_pod.get(&pod.id) {
            pod.events.extend(events.iter().filter_map(|at| cluster.events.get(*at)).cloned());
        }
    }
    order::sort(&mut cluster.endpoints);
    cluster.endpoints.dedup_by(|a, b| a.value == b.value);
    // "Kubernetes control plane" (once "Kubernetes master") leads; add-ons follow.
    order::sort_by_key(&mut cluster.endpoints, |it| !it.value.what.starts_with("Kubernetes"));
    order::sort(&mut cluster.scope.listings);
    cluster.topology = topology::topology(cluster);
    platform::platform(cluster);
}
