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
use crate::model::build::observed::{Observed, What};
use crate::model::build::part::Part;
use crate::model::cluster::{Check, Cluster, Said};
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::parse::cell::is_name;
use crate::parse::format::{Context, Sink};
use crate::parse::record::{Described, Object, Record, Row};
use crate::span::{Seen, Span};

/// Gathers what is read, part by part, into observations; [`clusters`](Builder::clusters) makes clusters of them.
#[derive(Default)]
pub struct Builder {
    parts: Vec<Part>,
    seen: Vec<Observed>,
    logs: Logs,
    /// The program asked last.
    program: String,
}

impl Builder {
    /// The clusters that the texts show, that with most objects first. `digests` are the numbers of the sources.
    pub fn clusters(self, digests: &[u64]) -> Vec<Cluster> {
        finish::finish(self, digests)
    }

    fn see(&mut self, what: What) {
        let at = u32::try_from(self.seen.len()).unwrap_or(u32::MAX);
        self.seen.push(Observed { part: u32::try_from(self.parts.len().saturating_sub(1)).unwrap_or(u32::MAX), at, what });
    }

    fn ignored(&self) -> bool {
        self.parts.last().is_none_or(|part| part.context.told.as_ref().is_some_and(|told| told.ignored))
    }

    fn row(&mut self, row: Row<'_>) {
        let Some(part) = self.parts.last_mut() else { return };
        let id = id(row.resource, row.namespace, row.name);
        let what = match id.kind {
            Kind::Node => {
                part.node(row.name);
                let mut node = Node::new(row.name);
                node_row::read(&mut node, row);
                What::Node(Box::new(node))
            }
            Kind::Pod => {
                let mut pod = Pod::new(id);
                pod_row::read(&mut pod, row);
                part.node_of(&pod);
                What::Pod(Box::new(pod))
            }
            Kind::Event => What::Event(Box::new(events::row(row, part))),
            _ => {
                let Some(other) = other::row(id, row) else { return };
                What::Other(Box::new(other))
            }
        };
        self.see(what);
    }

    fn usage(&mut self, row: Row<'_>) {
        let id = id(row.resource, row.namespace, row.name);
        match id.kind {
            Kind::Node => {
                let mut node = Node::new(row.name);
                node.sightings.push(row.span);
                other::usage(&mut node.fields, row);
                self.see(What::Node(Box::new(node)));
            }
            Kind::Pod => {
                let mut pod = Pod::new(id);
                pod.sightings.push(row.span);
                other::usage(&mut pod.fields, row);
                self.see(What::Pod(Box::new(pod)));
            }
            _ => {}
        }
    }

    fn described(&mut self, it: &Described) {
        let Some(part) = self.parts.last_mut() else { return };
        let id = id(&it.resource, it.namespace.as_deref(), &it.name);
        let about = Some(&id).filter(|id| !id.name.is_empty()).cloned();
        let what = match id.kind {
            Kind::Node | Kind::Pod if !is_name(&it.name) => None,
            Kind::Node => {
                part.node(&it.name);
                let mut node = Node::new(&it.name);
                node_described::read(&mut node, it, part);
                Some(What::Node(Box::new(node)))
            }
            Kind::Pod => {
                let mut pod = Pod::new(id);
                pod_described::read(&mut pod, it, part);
                part.node_of(&pod);
                Some(What::Pod(Box::new(pod)))
            }
            _ => other::described(id, it).map(|it| What::Other(Box::new(it))),
        };
        if let Some(what) = what {
            self.see(what);
        }
        let Some(events) = crate::parse::outline::find(&it.fields, "Events") else { return };
        for row in events.table().rows() {
            self.see(What::Event(Box::new(events::described(&row, about.as_ref()))));
        }
    }

    fn object(&mut self, it: Object<'_>) {
        let Some(part) = self.parts.last_mut() else { return };
        let id = id(it.kind, it.namespace, it.name);
        let what = match id.kind {
            Kind::Node => {
                part.node(it.name);
                let mut node = Node::new(it.name);
                node_object::read(&mut node, it, part);
                What::Node(Box::new(node))
            }
            Kind::Pod => {
                let mut pod = Pod::new(id);
                pod_object::read(&mut pod, it, part);
                part.node_of(&pod);
                What::Pod(Box::new(pod))
            }
            Kind::Event => What::Event(Box::new(events::event(it, part))),
            _ => What::Other(Box::new(other::object(id, it, part))),
        };
        self.see(what);
    }
}

/// Which object something is about; kinds that live in no namespace have none whatever was printed.
fn id(resource: &str, namespace: Option<&str>, name: &str) -> ObjectRef {
    let kind = Kind::parse(resource);
    let namespace = namespace.filter(|_| kind.namespaced() != Some(false)).map(str::to_owned);
    ObjectRef { kind, namespace, name: name.to_owned() }
}

impl Sink for Builder {
    fn begin(&mut self, at: Span, context: &Context) {
        self.parts.push(Part::new(at, context));
        let program = &context.asked.program;
        if !program.is_empty() && self.program != *program {
            self.program.clone_from(program);
            self.see(What::Program(Box::new(Seen::new(program.clone(), at))));
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
                self.see(What::Listing(Box::new(listing)));
            }
            Record::Event(line) => {
                let about = self.parts.last().and_then(|part| events::asked(&part.context));
                self.see(What::Event(Box::new(events::line_event(line, about))));
            }
            Record::Address(address) => {
                if let Some(endpoint) = endpoint::address(address) {
                    self.see(What::Endpoint(Box::new(endpoint)));
                }
            }
            Record::Message(message) => {
                let Some(part) = self.parts.last() else { return };
                let what = match scope::message(message, &part.context) {
                    Some(listing) => What::Listing(Box::new(listing)),
                    None => {
                        let resource = part.context.resource().map(str::to_owned);
                        What::Said(Box::new(Said { class: message.class, resource, text: message.text.to_owned(), span: message.span }))
                    }
                };
                self.see(what);
            }
            Record::Version(version) => {
                let seen = Box::new(Seen::new(version.version.to_owned(), version.span));
                self.see(if version.server { What::ServerVersion(seen) } else { What::ClientVersion(seen) });
            }
            Record::Check(check) => {
                self.see(What::Check(Box::new(Check { name: check.name.to_owned(), passed: check.passed, span: check.span })));
            }
            Record::Log(line) => {
                let Some(part) = self.parts.last_mut() else { return };
                part.observed(line.at, line.span);
                let part = u32::try_from(self.parts.len() - 1).unwrap_or(u32::MAX);
                self.logs.add(line, part);
            }
            Record::Program(name, span) => self.see(What::Program(Box::new(Seen::new(name.to_owned(), span)))),
        }
    }
}
