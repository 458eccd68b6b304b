//! Which pod sits on which node: by its own row, by its name, or by counting. Never claims more than the text shows.

use crate::kind::Kind;
use crate::layout::architecture::cards::{self, Detail};
use crate::layout::architecture::workload;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, of_pod};
use crate::layout::scene::{Caption, Drawn};
use crate::model::component::{Placement, Role};
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;
use crate::order::{Map, Set};

/// Pods by role (unrecognised ones last), product or namespace, and workload.
type PodsByWorkload<'a> = Map<Key<'a>, Vec<&'a Pod>>;
type Key<'a> = (bool, Option<Role>, String, &'a str);

/// Pods by place.
#[derive(Default)]
pub struct Placed {
    /// What every node has, by node.
    pub every_node: Map<String, Vec<Card>>,
    /// Other pods, by node.
    pub workloads: Map<String, Vec<Card>>,
    /// Pods whose node is not known.
    pub services: Vec<Card>,
}

/// The node of a pod: its own row's, else the one that its name ends with if it is a static pod.
pub fn node_of(pod: &Pod, names: &Set<String>) -> Option<String> {
    let told = pod.node.as_ref().map(|it| it.value.as_str()).filter(|it| !it.is_empty() && *it != "<none>");
    if let Some(node) = told {
        return Some(node.to_owned());
    }
    let is_static = pod.component.as_ref().is_some_and(|it| it.placement == Placement::Static);
    let fits = |name: &&String| pod.id.name.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with('-'));
    names.iter().filter(|_| is_static).filter(fits).max_by_key(|name| name.len()).cloned()
}

/// Places every pod that is not `drawn` already.
pub fn place(report: &Ranked<'_>, names: &Set<String>, drawn: &Set<&ObjectRef>) -> Placed {
    let mut placed = Placed::default();
    let mut on_nodes: Map<String, PodsByWorkload<'_>> = Map::new();
    let mut nowhere = PodsByWorkload::new();
    for pod in report.cluster.pods.values().filter(|pod| !drawn.contains(&pod.id)) {
        let groups = match node_of(pod, names) {
            Some(node) => on_nodes.slot(node, Default::default),
            None => &mut nowhere,
        };
        groups.slot(key(pod), Default::default).push(pod);
    }
    for (node, groups) in on_nodes {
        for pods in groups.into_values() {
            let into = if per_node(&pods) { &mut placed.every_node } else { &mut placed.workloads };
            into.slot(node.clone(), Default::default).extend(cards::of_many(report, &pods, None, Detail::Name));
        }
    }
    let nodes: Vec<&String> = report.cluster.nodes.keys().collect();
    let mut taken = Set::default();
    for ((_, _, product, _), pods) in nowhere {
        if per_node(&pods) && countable(report, &pods, nodes.len()) && taken.insert(product.clone()) {
            for node in &nodes {
                let card = counted(report, &pods, &product, node);
                placed.every_node.slot((*node).clone(), Default::default).push(card);
            }
            continue;
        }
        let id = (recognised(&pods) && taken.insert(product.clone())).then_some(PartId::Product(product));
        placed.services.extend(cards::of_many(report, &pods, id, Detail::Job));
    }
    placed
}

fn key(pod: &Pod) -> Key<'_> {
    match &pod.component {
        Some(component) => (false, Some(component.role), component.product.clone(), workload_of(pod)),
        None => (true, None, pod.id.namespace.clone().unwrap_or_default(), workload::name(pod)),
    }
}

/// Pods of one per-node product are told apart by their workload, others are one group.
fn workload_of(pod: &Pod) -> &str {
    match &pod.component {
        Some(component) if component.placement == Placement::PerNode => workload::name(pod),
        _ => "",
    }
}

fn recognised(pods: &[&Pod]) -> bool {
    pods.iter().all(|pod| pod.component.is_some())
}

fn per_node(pods: &[&Pod]) -> bool {
    pods.iter().all(|pod| pod.component.as_ref().is_some_and(|it| it.placement == Placement::PerNode))
}

/// Whether counting places these pods: one for each node, both lists complete, and all in the same state,
/// since a difference could not be told to belong to one node.
fn countable(report: &Ranked<'_>, pods: &[&Pod], nodes: usize) -> bool {
    let scope = &report.cluster.scope;
    let listed = pods.iter().all(|pod| scope.covering(&Kind::Pod, pod.id.namespace.as_deref()).is_some());
    let mut ranks = pods.iter().map(|pod| of_pod(report, pod));
    let first = ranks.next();
    nodes > 0 && pods.len() == nodes && listed && scope.covers_all(&Kind::Node) && ranks.all(|rank| Some(rank) == first)
}

fn counted(report: &Ranked<'_>, pods: &[&Pod], product: &str, node: &str) -> Card {
    Card {
        health: pods.iter().map(|pod| of_pod(report, pod)).max().unwrap_or_default(),
        presence: Drawn::Inferred,
        objects: pods.iter().map(|pod| pod.id.clone()).collect(),
        ..Card::new(
            PartId::Component { product: product.to_owned(), node: node.to_owned() },
            vec![Caption::Product(product.to_owned()), Caption::PlacedByCounting],
        )
    }
}
