//! Services, what leads to them and what is behind them → rows by namespace. Knows no coordinates.

use crate::diagnose::services::{all, field};
use crate::kind::Kind;
use crate::layout::architecture::workload;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well, of_object, of_pod};
use crate::layout::objects::{find, named};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::layout::squares::Filled;
use crate::layout::traffic::behind::{Behind, Index};
use crate::layout::traffic::ports::{node_ports, ports, target};
use crate::layout::traffic::routes::{Backend, address, backends, hosts, is_way_in};
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;

/// A Service with what is behind it.
#[derive(Debug)]
pub struct Row<'a> {
    pub service: Card,
    /// Its pods, the port at which they answer, and the rank of the line to them.
    pub behind: Option<(Filled<'a>, Option<String>, Health)>,
    pub pods: Vec<&'a Pod>,
}

/// Something that leads in from outside, and the Services to which it leads.
#[derive(Debug)]
pub struct Way {
    pub card: Card,
    pub to: Vec<Link>,
}

/// A line to a Service.
#[derive(Debug)]
pub struct Link {
    pub service: PartId,
    pub port: Option<String>,
    pub purpose: Option<String>,
    pub health: Health,
}

/// What a namespace has.
#[derive(Debug, Default)]
pub struct Paths<'a> {
    pub rows: Vec<Row<'a>>,
    pub ways: Vec<Way>,
}

/// Everything, by namespace; its name is empty where the text does not tell it.
pub fn gather<'a>(report: &'a Ranked<'a>) -> Map<&'a str, Paths<'a>> {
    let index = Index::of(report);
    let mut spaces: Map<&str, Paths<'a>> = Map::new();
    for it in all(&report.cluster, Kind::Service) {
        let paths = spaces.slot(it.id.namespace.as_deref().unwrap_or_default(), Paths::default);
        paths.ways.extend(entry(report, it));
        paths.rows.push(row(report, &index, it));
    }
    for it in report.cluster.others.values().filter(|it| is_way_in(&it.id.kind)) {
        let paths = spaces.slot(it.id.namespace.as_deref().unwrap_or_default(), Paths::default);
        way(report, it, paths);
    }
    for paths in spaces.values_mut() {
        sort(paths);
    }
    spaces
}

/// What is reached from outside comes first, in the order of the ways in: so few lines cross.
fn sort(paths: &mut Paths<'_>) {
    order::sort_by_key(&mut paths.ways, |it| !matches!(it.card.id, PartId::Pod(_)));
    let reached: Vec<PartId> = paths.ways.iter().flat_map(|it| &it.to).map(|it| it.service.clone()).collect();
    let place = |id: &PartId| reached.iter().position(|it| it == id).unwrap_or(usize::MAX);
    order::sort_by_key(&mut paths.rows, |it| place(&it.service.id));
    let rows: Vec<PartId> = paths.rows.iter().map(|it| it.service.id.clone()).collect();
    let first = |it: &Way| it.to.iter().filter_map(|link| rows.iter().position(|id| *id == link.service)).min().unwrap_or(usize::MAX);
    order::sort_by_key(&mut paths.ways, first);
}

fn row<'a>(report: &'a Ranked<'a>, index: &Index<'a>, it: &'a Other) -> Row<'a> {
    let behind = index.behind(it);
    let kind = field(it, &["TYPE", "Type", "spec.type"]).map(|it| it.value.as_str());
    let headless = field(it, &["CLUSTER-IP", "IP", "spec.clusterIP"]).is_some_and(|it| it.value == "None");
    let mut captions = vec![Caption::Name(it.id.name.clone())];
    captions.extend(if headless { Some(Caption::Headless) } else { kind.map(|it| Caption::Verbatim(it.to_owned())) });
    let elsewhere = behind == Behind::Elsewhere;
    let other_name = field(it, &["External Name", "spec.externalName", "EXTERNAL-IP"]).filter(|_| elsewhere).map(|it| it.value.clone());
    captions.extend(other_name.or_else(|| ports(it)).map(Caption::Verbatim));
    let pods = if let Behind::Pods(pods) = &behind { pods.clone() } else { Vec::new() };
    let behind = set(report, it, behind).map(|(filled, health)| (filled, target(report, it), health));
    let own = match behind.as_ref().map(|it| it.2) {
        // That some of its pods are not ready is said of the pods.
        Some(Health::Look) | None => Health::Ok,
        Some(health) => health,
    };
    let health = of_object(report, &it.id, own);
    let service = Card { health, objects: vec![it.id.clone()], ..Card::new(PartId::Pod(it.id.clone()), captions) };
    Row { service, behind, pods }
}

/// The card of what is behind a Service, and the rank of the line to it.
fn set<'a>(report: &Ranked<'_>, service: &Other, behind: Behind<'a>) -> Option<(Filled<'a>, Health)> {
    let id = named(Kind::Endpoints, service.id.namespace.as_deref(), &service.id.name);
    let card = |captions, presence, health| Card { health, presence, ..Card::new(PartId::Pod(id.clone()), captions) };
    let pods = match behind {
        Behind::Elsewhere => return None,
        Behind::Nothing => {
            return Some((Filled::bare(card(vec![Caption::NoEndpoints], Drawn::Absent, Health::Broken)), Health::Broken));
        }
        Behind::NotShown => {
            return Some((Filled::bare(card(vec![Caption::PodsNotShown], Drawn::NotShown, Health::Unknown)), Health::Unknown));
        }
        Behind::Addresses(n) => {
            let captions = vec![Caption::Addresses(n), Caption::PodsNotShown];
            return Some((Filled::bare(card(captions, Drawn::Seen, Health::Ok)), Health::Ok));
        }
        Behind::Pods(pods) => pods,
    };
    let mut names: Vec<&str> = pods.iter().map(|pod| workload::name(pod)).collect();
    names.dedup();
    order::sort(&mut names);
    names.dedup();
    let ready = pods.iter().filter(|pod| is_well(pod) == Some(true)).count();
    let known = pods.iter().all(|pod| is_well(pod).is_some());
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut captions = vec![Caption::Name(names.first().copied().unwrap_or_default().to_owned())];
    captions.push(Caption::ReadyOf(small(ready), small(pods.len())));
    if names.len() > 1 {
        captions.push(Caption::More(small(names.len() - 1)));
    }
    let cells: Vec<(&ObjectRef, Health)> = pods.iter().map(|pod| (&pod.id, of_pod(report, pod))).collect();
    let worst = cells.iter().map(|it| it.1).max().unwrap_or_default();
    let line = match ready {
        _ if !known => Health::Unknown,
        0 => Health::Broken,
        ready if ready < pods.len() => Health::Look,
        _ => Health::Ok,
    };
    let mut card = card(captions, Drawn::Seen, worst);
    card.objects = Filled::ill(&cells).collect();
    Some((Filled { card, cells }, line))
}

/// The way in that a Service makes itself.
fn entry(report: &Ranked<'_>, it: &Other) -> Option<Way> {
    let kind = field(it, &["TYPE", "Type", "spec.type"])?.value.as_str();
    let product = match kind {
        "LoadBalancer" => "load-balancer",
        "NodePort" => "node-port",
        _ => return None,
    };
    let names = ["EXTERNAL-IP", "LoadBalancer Ingress", "status.loadBalancer.ingress.0.ip", "status.loadBalancer.ingress.0.hostname"];
    let address = field(it, &names).map(|it| it.value.as_str());
    let pending = address.is_some_and(|it| it.contains("pending"));
    let captions = if kind == "LoadBalancer" {
        let address = address.filter(|it| *it != "<none>").map(|it| it.split(' ').next().unwrap_or(it).to_owned());
        std::iter::once(Caption::Verbatim(kind.to_owned())).chain(address.map(Caption::Verbatim)).collect()
    } else {
        vec![Caption::Verbatim(kind.to_owned()), Caption::NodePort(node_ports(it))]
    };
    let own = if pending { Health::Look } else { Health::Ok };
    let health = if pending { of_object(report, &it.id, own) } else { own };
    let node = ObjectRef::path(it.id.namespace.as_deref(), &it.id.name);
    let id = PartId::Component { product: product.to_owned(), node };
    let card = Card { health, objects: vec![it.id.clone()], ..Card::new(id, captions) };
    let link = Link { service: PartId::Pod(it.id.clone()), port: None, purpose: None, health };
    Some(Way { card, to: vec![link] })
}

/// An Ingress or a route, and ghosts of the Services that it names in vain.
fn way(report: &Ranked<'_>, it: &Other, paths: &mut Paths<'_>) {
    let hosts = hosts(it);
    let named = backends(it);
    let title = if hosts.is_empty() || hosts == "<none>" { "*".to_owned() } else { hosts };
    let mut captions = vec![Caption::Name(title), Caption::Verbatim(format!("{} {}", kind(it), it.id.name))];
    if named.is_none() {
        captions.push(Caption::BackendsNotShown);
    }
    captions.extend(address(it).filter(|_| named.is_some()).map(|it| Caption::Verbatim(it.to_owned())));
    let to: Vec<Link> = named.iter().flatten().map(|backend| link(report, it, backend, paths)).collect();
    let own = to.iter().map(|it| it.health).max().unwrap_or(Health::Unknown);
    let own = if own == Health::Broken { Health::Broken } else { own.min(Health::Unknown) };
    let card =
        Card { health: of_object(report, &it.id, own), objects: vec![it.id.clone()], ..Card::new(PartId::Pod(it.id.clone()), captions) };
    paths.ways.push(Way { card, to });
}

fn kind(it: &Other) -> &str {
    let name = it.id.kind.name();
    name.split('.').next().unwrap_or(name)
}

fn link(report: &Ranked<'_>, way: &Other, backend: &Backend, paths: &mut Paths<'_>) -> Link {
    let namespace = way.id.namespace.as_deref();
    let id = named(Kind::Service, namespace, &backend.service);
    let part = PartId::Pod(id.clone());
    let there = find(report, Kind::Service, namespace, &backend.service).is_some();
    let listed = namespace.is_some() && report.cluster.scope.covering(&Kind::Service, namespace).is_some();
    let (presence, health) = match (there, backend.missing || listed) {
        (true, _) => (Drawn::Seen, Health::Ok),
        (false, true) => (Drawn::Absent, Health::Broken),
        (false, false) => (Drawn::NotShown, Health::Unknown),
    };
    if !there && paths.rows.iter().all(|it| it.service.id != part) {
        let said = (presence == Drawn::Absent).then_some(Caption::ExpectedAbsent);
        let captions = std::iter::once(Caption::Name(backend.service.clone())).chain(said).collect();
        let service = Card { presence, health, objects: vec![id], ..Card::new(part.clone(), captions) };
        paths.rows.push(Row { service, behind: None, pods: Vec::new() });
    }
    let port = (!backend.port.is_empty()).then(|| backend.port.clone());
    let purpose = (!backend.path.is_empty()).then(|| format!("{} → {}:{}", backend.path, backend.service, backend.port));
    Link { service: part, port, purpose, health }
}
