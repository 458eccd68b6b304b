//! A product that runs in clusters, and the signs by which its pods are recognised.

use crate::model::component::{Placement, Role};

/// One entry of the catalogue in [`products`](crate::model::products).
#[derive(Clone, Debug)]
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
    pub prefixes: Vec<&'static str>,
    /// Namespaces that are its own: every pod there belongs to it.
    pub namespaces: Vec<&'static str>,
    /// Image base names (last path part, without tag).
    pub images: Vec<&'static str>,
    /// The pod network that it installs or belongs to: `calico`, `cilium`.
    pub cni: Option<&'static str>,
}
