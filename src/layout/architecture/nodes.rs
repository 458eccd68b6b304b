//! Nodes → columns and tiles. Knows what a node carries; knows no coordinates.

use crate::kind::Kind;
use crate::layout::architecture::cards::{self, Detail};
use crate::layout::architecture::placement::Placed;
use crate::layout::architecture::plan::Column;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well, of_node};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};
use crate::model::products;
use crate::model::topology::{ControlPlaneNode, Presence};
use crate::order::{Map, Set};
use crate::report::Report;

const EVERY_NODE_CAP: usize = 9;
const WORKLOADS_CAP: usize = 7;

/// A node's own heading.
pub fn heading(report: &Ranked<'_>, name: &str) -> Card {
    let id = PartId::Node(name.to_owned());
    let mut card = Card { objects: vec![ObjectRef::node(name)], ..Card::new(id, vec![Caption::Name(name.to_owned())]) };
    let Some(node) = report.cluster.nodes.get(name) else {
        return Card { presence: Drawn::Inferred, health: Health::Unknown, ..card };
    };
    card.health = of_node(report, node);
    card.captions.extend(node.status.as_ref().map(|it| Caption::Verbatim(it.value.clone())));
    let ip = node.internal_ip.as_ref().map(|it| it.value.clone());
    let version = node.version.as_ref().map(|it| short_version(&it.value).to_owned());
    let roles = node.roles.iter().cloned().collect::<Vec<_>>().join(",");
    if ip.is_some() || version.is_some() || !roles.is_empty() {
        card.captions.push(Caption::NodeLine { ip, roles, version });
    }
    card
}

/// A node with everything on it.
pub fn column(report: &Ranked<'_>, name: &str, placed: &mut Placed) -> Column {
    let member = report.cluster.topology.control_plane.iter().find(|it| it.node == name);
    let node = heading(report, name);
    let mut every_node = vec![kubelet(name, node.health)];
    every_node.extend(placed.every_node.remove(name).unwrap_or_default());
    every_node.extend(unseen_network(report, name));
    let workloads = placed.workloads.remove(name).unwrap_or_default();
    let more = |section| PartId::Section { of: format!("{name}+"), section };
    Column {
        name: name.to_owned(),
        node,
        control_plane: member.map(|it| control_plane(report, it)).unwrap_or_default(),
        every_node: cards::capped(every_node, EVERY_NODE_CAP, more(Section::EveryNode)),
        workloads: cards::capped(workloads, WORKLOADS_CAP, more(Section::Workloads)),
    }
}

/// A node as one card, with how many of its pods are well.
pub fn tile(report: &Ranked<'_>, name: &str, pods: &Map<String, Vec<&ObjectRef>>) -> Card {
    let mut card = heading(report, name);
    // The sign says Ready already; only another STATUS is worth the room.
    card.captions.retain(|it| !matches!(it, Caption::NodeLine { .. }) && *it != Caption::Verbatim("Ready".to_owned()));
    if let Some(pods) = pods.get(name) {
        let well = pods.iter().filter(|id| report.cluster.pods.get(id).and_then(is_well) == Some(true)).count();
        let count = |n| u32::try_from(n).unwrap_or(u32::MAX);
        card.captions.push(Caption::ReadyOf(count(well), count(pods.len())));
        if well < pods.len() {
            card.health = card.health.max(Health::Look);
        }
    }
    card
}

fn control_plane(report: &Ranked<'_>, member: &ControlPlaneNode) -> Vec<(Role, Card)> {
    [
        (Role::ApiServer, "kube-apiserver"),
        (Role::Etcd, "etcd"),
        (Role::ControllerManager, "kube-controller-manager"),
        (Role::Scheduler, "kube-scheduler"),
    ]
    .into_iter()
    .filter_map(|(role, product)| {
        let id = PartId::Component { product: product.to_owned(), node: member.node.clone() };
        let title = Caption::Product(product.to_owned());
        let card = match member.presence(role)? {
            Presence::Seen(pod) => cards::of_one(report, report.cluster.pods.get(pod)?, Detail::Restarts),
            Presence::Absent { expected, .. } => Card {
                health: Health::Broken,
                presence: Drawn::Absent,
                objects: vec![expected.clone()],
                ..Card::new(id, vec![title, Caption::ExpectedAbsent])
            },
            Presence::NotShown => Card { health: Health::Unknown, presence: Drawn::NotShown, ..Card::new(id, vec![title]) },
        };
        Some((role, card))
    })
    .collect()
}

/// The kubelet has no pod: it follows from its node, which it reports.
fn kubelet(node: &str, health: Health) -> Card {
    let id = PartId::Component { product: "kubelet".to_owned(), node: node.to_owned() };
    let health = if health == Health::Broken { Health::Look } else { Health::Ok };
    Card {
        health,
        presence: Drawn::Inferred,
        objects: vec![ObjectRef::node(node)],
        ..Card::new(id, vec![Caption::Product("kubelet".to_owned())])
    }
}

/// The agent of a pod network that is known to be there, where no list could have shown its pods.
fn unseen_network(report: &Report, node: &str) -> Option<Card> {
    let network = &report.cluster.cni.as_ref()?.value;
    let seen = report.cluster.pods.values().any(|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::Cni));
    if seen || report.cluster.scope.covers_all(&Kind::Pod) {
        return None;
    }
    let agent = products::all().find(|it| it.role == Role::Cni && it.cni == Some(network.as_str()));
    let product = agent.map_or(network.as_str(), |it| it.id).to_owned();
    Some(Card {
        health: Health::Unknown,
        presence: Drawn::NotShown,
        ..Card::new(
            PartId::Component { product: product.clone(), node: node.to_owned() },
            vec![Caption::Product(product), Caption::NamespaceNotPasted],
        )
    })
}

/// `v1.25.16` of `v1.25.16-12+92530656e308a8`.
pub fn short_version(version: &str) -> &str {
    version.split(['-', '+']).next().unwrap_or(version)
}

/// Every node that the text shows in any way.
pub fn names(report: &Report) -> Set<String> {
    let cluster = &report.cluster;
    let of_pods =
        cluster.pods.values().filter_map(|pod| pod.node.as_ref()).map(|it| &it.value).filter(|it| !it.is_empty() && *it != "<none>");
    cluster.nodes.keys().chain(cluster.topology.control_plane.iter().map(|it| &it.node)).chain(of_pods).cloned().collect()
}
