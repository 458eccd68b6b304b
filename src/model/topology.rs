//! How the control plane is put together: which member sits on which node, and how etcd is run.

use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::span::Span;

/// How etcd is run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EtcdLayout {
    /// The text does not tell.
    #[default]
    Unknown,
    /// A member on every control-plane node, as a static pod.
    Stacked,
    /// Remote members named by `--etcd-servers`.
    External,
    /// Inside the distribution's own process (k3s, k0s, microk8s).
    Embedded,
    /// Behind a managed control plane.
    Managed,
}

/// Whether a thing that belongs somewhere was seen there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// This pod.
    Seen(ObjectRef),
    /// Not there, and the list that would have shown it was pasted; `expected` is what it would be called.
    Absent {
        /// The pod that is missing.
        expected: ObjectRef,
        /// The list that does not show it.
        list: Span,
    },
    /// The text could not have shown it.
    NotShown,
}

impl Presence {
    /// The pod, if seen.
    pub fn pod(&self) -> Option<&ObjectRef> {
        match self {
            Self::Seen(pod) => Some(pod),
            Self::Absent { .. } | Self::NotShown => None,
        }
    }
}

/// The control-plane components on one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlPlaneNode {
    /// The node's name.
    pub node: String,
    /// kube-apiserver there.
    pub api_server: Presence,
    /// etcd there.
    pub etcd: Presence,
    /// kube-controller-manager there.
    pub controller_manager: Presence,
    /// kube-scheduler there.
    pub scheduler: Presence,
}

impl ControlPlaneNode {
    /// Where the component of `role` stands on this node; `None` for roles that are no static pod here.
    pub fn presence(&self, role: Role) -> Option<&Presence> {
        match role {
            Role::ApiServer => Some(&self.api_server),
            Role::Etcd => Some(&self.etcd),
            Role::ControllerManager => Some(&self.controller_manager),
            Role::Scheduler => Some(&self.scheduler),
            _ => None,
        }
    }
}

/// The etcd quorum, counted from pods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members the cluster was made for.
    pub members: u32,
    /// Members whose pod is ready.
    pub alive: u32,
    /// Members needed to elect a leader and to write: ⌊members/2⌋ + 1.
    pub needed: u32,
}

impl Quorum {
    /// The arithmetic of Raft: a majority of `members`. Source: etcd FAQ, "failure tolerance".
    pub fn of(members: u32, alive: u32) -> Self {
        Self { members, alive, needed: members / 2 + 1 }
    }

    /// How many more members may fail before writes stop; 0 if none or already lost.
    pub fn spare(self) -> u32 {
        self.alive.saturating_sub(self.needed)
    }

    /// Whether a majority is alive.
    pub fn holds(self) -> bool {
        self.alive >= self.needed
    }
}

/// The control plane of the cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topology {
    /// Nodes with control-plane components, by name.
    pub control_plane: Vec<ControlPlaneNode>,
    /// How etcd is run.
    pub etcd: EtcdLayout,
    /// The lines that tell how etcd is run.
    pub etcd_evidence: Vec<Span>,
    /// The quorum; `None` where members cannot be counted.
    pub quorum: Option<Quorum>,
    /// Whether control-plane nodes also carry the other workloads (no workers, or seen there).
    pub converged: Option<bool>,
}
