//! Which cluster each part is of. Two are told apart by what the user says, by contexts that commands name, and by complete lists of
//! nodes that have none in common; a part without such signs is of the cluster that the text before it is of.

use crate::model::build::part::{Part, Parts};
use crate::order;
use crate::order::Set;

/// What tells a cluster.
#[derive(Default)]
struct Signs {
    names: Vec<String>,
    nodes: Set<String>,
    listed: bool,
}

/// Gives each part its cluster; how many there are.
pub(super) fn partition(parts: &mut Parts) -> usize {
    // In an order that depends on what the texts say, not on the order in which they came.
    let mut in_order: Vec<(u64, usize)> =
        (0..parts.all.len()).map(|at| (parts.source(u32::try_from(at).unwrap_or(u32::MAX)), at)).collect();
    order::sort(&mut in_order);
    let mut clusters: Vec<Signs> = Vec::new();
    let told: Vec<(usize, Option<usize>)> =
        in_order.iter().map(|(_, at)| (*at, parts.all.get(*at).and_then(|part| place(part, &mut clusters)))).collect();
    // What says nothing follows what stands before it in its text, else is of the first cluster.
    let mut before: Option<(u32, usize)> = None;
    for (at, told) in told {
        let Some(part) = parts.all.get_mut(at) else { continue };
        let source = part.first.source.0;
        let inherited = before.filter(|(of_source, _)| *of_source == source).map(|(_, cluster)| cluster);
        part.cluster = told.or(inherited).unwrap_or(0);
        before = Some((source, part.cluster));
    }
    clusters.len().max(1)
}

/// The cluster that a part's own signs tell.
fn place(part: &Part, clusters: &mut Vec<Signs>) -> Option<usize> {
    let told = part.context.told.as_ref().and_then(|told| told.cluster.clone());
    let name = told.or_else(|| part.context.asked.context.clone());
    let nodes: Set<String> = order::set(part.nodes.iter().cloned());
    let by_name = name.as_ref().and_then(|name| clusters.iter().position(|it| it.names.contains(name)));
    let shares = |it: &Signs| nodes.iter().any(|node| it.nodes.contains(node));
    let by_nodes = || clusters.iter().position(shares);
    let open = |it: &Signs| {
        // Nothing speaks against it: no other name, and no list of other nodes.
        (name.is_none() || it.names.is_empty()) && (nodes.is_empty() || !it.listed || !(part.lists_nodes || nodes.len() > 2))
    };
    if name.is_none() && nodes.is_empty() {
        return None;
    }
    let found =
        by_name.or_else(|| if name.is_some() { clusters.iter().position(|it| shares(it) && it.names.is_empty()) } else { by_nodes() });
    let at = found.or_else(|| clusters.iter().position(open)).unwrap_or_else(|| {
        clusters.push(Signs::default());
        clusters.len() - 1
    });
    let signs = clusters.get_mut(at)?;
    if let Some(name) = name
        && !signs.names.contains(&name)
    {
        signs.names.push(name);
    }
    for node in nodes {
        signs.nodes.insert(node);
    }
    signs.listed |= part.lists_nodes;
    Some(at)
}
