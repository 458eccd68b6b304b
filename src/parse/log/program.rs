//! Whose log it is, where nothing but its lines tells: each program writes the names of its own source files.

use crate::parse::log::line::{Body, Line};
use crate::parse::log::shapes::json::Pairs;
use crate::parse::log::shapes::klog;

/// Programs and the files, folders or packages that only they have.
const SOURCES: &[(&str, &[&str])] = &[
    (
        "kubelet",
        &[
            "kubelet.go",
            "kubelet_node_status.go",
            "kubelet_volumes.go",
            "kubelet_pods.go",
            "pod_workers.go",
            "kuberuntime_manager.go",
            "kuberuntime_sandbox.go",
            "kuberuntime_container.go",
            "remote_runtime.go",
            "remote_image.go",
            "eviction_manager.go",
            "status_manager.go",
            "image_gc_manager.go",
            "pod_container_deletor.go",
            "prober.go",
            "patch_prober.go",
            "setters.go",
        ],
    ),
    ("kube-proxy", &["proxier.go", "server_linux.go", "server_others.go"]),
    ("kube-scheduler", &["schedule_one.go"]),
    (
        "kube-controller-manager",
        &["controllermanager.go", "garbagecollector.go", "node_lifecycle_controller.go", "replica_set.go", "range_allocator.go"],
    ),
    ("kube-apiserver", &["available_controller.go", "remote_available_controller.go", "handler_proxy.go"]),
    ("etcd", &["etcdserver/", "rafthttp/", "etcdmain/", "embed/", "mvcc/", "wal/", "membership/", "etcdhttp/", "v3rpc/"]),
    ("calico-node", &["felix/", "confd/", "startup/", "monitor-addresses/", "tunnel-ip-allocator/", "cni-config-monitor/"]),
];
/// Packages of etcd 3.3, as capnslog writes them before the message.
const PACKAGES: &[&str] = &["etcdserver: ", "rafthttp: ", "raft: ", "wal: ", "embed: ", "mvcc: ", "etcdmain: "];

/// Programs that name their static pods, and others whose pods are called after them.
const NAMED: &[&str] = &[
    "etcd",
    "kube-apiserver",
    "kube-controller-manager",
    "kube-scheduler",
    "kube-proxy",
    "coredns",
    "calico-node",
    "calico-kube-controllers",
    "calico-typha",
    "kube-flannel",
    "metrics-server",
    "cilium-operator",
    "cilium",
    "kubelet",
];
/// Names that begin like those but are of others.
const NOT: &[&str] = &["etcd-operator", "etcd-guard", "etcd-quorum-guard", "kube-apiserver-operator", "kube-apiserver-guard"];

/// The program that wrote a line, as far as the line tells.
pub fn of_line(line: &Line<'_>) -> Option<&'static str> {
    let caller = match line.body {
        Body::Klog => klog::split(line.rest)?.0.split(':').next()?,
        Body::Json => Pairs::of(line.rest).find(|(key, _)| *key == "caller")?.1,
        // Calico: `[9] felix/table.go 508: …`.
        Body::Plain => line.rest.split(' ').nth(usize::from(line.rest.starts_with('[')))?,
        Body::Logfmt => return None,
    };
    if PACKAGES.iter().any(|package| line.body == Body::Plain && line.rest.starts_with(package)) {
        return Some("etcd");
    }
    let own = |source: &str| if source.ends_with('/') { caller.starts_with(source) && caller.contains(".go") } else { caller == source };
    SOURCES.iter().find(|(_, sources)| sources.iter().any(|source| own(source))).map(|(program, _)| *program)
}

/// The program that runs in a pod of that name.
pub fn of_pod(pod: &str) -> Option<&'static str> {
    let after = |name: &str| pod.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    NAMED.iter().copied().find(|name| after(name)).filter(|_| !NOT.iter().any(|name| after(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::log::line::line;

    #[test]
    fn programs_by_their_files() {
        for (text, program) in [
            (r#"E1023 17:19:02.113606    1159 pod_workers.go:1300] "Error syncing pod""#, Some("kubelet")),
            ("I1123 20:54:37.003297       1 reflector.go:1] x", None),
            (r#"{"level":"info","ts":"2026-11-23T20:02:44.9Z","caller":"etcdserver/server.go:890","msg":"x"}"#, Some("etcd")),
            ("2021-08-26 16:06:47.642 [INFO][9] felix/table.go 390: x", Some("calico-node")),
            ("2019-11-23 20:11:02.642 W | etcdserver: x", Some("etcd")),
            ("2026-11-23T20:11:02.123Z INFO startup/ complete", None),
        ] {
            assert_eq!(of_line(&line(text).unwrap()), program, "{text}");
        }
        assert_eq!(
            (of_pod("etcd-cp-1"), of_pod("etcd-operator-1"), of_pod("web-1"), of_pod("etcdkeeper")),
            (Some("etcd"), None, None, None)
        );
    }
}
