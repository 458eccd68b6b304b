//! Whose log a file is, by the folders it lies in: dumps, support bundles, must-gather, Insights, what kubelets write to disk.

/// What a path tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfPath<'a> {
    /// Whether nothing but a log has this name in this place; else its content has a say.
    pub sure: bool,
    /// The pod's namespace.
    pub namespace: Option<&'a str>,
    /// The pod, or the node of a service's log.
    pub name: Option<&'a str>,
    /// The container or service.
    pub program: Option<&'a str>,
}

/// What the path of a file tells of a log; `None` if it does not speak of one.
pub fn of_path(path: &str) -> Option<OfPath<'_>> {
    // Asked at every line of which nothing is known.
    if !path.contains("log") && !path.contains("journald") {
        return None;
    }
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    let (file, folders) = parts.split_last()?;
    let at = |at: usize| folders.get(at).copied();
    let position = |name: &str| folders.iter().rposition(|part| *part == name);
    let is_log = has_extension(file, "log");
    let pod = |namespace, name, program| Some(OfPath { sure: true, namespace, name, program });
    let service = |name, program| Some(OfPath { sure: true, namespace: None, name, program });

    // A dump: NAMESPACE/POD/logs.txt. Its lines name pod and container; other files of that name are the user's own.
    if *file == "logs.txt" {
        return Some(OfPath::default());
    }
    // Rancher and Sonobuoy: podlogs/NAMESPACE/POD/logs/CONTAINER.txt, podlogs/POD.
    if let Some(begin) = position("podlogs") {
        return match folders.get(begin + 1..).unwrap_or_default() {
            [namespace, pod_name, ..] => pod(Some(namespace), Some(pod_name), Some(stem(file))),
            [pod_name] => pod(None, Some(pod_name), Some(stem(file))),
            [] => pod(None, Some(stem(file)), None),
        };
    }
    if position("journald").is_some() && !file.contains('.') {
        return service(None, Some(file));
    }
    if !is_log {
        return None;
    }
    // Troubleshoot: pods/logs/NAMESPACE/POD/CONTAINER.log.
    if let Some(begin) = position("logs").filter(|begin| *begin > 0 && at(begin - 1) == Some("pods") && folders.len() > begin + 2) {
        return pod(at(begin + 1), at(begin + 2), Some(stem(file)));
    }
    if let Some(begin) = position("pods").filter(|begin| folders.len() > begin + 1) {
        // On a node: pods/NAMESPACE_POD_UID/CONTAINER/0.log.
        if let Some((namespace, rest)) = at(begin + 1).and_then(|it| it.split_once('_')) {
            return pod(Some(namespace), rest.split('_').next(), at(begin + 2));
        }
        // must-gather: namespaces/NAMESPACE/pods/POD/CONTAINER/CONTAINER/logs/current.log; Insights puts `containers/` before it.
        let container = at(begin + 2 + usize::from(at(begin + 2) == Some("containers"))).filter(|it| *it != "logs");
        return pod(begin.checked_sub(1).and_then(at), at(begin + 1), container);
    }
    // Insights: config/pod/NAMESPACE/logs/POD/errors.log.
    if let Some(begin) = position("pod").filter(|begin| at(begin + 2) == Some("logs")) {
        return pod(at(begin + 1), at(begin + 3), None);
    }
    // On a node: containers/POD_NAMESPACE_CONTAINER-ID.log.
    if let ([name, namespace, container], Some("containers")) =
        (stem(file).split('_').collect::<Vec<_>>().as_slice(), folders.last().copied())
    {
        return pod(Some(namespace), Some(name), container.rsplit_once('-').map(|(container, _)| container));
    }
    let name = stem(file);
    let program = name.strip_suffix("_service").unwrap_or(name);
    let known = matches!(program, "kubelet" | "containerd" | "crio" | "docker" | "journal" | "etcd" | "k3s" | "rke2-server" | "rke2-agent");
    if known {
        // kind and must-gather: the service's log lies in its node's folder.
        let node = folders.last().copied().filter(|it| position("host_service_logs").is_none() && folders.len() > 1 && !it.contains("log"));
        return service(node, Some(program).filter(|it| *it != "journal"));
    }
    // Insights: node/logs/NODE.log.
    if let [.., "node", "logs"] = folders {
        return service(Some(name), Some("kubelet"));
    }
    Some(OfPath::default())
}

/// The file's name without extension and without what says that it is of the container before.
fn stem(file: &str) -> &str {
    let name = file.split_once(".log").or_else(|| file.split_once(".txt")).map_or(file, |(name, _)| name);
    name.strip_suffix("-previous").unwrap_or(name)
}

/// Whether a file has an extension, perhaps with a number behind it: `kubelet.log.1`.
fn has_extension(file: &str, extension: &str) -> bool {
    let bare = file.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    file.rsplit('.').next() == Some(extension) || bare.len() < file.len() && bare.rsplit('.').next() == Some(extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_pods_and_containers_of_known_layouts() {
        for (path, namespace, name, program) in [
            ("bundle/cluster-resources/pods/logs/velero/velero-1-x/velero-previous.log", "velero", "velero-1-x", "velero"),
            ("mg/namespaces/openshift-etcd/pods/etcd-0/etcd/etcd/logs/current.log", "openshift-etcd", "etcd-0", "etcd"),
            ("a/conditional/namespaces/mon/pods/alert-0/containers/alert/logs/last-50-lines.log", "mon", "alert-0", "alert"),
            ("a/config/pod/openshift-dns/logs/dns-default-1/errors.log", "openshift-dns", "dns-default-1", ""),
            ("kind/node-1/pods/kube-system_kube-proxy-x_0a1b/kube-proxy/0.log", "kube-system", "kube-proxy-x", "kube-proxy"),
            ("var/log/containers/web-1_shop_app-0123abcd.log", "shop", "web-1", "app"),
            ("podlogs/kube-system/coredns-1/logs/coredns.txt", "kube-system", "coredns-1", "coredns"),
            ("rke2/podlogs/etcd-node-1", "", "etcd-node-1", ""),
            ("kind/node-1/kubelet.log", "", "node-1", "kubelet"),
            ("kind/node-1/journal.log", "", "node-1", ""),
            ("mg/host_service_logs/masters/kubelet_service.log", "", "", "kubelet"),
            ("a/config/node/logs/ip-10-0-1-2.log", "", "ip-10-0-1-2", "kubelet"),
            ("rke2/journald/rke2-server", "", "", "rke2-server"),
        ] {
            let it = of_path(path).unwrap_or_else(|| panic!("{path}"));
            let found = (it.namespace.unwrap_or_default(), it.name.unwrap_or_default(), it.program.unwrap_or_default());
            assert_eq!((it.sure, found), (true, (namespace, name, program)), "{path}");
        }
    }

    #[test]
    fn other_files_are_not_taken_for_logs() {
        for path in ["app.log", "kern.log.1", "logs.txt", "dump/kube-system/etcd-cp-1/logs.txt"] {
            assert_eq!(of_path(path), Some(OfPath::default()), "{path}");
        }
        for path in ["pods.txt", "mg/namespaces/x/pods/a/a.yaml", "catalog", "paste", "", "logs/pods.txt"] {
            assert_eq!(of_path(path), None, "{path}");
        }
    }
}
