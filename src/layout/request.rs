//! Which picture of a report is wanted. Comparable: an equal request has an equal answer.

use crate::crosses;
use crate::model::part::PartId;

/// What to draw, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayoutRequest {
    /// Which picture.
    pub picture: Picture,
    /// By what its nodes are grouped.
    pub grouping: Grouping,
    /// The groups that are not as they begin: folded ones that are open, open ones that are folded.
    pub toggled: Vec<PartId>,
}

crosses! { struct LayoutRequest { picture, grouping, toggled } }

/// The pictures of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Picture {
    /// What the cluster is made of and who talks to whom.
    #[default]
    Architecture,
    /// Every node with its pods.
    Nodes,
    /// From the way in to the pods that answer.
    Traffic,
    /// What owns the pods, and how far it has come.
    Workloads,
    /// What happened when.
    Timeline,
}

crosses! { enum Picture { Architecture, Nodes, Traffic, Workloads, Timeline } }

/// What nodes that stand together have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// Control plane or worker, and other roles.
    #[default]
    Role,
    /// The failure zone.
    Zone,
    /// The pool or machine set of the provider.
    Pool,
    /// The kubelet's version.
    Version,
    /// The container runtime.
    Runtime,
}

crosses! { enum Grouping { Role, Zone, Pool, Version, Runtime } }

impl Grouping {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Role, Self::Zone, Self::Pool, Self::Version, Self::Runtime];

    /// The word that stands for it in an address and in the id of its groups.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Zone => "zone",
            Self::Pool => "pool",
            Self::Version => "version",
            Self::Runtime => "runtime",
        }
    }
}
