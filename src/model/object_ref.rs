//! The identity of an object.

use std::fmt;

use crate::crosses;
use crate::kind::Kind;

/// Kind, namespace and name: what identifies an object in one cluster.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectRef {
    /// What it is.
    pub kind: Kind,
    /// Where it lives; `None` for cluster scope or where the text does not tell.
    pub namespace: Option<String>,
    /// Its name.
    pub name: String,
}

crosses! { struct ObjectRef { kind, namespace, name } }

impl ObjectRef {
    /// A name within its namespace, where that is known: `shop/cart`.
    pub fn path(namespace: Option<&str>, name: &str) -> String {
        namespace.map_or_else(|| name.to_owned(), |namespace| format!("{namespace}/{name}"))
    }

    /// An object in a namespace.
    pub fn namespaced(kind: Kind, namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind, namespace: Some(namespace.into()), name: name.into() }
    }

    /// An object of cluster scope.
    pub fn cluster_scoped(kind: Kind, name: impl Into<String>) -> Self {
        Self { kind, namespace: None, name: name.into() }
    }

    /// What stands for the whole cluster, or access to it.
    pub fn cluster() -> Self {
        Self::cluster_scoped(Kind::Cluster, "cluster")
    }

    /// A node.
    pub fn node(name: impl Into<String>) -> Self {
        Self::cluster_scoped(Kind::Node, name)
    }

    /// A pod; the namespace is `None` where the text does not tell it.
    pub fn pod(namespace: Option<&str>, name: impl Into<String>) -> Self {
        Self { kind: Kind::Pod, namespace: namespace.map(str::to_owned), name: name.into() }
    }
}

impl fmt::Display for ObjectRef {
    /// `pods/kube-system/etcd-a`, `nodes/worker-1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.namespace {
            Some(namespace) => write!(f, "{}/{namespace}/{}", self.kind.plural(), self.name),
            None => write!(f, "{}/{}", self.kind.plural(), self.name),
        }
    }
}
