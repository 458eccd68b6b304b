//! The kind of an object that does not name it: items of old dumps, cut pastes, fragments. By its fields, else by its file.

use tree::Value;

/// Fields that only this kind has.
const SHAPES: &[(&str, &str)] = &[
    ("spec.containers", "Pod"),
    ("status.podIP", "Pod"),
    ("status.containerStatuses", "Pod"),
    ("status.nodeInfo", "Node"),
    ("involvedObject", "Event"),
    ("regarding", "Event"),
    ("spec.clusterIP", "Service"),
    ("subsets", "Endpoints"),
    ("status.numberReady", "DaemonSet"),
    ("spec.strategy", "Deployment"),
    ("spec.serviceName", "StatefulSet"),
    ("spec.claimRef", "PersistentVolume"),
    ("spec.accessModes", "PersistentVolumeClaim"),
    ("provisioner", "StorageClass"),
    ("spec.holderIdentity", "Lease"),
    ("spec.jobTemplate", "CronJob"),
    ("spec.completions", "Job"),
    ("spec.scaleTargetRef", "HorizontalPodAutoscaler"),
];

/// Files of dumps and support bundles, by the name of the file or its folder.
const FILES: &[(&str, &str)] = &[
    ("pods", "Pod"),
    ("nodes", "Node"),
    ("events", "Event"),
    ("services", "Service"),
    ("deployments", "Deployment"),
    ("daemonsets", "DaemonSet"),
    ("replicasets", "ReplicaSet"),
    ("statefulsets", "StatefulSet"),
    ("replication-controllers", "ReplicationController"),
    ("jobs", "Job"),
    ("cronjobs", "CronJob"),
    ("configmaps", "ConfigMap"),
    ("endpoints", "Endpoints"),
    ("ingress", "Ingress"),
    ("namespaces", "Namespace"),
    ("pvcs", "PersistentVolumeClaim"),
    ("pvs", "PersistentVolume"),
    ("persistentvolumeclaims", "PersistentVolumeClaim"),
    ("persistentvolumes", "PersistentVolume"),
    ("storage-classes", "StorageClass"),
    ("storageclasses", "StorageClass"),
    ("leases", "Lease"),
];

/// The kind that the fields tell, else the file's path.
pub fn kind_by_shape(value: Value<'_>, path: &str) -> Option<&'static str> {
    let by_field = SHAPES.iter().find(|(path, _)| value.at(path).is_some()).map(|(_, kind)| *kind);
    by_field.or_else(|| {
        let mut parts = path.rsplit('/');
        let file = parts.next()?.split('.').next()?;
        let folder = parts.next().unwrap_or_default();
        FILES.iter().find(|(name, _)| *name == file || *name == folder).map(|(_, kind)| *kind)
    })
}
