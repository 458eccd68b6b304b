//! A product that runs in clusters, and the signs by which its pods are recognised.

use crate::model::component::{Placement, Role};

/// One entry of the catalogue in [`products`](crate::model::products).
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// Kebab-case, unique; the explanation's id too.
    pub id: &'static str,
    /// Its own name, the same in every language.
    pub name: &'static str,
    /// Its job.
    pub role: Role,
    /// How its pods sit in a cluster.
    pub placement: Placement,
    /// Pod-name prefixes; a pod matches if its name is the prefix or continues with `-`.
    pub prefixes: &'static [&'static str],
    /// Namespaces that are its own: every pod there belongs to it.
    pub namespaces: &'static [&'static str],
    /// Image base names (last path part, without tag).
    pub images: &'static [&'static str],
    /// The pod network that it installs or belongs to: `calico`, `cilium`.
    pub cni: Option<&'static str>,
}

impl Product {
    /// A static pod on control-plane nodes.
    pub const fn fixed(id: &'static str, name: &'static str, role: Role) -> Self {
        Self::new(id, name, role, Placement::Static)
    }

    /// A pod on every node.
    pub const fn agent(id: &'static str, name: &'static str, role: Role) -> Self {
        Self::new(id, name, role, Placement::PerNode)
    }

    /// A few replicas somewhere.
    pub const fn service(id: &'static str, name: &'static str, role: Role) -> Self {
        Self::new(id, name, role, Placement::Replicas)
    }

    const fn new(id: &'static str, name: &'static str, role: Role, placement: Placement) -> Self {
        Self { id, name, role, placement, prefixes: &[], namespaces: &[], images: &[], cni: None }
    }

    /// The same with the pod-name prefixes that tell it.
    pub const fn pods(mut self, prefixes: &'static [&'static str]) -> Self {
        self.prefixes = prefixes;
        self
    }

    /// The same with the namespaces that are its own.
    pub const fn owns(mut self, namespaces: &'static [&'static str]) -> Self {
        self.namespaces = namespaces;
        self
    }

    /// The same with the image base names that tell it.
    pub const fn images(mut self, images: &'static [&'static str]) -> Self {
        self.images = images;
        self
    }

    /// The same as part of a pod network.
    pub const fn network(mut self, cni: &'static str) -> Self {
        self.cni = Some(cni);
        self
    }
}
