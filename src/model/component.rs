//! What part of a cluster a pod is: the roles, and how surely one was recognised.

use crate::crosses;
use crate::text::Phrase;

/// The job a component does in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// kube-apiserver.
    ApiServer,
    /// etcd.
    Etcd,
    /// kube-controller-manager.
    ControllerManager,
    /// kube-scheduler.
    Scheduler,
    /// cloud-controller-manager.
    CloudControllerManager,
    /// kube-proxy or what replaces it.
    KubeProxy,
    /// The agent of the pod network on every node.
    Cni,
    /// What installs or steers the pod network.
    CniController,
    /// Cluster DNS.
    Dns,
    /// Metrics API.
    Metrics,
    /// Volumes.
    Storage,
    /// Ingress and gateway controllers.
    Ingress,
    /// Load balancers and virtual addresses.
    LoadBalancer,
    /// Service mesh.
    Mesh,
    /// Monitoring.
    Monitoring,
    /// Logging.
    Logging,
    /// `GitOps` and CI.
    Delivery,
    /// Policy, certificates and secrets.
    Security,
    /// Autoscaling and node upkeep.
    Autoscaling,
    /// Dashboards and management planes.
    Management,
    /// Anything else that was recognised.
    AddOn,
}

crosses! {
    enum Role {
        ApiServer, Etcd, ControllerManager, Scheduler, CloudControllerManager, KubeProxy, Cni, CniController, Dns, Metrics, Storage,
        Ingress, LoadBalancer, Mesh, Monitoring, Logging, Delivery, Security, Autoscaling, Management, AddOn
    }
}

impl Role {
    /// The role of that name, as the table of products writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "ApiServer" => Self::ApiServer,
            "Etcd" => Self::Etcd,
            "ControllerManager" => Self::ControllerManager,
            "Scheduler" => Self::Scheduler,
            "CloudControllerManager" => Self::CloudControllerManager,
            "KubeProxy" => Self::KubeProxy,
            "Cni" => Self::Cni,
            "CniController" => Self::CniController,
            "Dns" => Self::Dns,
            "Metrics" => Self::Metrics,
            "Storage" => Self::Storage,
            "Ingress" => Self::Ingress,
            "LoadBalancer" => Self::LoadBalancer,
            "Mesh" => Self::Mesh,
            "Monitoring" => Self::Monitoring,
            "Logging" => Self::Logging,
            "Delivery" => Self::Delivery,
            "Security" => Self::Security,
            "Autoscaling" => Self::Autoscaling,
            "Management" => Self::Management,
            "AddOn" => Self::AddOn,
            _ => return None,
        })
    }

    /// Whether it belongs to the control plane.
    pub fn is_control_plane(self) -> bool {
        matches!(self, Self::ApiServer | Self::Etcd | Self::ControllerManager | Self::Scheduler | Self::CloudControllerManager)
    }
}

/// How a product sits in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement {
    /// A static pod on control-plane nodes, named `<component>-<node>`.
    Static,
    /// A DaemonSet: one pod on every node that it covers.
    PerNode,
    /// A few replicas somewhere.
    Replicas,
}

/// How surely something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Concluded from something else.
    Inferred,
    /// The signs fit.
    Likely,
    /// A line says so.
    Certain,
}

/// A pod recognised as part of a known product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The product's id in the catalogue, such as `kube-apiserver` or `coredns`.
    pub product: String,
    /// Its job.
    pub role: Role,
    /// How it sits.
    pub placement: Placement,
    /// How surely.
    pub certainty: Certainty,
    /// The sign that told.
    pub sign: Phrase,
}
