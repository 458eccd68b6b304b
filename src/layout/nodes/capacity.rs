//! What pods ask of a node against what it gives, as bars; only where the text shows both.

use crate::diagnose::fit::{allocatable, used};
use crate::diagnose::look::status;
use crate::diagnose::quantity::milli;
use crate::kind::Kind;
use crate::layout::health::Ranked;
use crate::layout::nodes::tile::count;
use crate::layout::scene::{Caption, Health};
use crate::model::node::Node;

/// A bar, before it has a place.
#[derive(Clone, Debug)]
pub struct Meter {
    /// Of which resource.
    pub resource: &'static str,
    /// How far it is filled, in thousandths.
    pub permille: u32,
    /// What it says.
    pub caption: Caption,
}

impl Meter {
    /// Its rank: above nine tenths a look, above all there is broken.
    pub fn health(&self) -> Health {
        match self.permille {
            ..=900 => Health::Ok,
            901..=1000 => Health::Look,
            _ => Health::Broken,
        }
    }
}

/// The bars of a node.
pub fn meters(report: &Ranked<'_>, node: &Node) -> Vec<Meter> {
    ["cpu", "memory", "pods"].into_iter().filter_map(|resource| meter(report, node, resource)).collect()
}

fn meter(report: &Ranked<'_>, node: &Node, resource: &'static str) -> Option<Meter> {
    let most = allocatable(node, resource).filter(|it| *it > 0)?;
    let have = if resource == "pods" { running(report, node) } else { used(&report.cluster, &node.id.name, resource) };
    // What describe has added up itself.
    let told = || node.fields.get(format!("status.allocated.{resource}").as_str()).and_then(|it| milli(&it.value));
    let have = have.or_else(told)?;
    let permille = u32::try_from(i128::from(have) * 1000 / i128::from(most)).unwrap_or(u32::MAX);
    let whole = |it: i64| u32::try_from(it / 1000).unwrap_or(u32::MAX);
    let caption = match resource {
        "cpu" => Caption::CpuRequests(permille / 10),
        "memory" => Caption::MemoryRequests(permille / 10),
        _ => Caption::PodsOf(whole(have), whole(most)),
    };
    Some(Meter { resource, permille, caption })
}

/// The pods that count against the node's limit, in thousandths; `None` without a list of all.
fn running(report: &Ranked<'_>, node: &Node) -> Option<i64> {
    let cluster = &report.cluster;
    let ended = |it: &str| matches!(it, "Completed" | "Succeeded" | "Failed" | "Error" | "Evicted");
    let pods = || cluster.pods_on(&node.id.name).filter(|pod| !ended(status(pod))).count();
    cluster.scope.covers_all(&Kind::Pod).then(|| i64::from(count(pods())) * 1000)
}
