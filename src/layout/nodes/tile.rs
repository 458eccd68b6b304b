//! A node → what its tile shows. Knows no coordinates.

use crate::layout::architecture::nodes::short_version;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well, of_node, of_pod};
use crate::layout::nodes::capacity::{self, Meter};
use crate::layout::scene::{Caption, Drawn, Health};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;

/// A box with squares, before it has a place.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Its name and what stands beside and below it.
    pub card: Card,
    /// How many of its captions are lines below the name.
    pub lines: usize,
    /// Its bars.
    pub meters: Vec<Meter>,
    /// Its squares.
    pub cells: Vec<(ObjectRef, Health)>,
}

/// Whether a caption is a line below the name.
pub fn is_line(caption: &Caption) -> bool {
    matches!(caption, Caption::Trouble(_) | Caption::NodeLine { .. } | Caption::Taint(..))
}

/// Whether a caption is what a bar says.
pub fn is_of_meter(caption: &Caption) -> bool {
    matches!(caption, Caption::CpuRequests(_) | Caption::MemoryRequests(_) | Caption::PodsOf(..))
}

/// The tile of a node, by its name; `rich` with everything that the text shows of it.
pub fn of(report: &Ranked<'_>, name: &str, pods: &[&Pod], rich: bool) -> Tile {
    let node = report.cluster.nodes.get(name);
    let mut card =
        Card { objects: vec![ObjectRef::node(name)], ..Card::new(PartId::Node(name.to_owned()), vec![Caption::Name(name.to_owned())]) };
    let (cells, ready) = squares(report, pods);
    if !cells.is_empty() {
        card.captions.push(Caption::PodsReady(ready, count(cells.len())));
    }
    let (mut lines, mut meters) = (Vec::new(), Vec::new());
    match node {
        None => (card.presence, card.health) = (Drawn::Inferred, Health::Unknown),
        Some(node) => {
            card.health = of_node(report, node);
            if rich {
                lines = below(node);
                meters = capacity::meters(report, node);
            }
        }
    }
    let told = lines.len();
    card.captions.extend(lines);
    card.captions.extend(meters.iter().map(|it| it.caption.clone()));
    Tile { card, lines: told, meters, cells }
}

/// A square for each pod, and how many are ready.
pub fn squares(report: &Ranked<'_>, pods: &[&Pod]) -> (Vec<(ObjectRef, Health)>, u32) {
    let cells = pods.iter().map(|pod| (pod.id.clone(), of_pod(report, pod))).collect();
    (cells, count(pods.iter().filter(|pod| is_well(pod) == Some(true)).count()))
}

/// A number of things as captions tell it.
pub fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The lines below the name: what is wrong, what the node is, what keeps pods away.
fn below(node: &Node) -> Vec<Caption> {
    let status = node.status.iter().flat_map(|it| it.value.split(',')).filter(|it| *it != "Ready");
    let conditions = node.conditions.iter().filter(|(kind, it)| it.value.status == "True" && is_bad(kind)).map(|(kind, _)| kind.as_str());
    let trouble: Vec<&str> = status.chain(conditions).collect();
    let version = node.version.as_ref().map(|it| short_version(&it.value).to_owned());
    let roles = node.roles.iter().cloned().collect::<Vec<_>>().join(",");
    let mut lines = Vec::new();
    if !trouble.is_empty() {
        lines.push(Caption::Trouble(trouble.join(" · ")));
    }
    if version.is_some() || !roles.is_empty() {
        lines.push(Caption::NodeLine { ip: None, roles, version });
    }
    lines.extend(taint(node));
    lines
}

/// Whether a condition that is true is bad news. Sources: the API reference of Node; the node-problem-detector's configuration.
fn is_bad(condition: &str) -> bool {
    ["Pressure", "Unavailable", "Deadlock", "Filesystem", "Problem"].iter().any(|end| condition.ends_with(end))
        || condition.starts_with("Frequent")
}

/// The taint that tells most: one that the users set before one that Kubernetes sets, that of the role last.
fn taint(node: &Node) -> Option<Caption> {
    let taints = node.taints.as_ref()?;
    let rank = |taint: &str| (taint.starts_with("node.kubernetes.io/"), taint.starts_with("node-role.kubernetes.io/"));
    let first = taints.iter().map(|it| it.value.as_str()).min_by_key(|it| rank(it))?;
    // The domain of the key says little, and takes half the line.
    let (key, rest) = first.split_at(first.find(['=', ':']).unwrap_or(first.len()));
    let short = format!("{}{rest}", key.rsplit('/').next().unwrap_or(key));
    Some(Caption::Taint(short, count(taints.len() - 1)))
}
