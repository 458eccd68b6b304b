//! The keys that `kubectl describe` prints: which stand at the left edge, which below containers, and which tell a kind.
//! Source: kubectl's describers (`staging/src/k8s.io/kubectl/pkg/describe/describe.go`).

use crate::parse::outline::{Field, find};

/// Keys at the left edge of some object's description.
pub const TOP: &[&str] = &[
    "Name", "Namespace", "Priority", "Priority Class Name", "Runtime Class Name", "Service Account", "Node", "Start Time", "Labels", "Annotations",
    "Status", "Reason", "Message", "SeccompProfile", "IP", "IPs", "Controlled By", "Init Containers", "Containers", "Ephemeral Containers",
    "Conditions", "Volumes", "QoS Class", "Node-Selectors", "Tolerations", "Topology Spread Constraints", "Events", "Roles", "CreationTimestamp",
    "Taints", "Unschedulable", "Lease", "Addresses", "Capacity", "Allocatable", "System Info", "PodCIDR", "PodCIDRs", "ProviderID",
    "Non-terminated Pods", "Allocated resources", "Selector", "Replicas", "StrategyType", "MinReadySeconds", "RollingUpdateStrategy", "Pod Template",
    "OldReplicaSets", "NewReplicaSet", "Pods Status", "Desired Number of Nodes Scheduled", "Current Number of Nodes Scheduled",
    "Number of Nodes Scheduled with Up-to-date Pods", "Number of Nodes Scheduled with Available Pods", "Number of Nodes Misscheduled",
    "Update Strategy", "Volume Claims", "Parallelism", "Completions", "Completion Mode", "Suspend", "Backoff Limit", "Start Time", "Completed At",
    "Duration", "Schedule", "Concurrency Policy", "Starting Deadline Seconds", "Last Schedule Time", "Active Jobs", "Type", "IP Family Policy",
    "IP Families", "Port", "TargetPort", "NodePort", "Endpoints", "Session Affinity", "External Traffic Policy", "Internal Traffic Policy",
    "LoadBalancer Ingress", "External Name", "HealthCheck NodePort", "Ingress Class", "Default backend", "Rules", "Address", "TLS", "StorageClass",
    "Volume", "Finalizers", "Access Modes", "VolumeMode", "Used By", "Claim", "Reclaim Policy", "Node Affinity", "Source", "IsDefaultClass",
    "Provisioner", "Parameters", "AllowVolumeExpansion", "MountOptions", "ReclaimPolicy", "VolumeBindingMode", "Reference", "Metrics", "Min replicas",
    "Max replicas", "Deployment pods", "Min available", "Max unavailable", "Allowed disruptions", "Resource Quotas", "Resource Limits", "Data",
    "BinaryData", "Subsets", "AddressType", "Ports", "Spec", "API Version", "Kind", "Metadata", "Image(s)", "Mountable secrets", "Tokens",
    "Image pull secrets", "PolicyRule", "Role", "Subjects", "Webhooks", "Handler", "Value", "PreemptionPolicy", "Drivers",
];

/// Keys of a container.
pub const CONTAINER: &[&str] = &[
    "Container ID", "Image", "Image ID", "Port", "Ports", "Host Port", "Host Ports", "SeccompProfile", "Command", "Args", "State", "Last State", "Ready",
    "Restart Count", "Limits", "Requests", "Liveness", "Readiness", "Startup", "Environment Variables from", "Environment", "Mounts", "Devices", "Resize Policy",
    "Allocated Resources", "Resources",
];

/// Keys of a container's state.
pub const STATE: &[&str] = &["Reason", "Exit Code", "Signal", "Started", "Finished", "Message"];

/// One of these follows the name of an object within two lines, and never that of a volume.
pub const SECOND: &[&str] =
    &["Namespace", "Roles", "Labels", "Annotations", "Priority", "IsDefaultClass", "CreationTimestamp", "Node", "Image(s)", "Selector", "StorageClass", "Role"];

/// Fields that tell a kind where no command names it, most telling first.
const TELLING: &[(&str, &[&str])] = &[
    ("nodes", &["Roles", "Conditions"]),
    ("nodes", &["Roles", "Taints"]),
    ("nodes", &["System Info"]),
    ("nodes", &["Allocatable"]),
    ("nodes", &["Non-terminated Pods"]),
    ("pods", &["Node", "Containers"]),
    ("pods", &["Node", "Priority"]),
    ("pods", &["Node", "Conditions"]),
    ("pods", &["QoS Class"]),
    ("deployments", &["StrategyType"]),
    ("daemonsets", &["Desired Number of Nodes Scheduled"]),
    ("statefulsets", &["Update Strategy", "Pods Status"]),
    ("statefulsets", &["Volume Claims", "Pods Status"]),
    ("jobs", &["Parallelism", "Completions", "Pods Statuses"]),
    ("cronjobs", &["Schedule", "Concurrency Policy"]),
    ("jobs", &["Parallelism", "Completions"]),
    ("replicasets", &["Replicas", "Pods Status", "Controlled By"]),
    ("replicationcontrollers", &["Replicas", "Pods Status", "Image(s)"]),
    ("replicasets", &["Replicas", "Pods Status"]),
    ("endpointslices", &["AddressType"]),
    ("endpoints", &["Subsets"]),
    ("services", &["Selector", "Type"]),
    ("services", &["Session Affinity"]),
    ("ingresses", &["Default backend"]),
    ("ingresses", &["Rules", "Address"]),
    ("persistentvolumes", &["Reclaim Policy", "Source"]),
    ("persistentvolumeclaims", &["StorageClass", "Volume", "Access Modes"]),
    ("storageclasses", &["Provisioner", "ReclaimPolicy"]),
    ("storageclasses", &["IsDefaultClass"]),
    ("horizontalpodautoscalers", &["Min replicas"]),
    ("poddisruptionbudgets", &["Allowed disruptions"]),
    ("namespaces", &["Status", "Labels", "No resource quota."]),
    ("serviceaccounts", &["Mountable secrets"]),
    ("clusterroles", &["PolicyRule"]),
    ("priorityclasses", &["PreemptionPolicy"]),
];

/// The resource that a description's own fields tell.
pub fn told_by(fields: &[Field]) -> Option<String> {
    // Custom resources print their kind.
    if let (Some(kind), Some(_)) = (find(fields, "Kind").and_then(Field::known), find(fields, "API Version")) {
        return Some(crate::parse::asked::plural(kind));
    }
    let has = |key: &&str| find(fields, key).is_some();
    let telling = TELLING.iter().find(|(_, keys)| keys.iter().all(has)).map(|(resource, _)| (*resource).to_owned());
    telling.or_else(|| {
        // Tables at the left edge: quotas and limits have no keys for them.
        let rows = |head: &str| fields.iter().any(|field| field.raw.split_whitespace().collect::<Vec<_>>().join(" ").starts_with(head));
        let found = [("resourcequotas", "Resource Used Hard"), ("limitranges", "Type Resource Min Max"), ("configmaps", "Data ====")];
        found.iter().find(|(_, head)| rows(head)).map(|(resource, _)| (*resource).to_owned())
    })
}

/// `Key` of a line `Key:  value` that stands at the left edge, capitalised as describe does.
pub fn key(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let (key, value) = text.split_once(':')?;
    let plain = key.len() < 48 && !key.contains("  ") && key.chars().all(|c| c.is_ascii_alphanumeric() || " -()_/.".contains(c));
    (plain && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key.trim_end(), value.trim()))
}
