//! A pod, as far as the text shows it.

use crate::model::component::Recognised;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::span::{Seen, Span};
use crate::time::Stamp;

/// A pod. Every field is `None` or empty where no text showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pod {
    /// Kind, namespace and name.
    pub id: ObjectRef,
    /// What it was recognised as.
    pub component: Option<Recognised>,
    /// Containers ready and in all, as in READY.
    pub ready: Option<Seen<Ratio>>,
    /// The STATUS that `kubectl get` prints, or the nearest that describe shows.
    pub status: Option<Seen<String>>,
    /// Restarts of all containers.
    pub restarts: Option<Seen<Restarts>>,
    /// Age at the time of the output, in seconds.
    pub age_secs: Option<Seen<i64>>,
    /// When it was created.
    pub created: Option<Seen<Stamp>>,
    /// When the kubelet began with it.
    pub started: Option<Seen<Stamp>>,
    /// When its deletion was asked for.
    pub deleted: Option<Seen<Stamp>>,
    /// The node it runs on, from the text.
    pub node: Option<Seen<String>>,
    /// Its address.
    pub ip: Option<Seen<String>>,
    /// What controls it.
    pub owner: Option<Seen<ObjectRef>>,
    /// Labels.
    pub labels: Map<String, String>,
    /// Annotations.
    pub annotations: Map<String, String>,
    /// Containers, in the order of the text.
    pub containers: Vec<Container>,
    /// Conditions by type.
    pub conditions: Map<String, Seen<Condition>>,
    /// Fields of its specification that have no place of their own here, by path: `nodeSelector.disk`, `tolerations.0.key`.
    pub fields: Map<String, Seen<String>>,
    /// Events of this pod, from describe or an event list.
    pub events: Vec<Event>,
    /// Every place that shows it, in order.
    pub sightings: Vec<Span>,
}

/// `ready/total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio {
    /// How many are ready.
    pub ready: u32,
    /// Of how many.
    pub total: u32,
}

/// The RESTARTS cell: `65301 (118s ago)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Restarts {
    /// How often.
    pub count: u64,
    /// Seconds since the last one at the time of the output, where the text tells.
    pub last_ago_secs: Option<i64>,
}

/// A container of a pod.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Container {
    /// Its name.
    pub name: String,
    /// Whether it runs before the others.
    pub init: bool,
    /// Whether it runs before the others and goes on beside them.
    pub sidecar: bool,
    /// The image reference.
    pub image: Option<Seen<String>>,
    /// Command and arguments, one entry each, in order.
    pub command: Vec<Seen<String>>,
    /// `Running`, `Waiting` or `Terminated`.
    pub state: Option<Seen<String>>,
    /// The reason of the state, such as `CrashLoopBackOff`.
    pub reason: Option<Seen<String>>,
    /// What the state says more.
    pub message: Option<Seen<String>>,
    /// Whether it is ready.
    pub ready: Option<Seen<bool>>,
    /// When the current state began.
    pub started: Option<Seen<Stamp>>,
    /// The reason of the last termination, such as `OOMKilled`.
    pub last_reason: Option<Seen<String>>,
    /// When the last termination was.
    pub last_finished: Option<Seen<Stamp>>,
    /// The exit code of the last termination.
    pub exit_code: Option<Seen<i64>>,
    /// The signal that ended it.
    pub signal: Option<Seen<i64>>,
    /// Restarts of this container.
    pub restarts: Option<Seen<u64>>,
    /// Mounted paths: where in the container, from which volume.
    pub mounts: Vec<Seen<Mount>>,
    /// Probes, as describe prints them, by name (`Liveness`, `Readiness`, `Startup`).
    pub probes: Map<String, Seen<String>>,
    /// Its other fields, by path: `resources.limits.memory`, `env.0.name`, `ports.0.containerPort`.
    pub fields: Map<String, Seen<String>>,
}

/// A condition of a pod or node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// `True`, `False` or `Unknown`.
    pub status: String,
    /// Why, in one word.
    pub reason: Option<String>,
    /// Why, in words.
    pub message: Option<String>,
    /// Since when.
    pub since: Option<Stamp>,
}

/// A volume mount.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mount {
    /// The path in the container.
    pub path: String,
    /// The volume's name.
    pub volume: String,
}

/// The kubelet waits at most so long between two starts of a crashing container.
/// Source: kubelet `MaxContainerBackOff` (5 minutes), the default of every release to date.
pub const BACK_OFF_CAP_SECS: i64 = 300;

impl Pod {
    /// Whether all containers are ready; `None` if the text does not tell.
    pub fn is_ready(&self) -> Option<bool> {
        let ready = self.ready.as_ref()?;
        Some(ready.value.total > 0 && ready.value.ready == ready.value.total)
    }

    /// The value of `--name=` in its commands; `true` for a flag without a value.
    pub fn flag(&self, name: &str) -> Option<Seen<String>> {
        let mut arguments = self.containers.iter().flat_map(|it| &it.command);
        arguments.find_map(|it| {
            let value = it.value.strip_prefix("--")?.strip_prefix(name)?;
            if value.is_empty() {
                Some(Seen::new("true".to_owned(), it.span))
            } else {
                Some(Seen::new(value.strip_prefix('=')?.to_owned(), it.span))
            }
        })
    }

    /// How many restarts the kubelet's back-off allows within its age; `None` if the text does not tell the age.
    pub fn restarts_possible(&self) -> Option<i64> {
        Some(self.age_secs.as_ref()?.value / BACK_OFF_CAP_SECS)
    }

    /// An empty pod of that name.
    pub fn new(id: ObjectRef) -> Self {
        Self {
            id,
            component: None,
            ready: None,
            status: None,
            restarts: None,
            age_secs: None,
            created: None,
            started: None,
            deleted: None,
            node: None,
            ip: None,
            owner: None,
            labels: Map::new(),
            annotations: Map::new(),
            containers: Vec::new(),
            conditions: Map::new(),
            fields: Map::new(),
            events: Vec::new(),
            sightings: Vec::new(),
        }
    }
}
