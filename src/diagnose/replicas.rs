//! What serves together: the pods of each workload and behind each Service, looked up by one of them.

use crate::diagnose::look::status;
use crate::diagnose::services;
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::{Map, Set};

/// The pods of a cluster by what they serve in.
pub struct Replicas<'a> {
    cluster: &'a Cluster,
    workloads: Map<(Option<&'a str>, String), Vec<&'a Pod>>,
    services: Vec<Serving<'a>>,
    services_of: Map<&'a ObjectRef, Vec<usize>>,
    /// How many pods are meant to run and are not ready, or not known to be.
    pub unready: usize,
}

/// A workload or a Service with its pods.
pub struct Serving<'a> {
    /// `shop/cart`.
    pub name: String,
    /// Those that are meant to run.
    pub pods: Vec<&'a Pod>,
}

impl<'a> Serving<'a> {
    /// Those that are ready. A pod that is down counts as not ready, whatever was last heard of it.
    pub fn ready(&self, down: &Set<&ObjectRef>) -> Vec<&'a Pod> {
        self.pods.iter().copied().filter(|pod| pod.is_ready() == Some(true) && !down.contains(&&pod.id)).collect()
    }
}

/// Whether a pod is meant to run no more.
pub fn over(pod: &Pod) -> bool {
    matches!(status(pod), "Completed" | "Succeeded" | "Evicted" | "Terminating")
}

impl<'a> Replicas<'a> {
    /// Of a cluster: goes through all its pods once.
    pub fn of(cluster: &'a Cluster) -> Self {
        let mut res = Self { cluster, workloads: Map::new(), services: Vec::new(), services_of: Map::new(), unready: 0 };
        let mut by_namespace: Map<Option<&str>, Vec<&Pod>> = Map::new();
        for pod in cluster.pods.values().filter(|pod| !over(pod)) {
            let namespace = pod.id.namespace.as_deref();
            res.workloads.slot((namespace, workload_of(pod)), Vec::new).push(pod);
            res.unready += usize::from(pod.is_ready() != Some(true));
            // Without labels nothing can be selected.
            if !pod.labels.is_empty() {
                by_namespace.slot(namespace, Vec::new).push(pod);
            }
        }
        let mut pairs: Vec<(&ObjectRef, usize)> = Vec::new();
        for service in services::all(cluster, Kind::Service) {
            let beside = by_namespace.get(&service.id.namespace.as_deref());
            let Some((selector, _)) = services::selector(service).filter(|(selector, _)| !selector.is_empty()) else { continue };
            let pods: Vec<&Pod> = beside.into_iter().flatten().copied().filter(|pod| services::matches(pod, &selector)).collect();
            pairs.extend(pods.iter().map(|pod| (&pod.id, res.services.len())));
            res.services.push(Serving { name: ObjectRef::path(service.id.namespace.as_deref(), &service.id.name), pods });
        }
        crate::order::sort(&mut pairs);
        for (pod, service) in pairs {
            res.services_of.slot(pod, Vec::new).push(service);
        }
        res
    }

    /// The workloads to which pods belong.
    pub fn workloads_of(&self, pods: &Set<&ObjectRef>) -> Vec<Serving<'a>> {
        let keys = pods.iter().filter_map(|id| self.cluster.pods.get(id)).map(|pod| (pod.id.namespace.as_deref(), workload_of(pod)));
        let keys: Set<(Option<&str>, String)> = keys.collect();
        let workload = |key: &(Option<&str>, String)| {
            let pods = self.workloads.get(key)?.clone();
            Some(Serving { name: ObjectRef::path(key.0, &key.1), pods })
        };
        keys.iter().filter_map(workload).collect()
    }

    /// The Services that select any of these pods, where the text shows selectors and labels.
    pub fn services_of(&self, pods: &Set<&ObjectRef>) -> Vec<&Serving<'a>> {
        let at: Set<usize> = pods.iter().filter_map(|pod| self.services_of.get(*pod)).flatten().copied().collect();
        at.iter().filter_map(|at| self.services.get(*at)).collect()
    }
}
