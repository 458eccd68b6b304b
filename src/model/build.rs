//! Records → [`Cluster`]. The same outputs in any order give the same cluster.

mod absorb;
mod distribution;
mod endpoint;
mod events;
mod finish;
mod flatten;
mod logs;
mod namespace;
mod node_described;
mod node_object;
mod node_row;
mod observed;
mod other;
mod part;
mod partition;
mod platform;
mod pod_described;
mod pod_object;
mod pod_row;
mod scope;
mod topology;

use crate::kind::Kind;
use crate::model::build::logs::Logs;
use crate::model::build::observed::Observed;
use crate::model::build::part::Part;
use crate::model::cluster::{Check, Cluster, Endpoint, Other, Said};
use crate::model::event::Event;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Listing;
use crate::parse::cell::is_name;
use crate::parse::format::{Context, Sink};
use crate::parse::record::{Described, Object, Record, Row};
use crate::span::{Seen, Span};

/// Gathers what is read, part by part, into observations; [`clusters`](Builder::clusters) makes clusters of them.
#[derive(Default)]
pub struct Builder {
    parts: Vec<Part>,
    count: u32,
    pods: Vec<Observed<Pod>>,
    nodes: Vec<Observed<Node>>,
    others: Vec<Observed<Other>>,
    events: Vec<Observed<Event>>,
    listings: Vec<Observed<Listing>>,
    endpoints: Vec<Observed<Seen<Endpoint>>>,
    said: Vec<Observed<Said>>,
    checks: Vec<Observed<Check>>,
    versions: Vec<Observed<(bool, Seen<String>)>>,
    programs: Vec<Observed<Seen<String>>>,
    logs: Logs,
}

impl Builder {
    /// The clusters that the texts show, that with most objects first. `digests` are the numbers of the sources.
    pub fn clusters(self, digests: &[u64]) -> Vec<Cluster> {
        finish::finish(self, digests)
    }

    fn see<T>(&mut self, what: T) -> Observed<T> {
        self.count += 1;
        Observed { part: u32::try_from(self.parts.len().saturating_sub(1)).unwrap_or(u32::MAX), at: self.count, what }
    }

    fn ignored(&self) -> bool {
        self.parts.last().is_none_or(|part| part.context.told.as_ref().is_some_and(|told| told.ignored))
    }

    fn row(&mut self, row: Row<'_>) {
        let kind = Kind::parse(row.resource);
        let namespace = row.namespace.filter(|_| kind.namespaced() != Some(false)).map(str::to_owned);
        let Some(part) = self.parts.last_mut() else { return };
        match kind {
            Kind::Node => {
                part.node(row.name);
                let mut node = Node::new(row.name);
                node_row::read(&mut node, row);
                let seen = self.see(node);
                self.nodes.push(seen);
            }
            Kind::Pod => {
                let mut pod = Pod::new(ObjectRef { kind, namespace, name: row.name.to_owned() });
                pod_row::read(&mut pod, row);
                pod.node.iter().for_each(|node| part.node(&node.value));
                let seen = self.see(pod);
                self.pods.push(seen);
            }
            Kind::Event => {
                let event = events::row(row, part);
                let seen = self.see(event);
                self.events.push(seen);
            }
            kind => {
                if let Some(other) = other::row(ObjectRef { kind, namespace, name: row.name.to_owned() }, row) {
                    let seen = self.see(other);
                    self.others.push(seen);
                }
            }
        }
    }

    fn usage(&mut self, row: Row<'_>) {
        let kind = Kind::parse(row.resource);
        match kind {
            Kind::Node => {
                let mut node = Node::new(row.name);
                other::usage(&mut node.fields, row);
                node.sightings.push(row.span);
                let seen = self.see(node);
                self.nodes.push(seen);
            }
            Kind::Pod => {
                let mut pod = Pod::new(ObjectRef { kind, namespace: row.namespace.map(str::to_owned), name: row.name.to_owned() });
                other::usage(&mut pod.fields, row);
                pod.sightings.push(row.span);
                let seen = self.see(pod);
                self.pods.push(seen);
            }
            _ => {}
        }
    }

    fn described(&mut self, it: &Described) {
        let kind = Kind::parse(&it.resource);
        let id = ObjectRef { namespace: it.namespace.clone().filter(|_| kind.namespaced() != Some(false)), kind, name: it.name.clone() };
        let Some(part) = self.parts.last_mut() else { return };
        let events = crate::parse::outline::find(&it.fields, "Events").map(|field| field.table());
        let about = Some(&id).filter(|id| !id.name.is_empty());
        let events: Vec<Event> =
            events.iter().flat_map(|table| table.rows().map(|row| events::described(&row, about)).collect::<Vec<_>>()).collect();
        match id.kind {
            Kind::Node | Kind::Pod if !is_name(&it.name) => {}
            Kind::Node => {
                part.node(&it.name);
                let mut node = Node::new(&it.name);
                node_described::read(&mut node, it, part);
                let seen = self.see(node);
                self.nodes.push(seen);
            }
            Kind::Pod => {
                let mut pod = Pod::new(id);
                pod_described::read(&mut pod, it, part);
                pod.node.iter().for_each(|node| part.node(&node.value));
                let seen = self.see(pod);
                self.pods.push(seen);
            }
            _ => {
                if let Some(other) = other::described(id, it) {
                    let seen = self.see(other);
                    self.others.push(seen);
                }
            }
        }
        for event in events {
            let seen = self.see(event);
            self.events.push(seen);
        }
    }

    fn object(&mut self, it: Object<'_>) {
        let kind = Kind::parse(it.kind);
        let namespace = it.namespace.filter(|_| kind.namespaced() != Some(false)).map(str::to_owned);
        let Some(part) = self.parts.last_mut() else { return };
        match kind {
            Kind::Node => {
                part.node(it.name);
                let mut node = Node::new(it.name);
                node_object::read(&mut node, it, part);
                let seen = self.see(node);
                self.nodes.push(seen);
            }
            Kind::Pod => {
                let mut pod = Pod::new(ObjectRef { kind, namespace, name: it.name.to_owned() });
                pod_object::read(&mut pod, it, part);
                pod.node.iter().for_each(|node| part.node(&node.value));
                let seen = self.see(pod);
                self.pods.push(seen);
            }
            Kind::Event => {
                let event = events::event(it, part);
                let seen = self.see(event);
                self.events.push(seen);
            }
            kind => {
                let other = other::object(ObjectRef { kind, namespace, name: it.name.to_owned() }, it, part);
                let seen = self.see(other);
                self.others.push(seen);
            }
        }
    }
}

impl Sink for Builder {
    fn begin(&mut self, at: Span, context: &Context) {
        self.parts.push(Part::new(at, context));
        let program = &context.asked.program;
        if !program.is_empty() && self.programs.last().is_none_or(|last| last.what.value != *program) {
            let seen = self.see(Seen::new(program.clone(), at));
            self.programs.push(seen);
        }
    }

    fn record(&mut self, record: Record<'_>) {
        if self.ignored() {
            return;
        }
        match record {
            Record::Row(row) => self.row(row),
            Record::Usage(row) => self.usage(row),
            Record::Described(it) => self.described(it),
            Record::Object(it) => self.object(it),
            Record::Listed(listed) => {
                let Some(part) = self.parts.last_mut() else { return };
                let listing = scope::listed(listed, &part.context);
                part.lists_nodes |= listing.kind == Kind::Node && listing.complete && listing.objects > 0;
                let seen = self.see(listing);
                self.listings.push(seen);
            }
            Record::Event(line) => {
                let about = self.parts.last().and_then(|part| events::asked(&part.context));
                let seen = self.see(events::line_event(line, about));
                self.events.push(seen);
            }
            Record::Address(address) => {
                if let Some(endpoint) = endpoint::address(address) {
                    let seen = self.see(endpoint);
                    self.endpoints.push(seen);
                }
            }
            Record::Message(message) => {
                let Some(part) = self.parts.last() else { return };
                if let Some(listing) = scope::message(message, &part.context) {
                    let seen = self.see(listing);
                    self.listings.push(seen);
                    return;
                }
                let resource = part.context.resource().map(str::to_owned);
                let seen = self.see(Said { class: message.class, resource, text: message.text.to_owned(), span: message.span });
                self.said.push(seen);
            }
            Record::Version(version) => {
                let seen = self.see((version.server, Seen::new(version.version.to_owned(), version.span)));
                self.versions.push(seen);
            }
            Record::Check(check) => {
                let seen = self.see(Check { name: check.name.to_owned(), passed: check.passed, span: check.span });
                self.checks.push(seen);
            }
            Record::Log(line) => {
                let Some(part) = self.parts.last_mut() else { return };
                part.observed(line.at, line.span);
                let part = u32::try_from(self.parts.len() - 1).unwrap_or(u32::MAX);
                self.logs.add(line, part);
            }
            Record::Program(name, span) => {
                let seen = self.see(Seen::new(name.to_owned(), span));
                self.programs.push(seen);
            }
        }
    }
}
