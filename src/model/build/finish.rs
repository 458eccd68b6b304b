//! Observations → clusters.

use crate::kind::Kind;
use crate::model::build::Builder;
use crate::model::build::namespace::{Known, fill};
use crate::model::build::observed::{Observed, What, merge};
use crate::model::build::part::Parts;
use crate::model::build::partition::partition;
use crate::model::build::{platform, scope, topology};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::recognise::recognise;
use crate::order;
use crate::order::{Map, Set};
use crate::span::Span;

/// Makes the clusters, that with most objects first.
pub(super) fn finish(builder: Builder, digests: &[u64]) -> Vec<Cluster> {
    let doubles = doubles(digests);
    let mut parts = Parts { all: builder.parts, digests: digests.to_vec() };
    let mut seen = builder.seen;
    seen.extend(builder.logs.facts());
    forget(&mut seen, &mut parts, &doubles);
    name_spaces(&mut seen);
    let names = partition(&mut parts);
    let mut of_clusters: Vec<Vec<Observed>> = names.iter().map(|_| Vec::new()).collect();
    for it in seen {
        let cluster = parts.get(it.part).map_or(0, |part| part.cluster);
        if let Some(of) = of_clusters.get_mut(cluster) {
            of.push(it);
        }
    }
    let named = names.into_iter().zip(of_clusters).enumerate();
    let mut clusters: Vec<Cluster> = named.map(|(at, (name, seen))| gather(name, seen, &parts, at)).collect();
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
fn forget(seen: &mut Vec<Observed>, parts: &mut Parts, sources: &Set<u32>) {
    if sources.is_empty() {
        return;
    }
    let gone: Vec<bool> = parts.all.iter().map(|part| sources.contains(&part.first.source.0)).collect();
    seen.retain(|it| !gone.get(it.part as usize).copied().unwrap_or(false));
    // A part that is gone tells nothing of its cluster either.
    for (part, gone) in parts.all.iter_mut().zip(&gone) {
        if *gone {
            part.nodes.clear();
            part.newest = None;
        }
    }
}

/// Finds the namespaces of objects whose tables print none.
fn name_spaces(seen: &mut [Observed]) {
    let mut known = Known::default();
    for (part, id) in seen.iter().filter_map(|it| Some((it.part, it.what.id()?))) {
        known.open(part, id);
    }
    for id in seen.iter().filter_map(|it| it.what.id()) {
        known.told(id);
    }
    let of_parts = known.resolve();
    for it in seen {
        fill(it, &of_parts);
    }
}

/// Makes one cluster of its observations.
fn gather(name: Option<String>, seen: Vec<Observed>, parts: &Parts, at: usize) -> Cluster {
    let mut cluster = Cluster { name, ..Cluster::default() };
    let mut changes = Vec::new();
    for what in merge(seen, parts, &mut changes) {
        match what {
            What::Pod(it) => drop(cluster.pods.insert(it.id.clone(), *it)),
            What::Node(it) => drop(cluster.nodes.insert(it.id.name.clone(), *it)),
            What::Other(it) => drop(cluster.others.insert(it.id.clone(), *it)),
            What::Event(it) => cluster.events.push(*it),
            What::Listing(it) => cluster.scope.listings.push(*it),
            What::Endpoint(it) => cluster.endpoints.push(*it),
            What::Said(it) => cluster.messages.push(*it),
            What::Check(it) => cluster.checks.push(*it),
            What::ClientVersion(it) => cluster.client_version = Some(*it),
            What::ServerVersion(it) => cluster.version = Some(*it),
            What::Program(it) => cluster.programs.push(*it),
            What::Log(it) => cluster.logs.push(*it),
        }
    }
    cluster.changes = changes;
    cluster.scope.dumps = dumps(parts, at);
    scope::whole_dump(&mut cluster.scope);
    let newest = parts.all.iter().filter(|part| part.cluster == at).filter_map(|part| part.newest.clone());
    let mut newest: Vec<_> = newest.collect();
    order::sort(&mut newest);
    cluster.now = newest.into_iter().max_by_key(|it| it.value);
    complete(&mut cluster);
    cluster
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
    cluster.index();
    cluster.topology = topology::topology(cluster);
    platform::platform(cluster);
}
