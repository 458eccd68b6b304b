//! What a resource is called when it is counted.

use crate::text::Phrase;

/// One, several, and in Chinese, where Kubernetes' own names stay. Others are counted by their plural.
const COUNTED: &[(&str, &str, &str, &str)] = &[
    ("pods", "pod", "pods", "Pod"),
    ("nodes", "node", "nodes", "节点"),
    ("namespaces", "namespace", "namespaces", "命名空间"),
    ("events", "event", "events", "事件"),
    ("services", "Service", "Services", "Service"),
    ("deployments", "Deployment", "Deployments", "Deployment"),
    ("daemonsets", "DaemonSet", "DaemonSets", "DaemonSet"),
    ("statefulsets", "StatefulSet", "StatefulSets", "StatefulSet"),
    ("replicasets", "ReplicaSet", "ReplicaSets", "ReplicaSet"),
    ("jobs", "Job", "Jobs", "Job"),
    ("cronjobs", "CronJob", "CronJobs", "CronJob"),
    ("configmaps", "ConfigMap", "ConfigMaps", "ConfigMap"),
    ("secrets", "Secret", "Secrets", "Secret"),
    ("ingresses", "Ingress", "Ingresses", "Ingress"),
    ("persistentvolumeclaims", "PersistentVolumeClaim", "PersistentVolumeClaims", "PersistentVolumeClaim"),
    ("persistentvolumes", "PersistentVolume", "PersistentVolumes", "PersistentVolume"),
    ("", "object", "objects", "对象"),
];

/// "26 pods", "26 个 Pod".
pub fn counted(n: u32, resource: &str) -> Phrase {
    let (one, several, zh) = named(resource);
    let en = if n == 1 { one } else { several };
    // Between Chinese and Latin letters stands a space.
    let gap = if zh.is_ascii() { " " } else { "" };
    Phrase { en: format!("{n} {en}"), zh: format!("{n} 个{gap}{zh}") }
}

/// One, several, and in Chinese.
pub fn named(resource: &str) -> (&str, &str, &str) {
    let found = COUNTED.iter().find(|(plural, ..)| *plural == resource);
    found.map_or((resource, resource, resource), |(_, one, several, zh)| (one, several, zh))
}
