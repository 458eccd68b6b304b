//! What an object shows in each column.

use crate::diagnose::finding::{Finding, Severity};
use crate::diagnose::fit::{allocatable, used};
use crate::diagnose::quantity::shown;
use crate::kind::Kind;
use crate::layout::health::{Ranked, of_node, of_pod};
use crate::layout::scene::Health;
use crate::model::cluster::{Cluster, Other};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;
use crate::rows::Column;

const OF_PODS: [&str; 7] = ["NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE", "NODE"];
const OF_NODES: [&str; 9] = ["NAME", "STATUS", "ROLES", "VERSION", "INTERNAL-IP", "PODS", "CPU REQUESTS", "MEMORY REQUESTS", "AGE"];
/// Objects whose fields and cells tell which columns there are, and how wide.
const SAMPLE: usize = 1_000;
/// More columns than this are for `describe`.
const MOST: usize = 8;
/// The widest column, in letters.
const WIDEST: usize = 44;

/// One object.
pub enum Item<'a> {
    Pod(&'a Pod),
    Node(&'a Node),
    Other(&'a Other),
}

/// The kinds that the text shows, pods and nodes first, with how many of each.
pub fn kinds(cluster: &Cluster) -> Vec<(Kind, u32)> {
    let mut kinds: Vec<(Kind, u32)> = Vec::new();
    for (kind, count) in [(Kind::Pod, cluster.pods.len()), (Kind::Node, cluster.nodes.len())] {
        if count > 0 {
            kinds.push((kind, u32::try_from(count).unwrap_or(u32::MAX)));
        }
    }
    for id in cluster.others.keys() {
        match kinds.last_mut().filter(|(kind, _)| *kind == id.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((id.kind.clone(), 1)),
        }
    }
    kinds
}

/// The objects of a kind.
pub fn items<'a>(cluster: &'a Cluster, kind: &Kind) -> Vec<Item<'a>> {
    match kind {
        Kind::Pod => cluster.pods.values().map(Item::Pod).collect(),
        Kind::Node => cluster.nodes.values().map(Item::Node).collect(),
        _ => cluster.others.values().filter(|it| it.id.kind == *kind).map(Item::Other).collect(),
    }
}

/// The columns of a kind, as wide as their cells.
pub fn columns(cluster: &Cluster, kind: &Kind, items: &[Item<'_>]) -> Vec<Column> {
    let titles: Vec<String> = match kind {
        Kind::Pod => OF_PODS.map(str::to_owned).to_vec(),
        Kind::Node => OF_NODES.map(str::to_owned).to_vec(),
        _ => of_others(items),
    };
    let column = |title: String| {
        let letters = items.iter().take(SAMPLE).map(|it| it.cell(cluster, &title).chars().count()).max().unwrap_or(0);
        let width = letters.max(title.chars().count() + 3).min(WIDEST);
        Column { title, width: u32::try_from(width).unwrap_or(0) }
    };
    // A column that is empty throughout says nothing.
    let said = |it: &Column| it.title == "NAME" || items.iter().take(SAMPLE).any(|item| !item.cell(cluster, &it.title).is_empty());
    titles.into_iter().map(column).filter(said).collect()
}

/// What was printed of them: headings of tables, else keys of descriptions, else paths of objects; what most of them have.
fn of_others(items: &[Item<'_>]) -> Vec<String> {
    let mut counts: Map<&str, usize> = Map::new();
    for item in items.iter().take(SAMPLE) {
        let Item::Other(it) = item else { continue };
        for name in it.fields.keys() {
            *counts.slot(name.as_str(), || 0) += 1;
        }
    }
    let sort = |name: &str| match name.contains('.') {
        _ if !name.contains(|c: char| c.is_lowercase() || c == '.') => 0,
        false => 1,
        true => 2 + usize::from(name.starts_with("metadata.")),
    };
    let best = counts.keys().map(|name| sort(name)).min().unwrap_or(0);
    let own = |name: &str| !matches!(name, "NAME" | "NAMESPACE" | "Name" | "Namespace" | "metadata.name" | "metadata.namespace");
    let mut names: Vec<(usize, &str)> =
        counts.iter().filter(|(name, _)| sort(name) == best && own(name)).map(|(name, count)| (usize::MAX - count, *name)).collect();
    order::sort(&mut names);
    names.truncate(MOST);
    // AGE ends a row, as kubectl has it.
    order::sort_by_key(&mut names, |(_, name)| *name == "AGE");
    ["NAMESPACE", "NAME"].into_iter().chain(names.into_iter().map(|(_, name)| name)).map(str::to_owned).collect()
}

impl Item<'_> {
    fn id(&self) -> &ObjectRef {
        match self {
            Self::Pod(it) => &it.id,
            Self::Node(it) => &it.id,
            Self::Other(it) => &it.id,
        }
    }

    /// What is explained when it is chosen.
    pub fn part(&self) -> PartId {
        match self {
            Self::Node(it) => PartId::Node(it.id.name.clone()),
            _ => PartId::Pod(self.id().clone()),
        }
    }

    /// Its state; of what is neither pod nor node, what was found tells.
    pub fn health(&self, report: &Ranked<'_>) -> Option<Health> {
        match self {
            Self::Pod(it) => Some(of_pod(report, it)),
            Self::Node(it) => Some(of_node(report, it)),
            Self::Other(_) => match self.finding(report)?.severity {
                Severity::Critical => Some(Health::Broken),
                Severity::Warning => Some(Health::Look),
                Severity::Info => None,
            },
        }
    }

    /// The worst finding about it, its own before those of others.
    pub fn finding<'r>(&self, report: &'r Ranked<'_>) -> Option<&'r Finding> {
        report.about(self.id()).max_by_key(|it| (it.severity, it.subject == *self.id()))
    }

    /// The cell below a heading.
    pub fn cell(&self, cluster: &Cluster, title: &str) -> String {
        match (title, self) {
            ("NAME", _) => self.id().name.clone(),
            ("NAMESPACE", _) => self.id().namespace.clone().unwrap_or_default(),
            (_, Self::Pod(it)) => of_a_pod(it, title),
            (_, Self::Node(it)) => of_a_node(cluster, it, title),
            (_, Self::Other(it)) => it.fields.get(title).map(|it| it.value.clone()).unwrap_or_default(),
        }
    }

    /// Whether any of its texts is what is looked for.
    pub fn says(&self, mut looks: impl FnMut(&str) -> bool) -> bool {
        let id = self.id();
        if looks(&id.name) || id.namespace.as_deref().is_some_and(&mut looks) {
            return true;
        }
        let labelled = |labels: &Map<String, String>, looks: &mut dyn FnMut(&str) -> bool| {
            labels.iter().any(|(key, value)| looks(key) || looks(value) || looks(&format!("{key}={value}")))
        };
        match self {
            Self::Pod(it) => {
                let texts = [&it.status, &it.node, &it.ip].into_iter().flatten();
                let images = it.containers.iter().filter_map(|it| it.image.as_ref());
                texts.chain(images).any(|it| looks(&it.value)) || labelled(&it.labels, &mut looks)
            }
            Self::Node(it) => {
                let texts = [&it.status, &it.version, &it.internal_ip, &it.os_image, &it.runtime].into_iter().flatten();
                texts.into_iter().any(|it| looks(&it.value)) || it.roles.iter().any(|it| looks(it)) || labelled(&it.labels, &mut looks)
            }
            Self::Other(it) => it.fields.values().any(|it| looks(&it.value)),
        }
    }
}

fn of_a_pod(pod: &Pod, title: &str) -> String {
    let cell = match title {
        "READY" => pod.ready.as_ref().map(|it| format!("{}/{}", it.value.ready, it.value.total)),
        "STATUS" => pod.status.as_ref().map(|it| it.value.clone()),
        "RESTARTS" => pod.restarts.as_ref().map(|it| match it.value.last_ago_secs {
            Some(secs) => format!("{} ({} ago)", it.value.count, age(secs)),
            None => it.value.count.to_string(),
        }),
        "AGE" => pod.age_secs.as_ref().map(|it| age(it.value)),
        _ => pod.node.as_ref().map(|it| it.value.clone()),
    };
    cell.unwrap_or_default()
}

fn of_a_node(cluster: &Cluster, node: &Node, title: &str) -> String {
    let name = node.id.name.as_str();
    let requests = |resource: &str| {
        let used = shown(resource, used(cluster, name, resource)?);
        Some(allocatable(node, resource).map_or_else(|| used.clone(), |of| format!("{used} / {}", shown(resource, of))))
    };
    let cell = match title {
        "STATUS" => node.status.as_ref().map(|it| it.value.clone()),
        "ROLES" => Some(node.roles.iter().cloned().collect::<Vec<_>>().join(",")),
        "VERSION" => node.version.as_ref().map(|it| it.value.clone()),
        "INTERNAL-IP" => node.internal_ip.as_ref().map(|it| it.value.clone()),
        "PODS" => cluster.on_node.get(name).map(|it| it.len().to_string()),
        "CPU REQUESTS" => requests("cpu"),
        "MEMORY REQUESTS" => requests("memory"),
        _ => node.age_secs.as_ref().map(|it| age(it.value)),
    };
    cell.unwrap_or_default()
}

/// Seconds as kubectl prints an age: the source is `duration.HumanDuration` of k8s.io/apimachinery.
fn age(secs: i64) -> String {
    const UNITS: [(i64, char); 5] = [(365 * 86_400, 'y'), (86_400, 'd'), (3_600, 'h'), (60, 'm'), (1, 's')];
    let at = match secs {
        ..120 => 4,
        120..10_800 => 3,
        10_800..172_800 => 2,
        172_800..63_072_000 => 1,
        _ => 0,
    };
    let Some((unit, letter)) = UNITS.get(at) else { return String::new() };
    let (whole, rest) = (secs.max(0) / unit, secs.max(0) % unit);
    let fine = matches!(secs, 120..600 | 10_800..28_800 | 172_800..691_200 | 63_072_000..252_288_000);
    match UNITS.get(at + 1).filter(|(unit, _)| fine && rest >= *unit) {
        Some((smaller, second)) => format!("{whole}{letter}{}{second}", rest / smaller),
        None => format!("{whole}{letter}"),
    }
}

#[cfg(test)]
mod tests {
    use super::age;
    use crate::time::parse_age;

    #[test]
    fn ages_as_kubectl_prints_them() {
        for text in ["0s", "118s", "2m21s", "9m", "10m", "179m", "3h", "7h59m", "8h", "47h", "2d", "3d20h", "33d", "729d", "2y", "5y30d"] {
            assert_eq!(parse_age(text).map(age).as_deref(), Some(text));
        }
    }
}
