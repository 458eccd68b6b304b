//! Report → [`Plan`]: what is drawn and at which level of detail. Knows no coordinates.

use crate::kind::Kind;
use crate::layout::architecture::cards;
use crate::layout::architecture::nodes;
use crate::layout::architecture::placement::{self, Placed};
use crate::layout::architecture::plan::{Entry, Plan};
use crate::layout::card::Card;
use crate::layout::health::Ranked;
use crate::layout::natural::natural;
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};
use crate::model::scope::Reach;
use crate::model::topology::{EtcdLayout, Presence};
use crate::order;
use crate::order::{Map, Set};
use crate::report::Report;

/// Parts in all that stay fluid as SVG.
pub const PARTS_CAP: usize = 480;
const COLUMNS_CAP: usize = 12;
const SERVICES_CAP: usize = 36;
const TILES_CAP: usize = 400;
/// The most parts that one column can have.
const PARTS_OF_COLUMN: usize = 24;

/// What to draw of a report.
pub fn plan(report: &Report) -> Plan {
    let report = &Ranked::of(report);
    let cluster = &report.cluster;
    let topology = &cluster.topology;
    let names = nodes::names(report);
    let members = order::set(topology.control_plane.iter().map(|it| &it.node));
    let roles = [Role::ApiServer, Role::Etcd, Role::ControllerManager, Role::Scheduler];
    let drawn: Set<&ObjectRef> =
        topology.control_plane.iter().flat_map(|it| roles.into_iter().filter_map(|role| it.presence(role)?.pod())).collect();
    let is_control_plane = |name: &&String| members.contains(name) || cluster.nodes.get(*name).is_some_and(Node::is_control_plane);
    let (mut decide, mut work): (Vec<&String>, Vec<&String>) = names.iter().partition(is_control_plane);
    order::sort_by(&mut decide, |a, b| natural(a, b));
    order::sort_by(&mut work, |a, b| natural(a, b));

    let mut pods_of: Map<String, Vec<&ObjectRef>> = Map::new();
    for pod in cluster.pods.values() {
        if let Some(node) = placement::node_of(pod, &names) {
            pods_of.slot(node, Default::default).push(&pod.id);
        }
    }
    let mut placed = placement::place(report, &names, &drawn);
    let full_decide = decide.len().min(COLUMNS_CAP);
    let full_work = if work.len() + full_decide <= COLUMNS_CAP { work.len() } else { 0 };
    let columns = |of: &[&String], count: usize, placed: &mut Placed| {
        of.iter().take(count).map(|name| nodes::column(report, name, placed)).collect::<Vec<_>>()
    };
    let control_plane = columns(&decide, full_decide, &mut placed);
    let workers = columns(&work, full_work, &mut placed);
    let services = cards::capped(placed.services, SERVICES_CAP, more(Section::ClusterServices));
    let room = PARTS_CAP - 8 - services.len() - (full_decide + full_work) * PARTS_OF_COLUMN;
    let tiles =
        decide.iter().skip(full_decide).chain(work.iter().skip(full_work)).map(|name| nodes::tile(report, name, &pods_of)).collect();
    Plan {
        entry: entry(report, !names.is_empty() || !cluster.pods.is_empty()),
        quorum: topology.quorum.map(|it| (quorum(report), it)),
        stacked: topology.etcd == EtcdLayout::Stacked,
        etcd_address: etcd_address(report),
        tiles: cards::capped(tiles, room.min(TILES_CAP), more(Section::Workloads)),
        control_plane,
        workers,
        services,
        notes: notes(report),
    }
}

fn more(section: Section) -> PartId {
    PartId::Section { of: "+".to_owned(), section }
}

/// kubectl and the address; the address is "not shown" where kubectl's output is here but cluster-info is not.
fn entry(report: &Report, anything: bool) -> Option<Entry> {
    let cluster = &report.cluster;
    let kubectl = Card::new(PartId::Kubectl, vec![Caption::Verbatim("kubectl".to_owned())]);
    let servers = cluster.topology.control_plane.iter().filter(|it| it.api_server.pod().is_some()).count();
    let Some(endpoint) = cluster.endpoints.first().map(|it| &it.value) else {
        let captions = vec![Caption::EndpointKind { balanced: false }];
        let endpoint = Card { presence: Drawn::NotShown, health: Health::Unknown, ..Card::new(PartId::Endpoint, captions) };
        return anything.then_some(Entry { kubectl, endpoint, only: None });
    };
    let own = |(name, node): (&String, &Node)| {
        (*name == endpoint.host || node.internal_ip.as_ref().is_some_and(|ip| ip.value == endpoint.host)).then(|| name.clone())
    };
    let only = cluster.nodes.iter().find_map(own);
    let address = endpoint.port.map_or_else(|| endpoint.host.clone(), |port| format!("{}:{port}", endpoint.host));
    let captions = vec![Caption::EndpointKind { balanced: only.is_none() && servers >= 2 }, Caption::Verbatim(address)];
    Some(Entry { kubectl, endpoint: Card::new(PartId::Endpoint, captions), only })
}

fn quorum(report: &Report) -> Card {
    let topology = &report.cluster.topology;
    let Some(quorum) = topology.quorum else { return Card::new(PartId::Quorum, Vec::new()) };
    let objects = topology.control_plane.iter().filter_map(|it| match &it.etcd {
        Presence::Seen(pod) | Presence::Absent { expected: pod, .. } => Some(pod.clone()),
        Presence::NotShown => None,
    });
    let health = match (quorum.holds(), quorum.alive < quorum.members) {
        (false, _) => Health::Broken,
        (true, true) => Health::Look,
        (true, false) => Health::Ok,
    };
    let caption = Caption::Quorum { members: quorum.members, alive: quorum.alive, needed: quorum.needed, spare: quorum.spare() };
    Card { health, objects: objects.collect(), ..Card::new(PartId::Quorum, vec![caption]) }
}

/// Host and port of `--etcd-servers` on a described API server, if it is the node's own: only then it holds for every node.
fn etcd_address(report: &Report) -> Option<String> {
    let cluster = &report.cluster;
    let servers = cluster.topology.control_plane.iter().filter_map(|it| cluster.pods.get(it.api_server.pod()?));
    servers.filter_map(|pod| pod.flag("etcd-servers")).find_map(|servers| {
        let first = servers.value.split(',').next()?;
        let address = first.split_once("://").map_or(first, |(_, rest)| rest);
        let own = ["127.", "localhost", "[::1]"].iter().any(|start| address.starts_with(start));
        own.then(|| address.to_owned())
    })
}

/// What the paste leaves open.
pub fn notes(report: &Report) -> Option<Card> {
    let cluster = &report.cluster;
    let scope = &cluster.scope;
    let mut captions = Vec::new();
    let pods: Vec<_> = scope.listings.iter().filter(|it| it.kind == Kind::Pod).collect();
    if pods.is_empty() && cluster.pods.is_empty() && !cluster.nodes.is_empty() {
        captions.push(Caption::NotPasted(Kind::Pod));
    } else if !pods.is_empty() && pods.iter().all(|it| it.reach != Reach::All) {
        let names: Set<String> = pods
            .iter()
            .filter_map(|it| match &it.reach {
                Reach::Namespace(name) => Some(name.clone()),
                Reach::All | Reach::Unknown => None,
            })
            .collect();
        captions.push(Caption::OnlyNamespaces(names.into_iter().collect()));
    }
    if cluster.nodes.is_empty() && !cluster.pods.is_empty() {
        captions.push(Caption::NotPasted(Kind::Node));
    }
    (!captions.is_empty()).then(|| Card { presence: Drawn::NotShown, health: Health::Unknown, ..Card::new(PartId::NotShown, captions) })
}
