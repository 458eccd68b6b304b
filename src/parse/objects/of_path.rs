//! What a file's place in a dump or bundle tells: the namespace of its objects, and that it is of a dump at all.
//!
//! `kubectl cluster-info dump --output-directory` writes `<namespace>/pods.json`; support bundles write
//! `cluster-resources/pods/<namespace>.json`; must-gather `namespaces/<namespace>/core/pods.yaml`.

/// The files of a dump, one of each in every namespace. Source: kubectl's `clusterinfo_dump.go`.
const OF_DUMP: &[&str] = &[
    "events.json",
    "replication-controllers.json",
    "services.json",
    "daemonsets.json",
    "deployments.json",
    "replicasets.json",
    "pods.json",
];

/// Whether the file is one that `cluster-info dump` writes.
pub fn is_of_dump(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    !folder.is_empty() && OF_DUMP.contains(&file) && !matches!(folder, "core" | "apps" | "cluster-resources")
}

/// The namespace that the path names.
pub fn namespace(path: &str) -> Option<&str> {
    if let Some((_, rest)) = path.split_once("namespaces/") {
        return rest.split_once('/').map(|(namespace, _)| namespace);
    }
    let mut parts = path.rsplit('/');
    let (file, folder, above) = (parts.next()?, parts.next()?, parts.next());
    if is_of_dump(path) {
        return Some(folder);
    }
    (above == Some("cluster-resources")).then(|| file.split_once(".json").or_else(|| file.split_once(".yaml")).map(|(stem, _)| stem))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_tell_namespaces() {
        for (path, told) in [
            ("dump/kube-system/pods.json", Some("kube-system")),
            ("dump/nodes.json", None),
            ("bundle/cluster-resources/pods/default.json", Some("default")),
            ("bundle/cluster-resources/nodes.json", None),
            ("must-gather/namespaces/openshift-etcd/core/pods.yaml", Some("openshift-etcd")),
            ("pods.json", None),
        ] {
            assert_eq!(namespace(path), told, "{path}");
        }
        assert!(is_of_dump("dump/default/replicasets.json") && !is_of_dump("pods.json"));
    }
}
