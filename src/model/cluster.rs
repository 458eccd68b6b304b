//! Everything the text told about one cluster. Knows Kubernetes, not text.

use crate::model::change::Change;
use crate::model::component::Certainty;
use crate::model::event::Event;
use crate::model::log_fact::LogFact;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Scope;
use crate::model::topology::Topology;
use crate::order::Map;
pub use crate::parse::record::MessageClass;
use crate::phrase;
use crate::span::{Seen, Span};
use crate::text::Phrase;
use crate::time::Stamp;

/// A cluster as the text shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Its name, where the user or a command tells it: a context, a kubeconfig.
    pub name: Option<String>,
    /// Nodes, by name.
    pub nodes: Map<String, Node>,
    /// Pods.
    pub pods: Map<ObjectRef, Pod>,
    /// Objects of every other kind: cells or fields as printed.
    pub others: Map<ObjectRef, Other>,
    /// Events, in the order of the text.
    pub events: Vec<Event>,
    /// Lines of logs that mean something, by what they mean.
    pub logs: Vec<LogFact>,
    /// What kubectl said instead of output.
    pub messages: Vec<Said>,
    /// Checks of the API server's health that the text shows.
    pub checks: Vec<Check>,
    /// What differs between two observations of one object.
    pub changes: Vec<Change>,
    /// The version of kubectl, where the text tells.
    pub client_version: Option<Seen<String>>,
    /// Programs that were run: kubectl's likes, and others whose output stands in the text.
    pub programs: Vec<Seen<String>>,
    /// The addresses of `kubectl cluster-info`: the control plane first.
    pub endpoints: Vec<Seen<Endpoint>>,
    /// What was asked.
    pub scope: Scope,
    /// The newest instant at which something was observed: a lower bound of the time of the paste.
    pub now: Option<Seen<Stamp>>,
    /// What the control plane is made of.
    pub topology: Topology,
    /// Kubernetes version, such as `v1.25.16`.
    pub version: Option<Seen<String>>,
    /// The pod network.
    pub cni: Option<Inference>,
    /// The container runtime (`docker`, `containerd`, `cri-o`).
    pub runtime: Option<Inference>,
    /// What set the cluster up (`kubeadm`, `k3s`, `eks`, …).
    pub distribution: Option<Inference>,
    /// Which pods run on a node, by their places among the pods: hundreds of thousands are not to be gone through for each node.
    pub on_node: Map<String, Vec<usize>>,
}

impl Cluster {
    /// The pods of which the text tells that they run on that node, in order.
    pub fn pods_on<'a>(&'a self, node: &str) -> impl Iterator<Item = &'a Pod> + use<'a> {
        self.on_node.get(node).into_iter().flatten().filter_map(|at| self.pods.nth(*at)).map(|(_, pod)| pod)
    }

    /// Notes which pods run on which node; to be called when pods were added.
    pub fn index(&mut self) {
        let mut pairs: Vec<(&str, usize)> =
            self.pods.values().enumerate().filter_map(|(at, pod)| Some((pod.node.as_ref()?.value.as_str(), at))).collect();
        crate::order::sort(&mut pairs);
        let mut on_node: Map<String, Vec<usize>> = Map::new();
        for (node, at) in pairs {
            on_node.slot(node.to_owned(), Vec::new).push(at);
        }
        self.on_node = on_node;
    }

    /// A word by which the user can name it: its name, else that of a node.
    pub fn handle(&self) -> Option<&str> {
        self.name.as_deref().or_else(|| self.nodes.keys().next().map(String::as_str))
    }

    /// What it is called where the text shows several: by its name, else by its nodes.
    pub fn label(&self) -> Phrase {
        if let Some(name) = &self.name {
            return Phrase::same(name);
        }
        match (self.nodes.keys().next(), self.nodes.len()) {
            (None, _) => phrase!("a cluster whose nodes the text does not list", "一个文本中没有列出节点的集群"),
            (Some(node), 1) => phrase!("the cluster of {node}", "{node} 所在的集群", node = node),
            (Some(node), n) => phrase!("the cluster of {node} ({n} nodes)", "{node} 所在的集群（{n} 个节点）", node = node, n = n),
        }
    }
}

/// A line of `kubectl cluster-info`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Endpoint {
    /// What runs there, as printed: `Kubernetes control plane`, `CoreDNS`.
    pub what: String,
    /// The URL.
    pub url: String,
    /// Host of the URL, without port.
    pub host: String,
    /// Port of the URL.
    pub port: Option<u16>,
}

/// A message of kubectl.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Which.
    pub class: MessageClass,
    /// What was asked for, by its plural name, where the command tells.
    pub resource: Option<String>,
    /// Its words.
    pub text: String,
    /// The line.
    pub span: Span,
}

/// A check of the API server's health.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Check {
    /// `etcd`, `poststarthook/rbac/bootstrap-roles`.
    pub name: String,
    /// Whether it passed.
    pub passed: bool,
    /// The line.
    pub span: Span,
}

/// A conclusion with the sign that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// The answer: a lower-case id such as `calico`.
    pub value: String,
    /// How surely.
    pub certainty: Certainty,
    /// The sign that told.
    pub sign: Phrase,
    /// Where it stands.
    pub evidence: Vec<Span>,
}

/// An object whose kind has no type of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Which.
    pub id: ObjectRef,
    /// Fields by column header or describe key, as printed; of objects of the API by path (`spec.replicas`).
    pub fields: Map<String, Seen<String>>,
    /// Every place that shows it, in order.
    pub sightings: Vec<Span>,
}
