//! What the rules had before them, in words.

use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::order::Map;
use crate::phrase;
use crate::text::{Phrase, thousands};

/// Kinds that are counted by name; the rest is counted together.
const MOST: usize = 6;

/// `3 Node · 26 Pod · 41 Event · 12 Service · 310 log lines that mean something`; empty where there is nothing.
pub(super) fn looked_at(cluster: &Cluster) -> Phrase {
    let mut kinds: Map<&str, usize> = Map::new();
    for other in cluster.others.values() {
        *kinds.slot(other.id.kind.name(), || 0) += 1;
    }
    let events = cluster.events.len() + cluster.pods.values().map(|it| it.events.len()).sum::<usize>();
    let first = [(Kind::Node, cluster.nodes.len()), (Kind::Pod, cluster.pods.len()), (Kind::Event, events)];
    let count = |name: &str, n: usize| Phrase::same(format!("{name} {}", thousands(n as u64)));
    let mut all: Vec<Phrase> = first.iter().filter(|(_, n)| *n > 0).map(|(kind, n)| count(kind.name(), *n)).collect();
    all.extend(kinds.iter().take(MOST).map(|(kind, n)| count(kind, *n)));
    let rest: usize = kinds.iter().skip(MOST).map(|(_, n)| n).sum();
    if rest > 0 {
        all.push(phrase!("{n} others", "其他 {n} 个", n = rest));
    }
    if !cluster.logs.is_empty() {
        all.push(phrase!("{n} telling log lines", "{n} 行有意义的日志", n = cluster.logs.len()));
    }
    let join = |say: fn(&Phrase) -> &String| all.iter().map(|it| say(it).as_str()).collect::<Vec<_>>().join(" · ");
    Phrase { en: join(|it| &it.en), zh: join(|it| &it.zh) }
}
