//! Report → [`Plan`]: which groups, which tiles in them, and what stands elsewhere. Knows no coordinates.

use crate::diagnose::placing::{Placing, placing};
use crate::layout::card::Card;
use crate::layout::health::Ranked;
use crate::layout::natural::natural;
use crate::layout::nodes::level::Level;
use crate::layout::nodes::tile::{self, Tile, count};
use crate::layout::request::{Grouping, LayoutRequest};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::node_group;
use crate::model::part::PartId;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;
use crate::report::Report;

/// With more groups than that, each begins as one line.
pub const OPEN_GROUPS: usize = 60;

/// Nodes that have something in common.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its heading.
    pub card: Card,
    /// Whether it is one line.
    pub folded: bool,
    /// How many nodes it has.
    pub nodes: usize,
    /// How many of them are ready, in thousandths; `None` where the text does not tell.
    pub ready: Option<u32>,
    /// Its nodes; none where it is folded.
    pub tiles: Vec<Tile>,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Groups, in their order.
    pub groups: Vec<Group>,
    /// Pods that are on none of the nodes, as far as the text tells.
    pub elsewhere: Vec<Tile>,
}

impl Plan {
    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.groups.iter().map(|it| it.nodes).sum()
    }
}

/// What to draw of a report.
pub fn plan(report: &Report, request: &LayoutRequest) -> Plan {
    let report = &Ranked::of(report);
    let cluster = &report.cluster;
    let Placing { nodes: mut names, by_name, waiting, unplaced } = placing(cluster);
    let rich = Level::of(names.len()).is_rich();
    order::sort_by(&mut names, |a, b| natural(a, b));
    let mut groups: Map<(Rank, String), Vec<&str>> = Map::new();
    for name in names {
        let value = cluster.nodes.get(name).and_then(|it| node_group::value(it, request.grouping.word()));
        groups.slot(rank(request.grouping, value), Vec::new).push(name);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    order::sort_by(&mut groups, |((rank, a), _), ((other, b), _)| rank.cmp(other).then_with(|| natural(a, b)));
    let folds = groups.len() > OPEN_GROUPS;
    let tile = |name: &str| {
        let mut pods: Vec<&Pod> = cluster.pods_on(name).chain(by_name.get(name).into_iter().flatten().copied()).collect();
        if by_name.contains_key(name) {
            order::sort_by(&mut pods, |a, b| a.id.cmp(&b.id));
        }
        tile::of(report, name, &pods, rich)
    };
    let groups = groups.into_iter().map(|((rank, value), names)| {
        let id = PartId::Group { by: request.grouping.word().to_owned(), name: value.clone() };
        let folded = folds != request.toggled.contains(&id);
        let title = if rank == Rank::NotKnown { Caption::NoValue(request.grouping) } else { Caption::Name(value) };
        group(report, id, title, &names, folded, &tile)
    });
    Plan { groups: groups.collect(), elsewhere: apart(report, &waiting, &unplaced) }
}

/// Where a group stands among the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    ControlPlane,
    Named,
    NotKnown,
}

fn rank(by: Grouping, value: Option<String>) -> (Rank, String) {
    match value {
        Some(value) if by == Grouping::Role && value == "control-plane" => (Rank::ControlPlane, value),
        Some(value) if !value.is_empty() => (Rank::Named, value),
        _ => (Rank::NotKnown, String::new()),
    }
}

fn group(report: &Ranked<'_>, id: PartId, title: Caption, names: &[&str], folded: bool, tile: &dyn Fn(&str) -> Tile) -> Group {
    let states = || names.iter().map(|name| report.cluster.nodes.get(*name).and_then(crate::model::node::Node::is_ready));
    let ready = states().any(|it| it.is_some()).then(|| count(states().filter(|it| *it == Some(true)).count()));
    let all = count(names.len());
    // A group is not ill for one of its nodes; it is where none is ready.
    let health = match ready {
        None => Health::Unknown,
        Some(0) => Health::Broken,
        Some(ready) if ready < all => Health::Look,
        Some(_) => Health::Ok,
    };
    let tiles = if folded { Vec::new() } else { names.iter().map(|name| tile(name)).collect() };
    let permille = ready.map(|it| count((u64::from(it) * 1000 / u64::from(all.max(1))).try_into().unwrap_or(0)));
    let card = Card { health, ..Card::new(id, vec![title, Caption::NodesReady(all, ready)]) };
    Group { card, folded, nodes: names.len(), ready: permille, tiles }
}

/// Pods that wait for a node, and pods whose node is not known.
fn apart(report: &Ranked<'_>, waiting: &[&Pod], unplaced: &[&Pod]) -> Vec<Tile> {
    let tile = |name: &str, pods: &[&Pod], caption: Caption, presence: Drawn| {
        let (cells, _) = tile::squares(report, pods);
        let worst = cells.iter().map(|(_, health)| *health).max()?;
        let health = if presence == Drawn::Seen { worst.max(Health::Look) } else { Health::Unknown };
        let id = PartId::Group { by: "pods".to_owned(), name: name.to_owned() };
        Some(Tile { card: Card { health, presence, ..Card::new(id, vec![caption]) }, lines: 0, meters: Vec::new(), cells })
    };
    let waiting = tile("waiting", waiting, Caption::PodsWaiting(count(waiting.len())), Drawn::Seen);
    let unplaced = tile("unplaced", unplaced, Caption::PodsUnplaced(count(unplaced.len())), Drawn::NotShown);
    waiting.into_iter().chain(unplaced).collect()
}
