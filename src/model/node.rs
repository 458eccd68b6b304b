//! A node, as far as the text shows it.

use crate::model::object_ref::ObjectRef;
use crate::model::pod::Condition;
use crate::order::{Map, Set};
use crate::span::{Seen, Span};
use crate::time::Stamp;

/// A node. Every field is `None` or empty where no text showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Kind and name.
    pub id: ObjectRef,
    /// The STATUS cell, such as `Ready,SchedulingDisabled`.
    pub status: Option<Seen<String>>,
    /// Roles without `<none>`.
    pub roles: Set<String>,
    /// Where the roles stand; `None` if no text showed them.
    pub roles_seen: Option<Span>,
    /// Age at the time of the output, in seconds.
    pub age_secs: Option<Seen<i64>>,
    /// When it was created.
    pub created: Option<Seen<Stamp>>,
    /// The kubelet's version, such as `v1.25.16-12+92530656e308a8`.
    pub version: Option<Seen<String>>,
    /// INTERNAL-IP.
    pub internal_ip: Option<Seen<String>>,
    /// OS-IMAGE.
    pub os_image: Option<Seen<String>>,
    /// KERNEL-VERSION.
    pub kernel: Option<Seen<String>>,
    /// CONTAINER-RUNTIME, such as `docker://20.10.24`.
    pub runtime: Option<Seen<String>>,
    /// Taints, as `key=value:effect`; `None` if no text showed them.
    pub taints: Option<Vec<Seen<String>>>,
    /// Labels.
    pub labels: Map<String, String>,
    /// Annotations.
    pub annotations: Map<String, String>,
    /// Conditions by type.
    pub conditions: Map<String, Seen<Condition>>,
    /// Other fields, by path: `status.allocatable.memory`, `spec.podCIDR`.
    pub fields: Map<String, Seen<String>>,
    /// Every place that shows it, in order.
    pub sightings: Vec<Span>,
}

impl Node {
    /// An empty node of that name.
    pub fn new(name: &str) -> Self {
        Self {
            id: ObjectRef::node(name),
            status: None,
            roles: Set::default(),
            roles_seen: None,
            age_secs: None,
            created: None,
            version: None,
            internal_ip: None,
            os_image: None,
            kernel: None,
            runtime: None,
            taints: None,
            labels: Map::new(),
            annotations: Map::new(),
            conditions: Map::new(),
            fields: Map::new(),
            sightings: Vec::new(),
        }
    }

    /// Whether STATUS says Ready; `None` if no text showed it.
    pub fn is_ready(&self) -> Option<bool> {
        let status = self.status.as_ref()?;
        Some(status.value.split(',').any(|word| word == "Ready"))
    }

    /// Whether its kubelet may still report, as far as the text tells: one that says itself why it is not Ready does, and so does
    /// the state of its pods.
    pub fn answers(&self) -> bool {
        self.is_ready() != Some(false) || self.conditions.get("Ready").is_some_and(|it| it.value.status == "False")
    }

    /// Whether it has the role `control-plane`, or `master` as it was called until 1.24.
    pub fn is_control_plane(&self) -> bool {
        self.roles.iter().any(|role| matches!(role.as_str(), "control-plane" | "master" | "controlplane"))
    }
}
