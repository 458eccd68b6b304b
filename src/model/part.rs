//! The parts of a cluster that can be pointed at: what a picture draws, an explanation explains and a link selects.

use crate::crosses;
use crate::model::object_ref::ObjectRef;
use crate::time::Stamp;

/// What a part is, and the word that stands for it in a link: `node/worker-1`, `pod/kube-system/etcd-a`, `ghost/etcd/cp-3`, `quorum`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartId {
    /// The person with kubectl.
    Kubectl,
    /// The address in cluster-info.
    Endpoint,
    /// The etcd ring with its quorum.
    Quorum,
    /// A node.
    Node(String),
    /// A row of parts inside another part ("control plane", "on every node", "cluster services").
    Section {
        /// The node it is in, or empty; with a `+` at the end, the rest of the row that is not drawn.
        of: String,
        /// Which.
        section: Section,
    },
    /// One pod.
    Pod(ObjectRef),
    /// A component that belongs on a node but has no pod of its own in the text: the kubelet, a ghost, or "not shown".
    Component {
        /// The product's id (`kubelet`, `etcd`, `calico`).
        product: String,
        /// The node, or empty for the cluster.
        node: String,
    },
    /// All pods of one product that are drawn as one card (`coredns ×2`).
    Product(String),
    /// What was not pasted.
    NotShown,
    /// Objects that have something in common, drawn as one area.
    Group {
        /// What they have in common: `namespace`, `zone`, `role`.
        by: String,
        /// Its value.
        name: String,
    },
    /// What happened to an object between two instants.
    Moment {
        /// The object.
        of: ObjectRef,
        /// The first of them.
        from: Stamp,
        /// The last.
        to: Stamp,
        /// Whether it went on all that time; else it is several things that stand near each other, or one.
        lasting: bool,
    },
}

crosses! {
    enum PartId {
        Kubectl, Endpoint, Quorum, Node(name), Section { of, section }, Pod(object), Component { product, node }, Product(id), NotShown, Group { by, name },
        Moment { of, from, to, lasting }
    }
}

/// A titled area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Control-plane components of a node.
    ControlPlane,
    /// Pods that every node has.
    EveryNode,
    /// Other pods of a node.
    Workloads,
    /// Pods whose node the text does not tell.
    ClusterServices,
}

crosses! { enum Section { ControlPlane, EveryNode, Workloads, ClusterServices } }
