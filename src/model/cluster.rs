//! Everything the text told about one cluster. Knows Kubernetes, not text.

use crate::model::component::Certainty;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Scope;
use crate::model::topology::Topology;
use crate::order::Map;
use crate::span::{Seen, Span};
use crate::text::Phrase;
use crate::time::Stamp;

/// A cluster as the text shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Nodes, by name.
    pub nodes: Map<String, Node>,
    /// Pods.
    pub pods: Map<ObjectRef, Pod>,
    /// Objects of every other kind: cells or fields as printed.
    pub others: Map<ObjectRef, Other>,
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

/// An object whose kind has no type of its own yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Other {
    /// Fields by column header or describe key, as printed.
    pub fields: Map<String, Seen<String>>,
    /// Every place that shows it, in order.
    pub sightings: Vec<Span>,
}
