//! Records → [`Cluster`]. The same outputs in any order give the same cluster.

mod distribution;
mod endpoint;
mod namespace;
mod node_described;
mod node_row;
mod other;
mod platform;
mod pod_described;
mod pod_row;
mod scope;
mod topology;

use crate::model::cluster::Cluster;
use crate::model::kind::Kind;
use crate::model::object_ref::ObjectRef;
use crate::model::recognise::recognise;
use crate::order;
use crate::order::Map;
use crate::parse::cell::is_name;
use crate::parse::record::{Described, Record, Row};
use crate::time::parse_age;

/// The records of one part of a block: a table with its rows, one described object, …
pub type Records<'a> = &'a [Record];

/// Builds the cluster from everything that was read, in an order that does not depend on the order of the inputs
/// (the caller sorts inputs by their text).
pub fn build(parts: &[Records<'_>]) -> Cluster {
    let mut cluster = Cluster::default();
    let known = namespace::Known::of(parts);
    let mut described: Vec<&Described> = Vec::new();
    let mut rows: Vec<(&Row, Kind, Option<String>)> = Vec::new();
    for part in parts {
        let of_part = known.of_part(part);
        for record in *part {
            match record {
                Record::Listed(listed) => scope::listed(&mut cluster.scope, listed, of_part.as_deref()),
                Record::Row(row) => {
                    let kind = Kind::parse(&row.resource);
                    let namespace = namespace::of_row(row, &kind, of_part.as_deref());
                    rows.push((row, kind, namespace));
                }
                Record::Described(it) => described.push(it),
                Record::Address(address) => endpoint::address(&mut cluster, address),
                Record::Message(message) => scope::message(&mut cluster.scope, message),
            }
        }
    }
    for it in described {
        described_object(&mut cluster, it);
    }
    // The same object in two tables: the greater age is the newer observation; equal ages keep the order of the text.
    // By name first, because the maps are built fastest in order.
    let age = |row: &Row| row.cell("AGE").and_then(parse_age);
    order::sort_by(&mut rows, |(a, _, a_in), (b, _, b_in)| (a_in, &a.name, age(a)).cmp(&(b_in, &b.name, age(b))));
    for (row, kind, namespace) in rows {
        row_object(&mut cluster, row, kind, namespace);
    }
    for pod in cluster.pods.values_mut() {
        let images: Vec<&str> = pod.containers.iter().filter_map(|it| it.image.as_ref()).map(|it| it.value.as_str()).collect();
        pod.component = recognise(pod.id.namespace.as_deref(), &pod.id.name, &images);
        order::sort(&mut pod.sightings);
        pod.sightings.dedup();
    }
    order::sort(&mut cluster.endpoints);
    cluster.endpoints.dedup_by(|a, b| a.value == b.value);
    // "Kubernetes control plane" (once "Kubernetes master") leads; add-ons follow.
    order::sort_by_key(&mut cluster.endpoints, |it| !it.value.what.starts_with("Kubernetes"));
    order::sort(&mut cluster.scope.listings);
    cluster.topology = topology::topology(&cluster);
    platform::platform(&mut cluster);
    cluster
}

fn row_object(cluster: &mut Cluster, row: &Row, kind: Kind, namespace: Option<String>) {
    match kind {
        Kind::Node => {
            node_row::read(cluster.nodes.slot(row.name.clone(), || crate::model::node::Node::new(&row.name)), row);
        }
        Kind::Pod => {
            let id = ObjectRef { kind, namespace, name: row.name.clone() };
            pod_row::read(entry(&mut cluster.pods, id), row);
        }
        Kind::Event => {}
        kind => other::row(&mut cluster.others, ObjectRef { kind, namespace, name: row.name.clone() }, row),
    }
}

fn described_object(cluster: &mut Cluster, it: &Described) {
    match Kind::parse(&it.resource) {
        Kind::Node | Kind::Pod if !is_name(&it.name) => {}
        Kind::Node => {
            let node = cluster.nodes.slot(it.name.clone(), || crate::model::node::Node::new(&it.name));
            node_described::read(node, it, &mut cluster.now);
        }
        Kind::Pod => {
            let id = ObjectRef { kind: Kind::Pod, namespace: it.namespace.clone(), name: it.name.clone() };
            pod_described::read(entry(&mut cluster.pods, id), it, &mut cluster.now);
        }
        kind => other::described(&mut cluster.others, ObjectRef { kind, namespace: it.namespace.clone(), name: it.name.clone() }, it),
    }
}

fn entry(pods: &mut Map<ObjectRef, crate::model::pod::Pod>, id: ObjectRef) -> &mut crate::model::pod::Pod {
    pods.slot(id.clone(), || crate::model::pod::Pod::new(id))
}
