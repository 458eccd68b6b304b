//! Lines that say whose log begins or ends: those of `kubectl cluster-info dump`, of `minikube logs` and `tail`, of `systemctl status`.

use crate::ingest::window::Look;
use crate::parse::log::line::line;

/// Pod, namespace and container of the log that begins here: `==== START logs for container etcd of pod kube-system/etcd-1 ====`.
pub fn start(text: &str) -> Option<(&str, &str, &str)> {
    let inside = text.trim().strip_prefix("==== START logs for container ")?;
    let (container, pod) = inside.trim_end_matches([' ', '=']).split_once(" of pod ")?;
    let (namespace, name) = pod.split_once('/')?;
    Some((namespace, name, container))
}

/// Whether that log ends here.
pub fn ends(text: &str) -> bool {
    text.trim_start().starts_with("==== END logs for container ")
}

/// Sections of `minikube logs` that hold no log.
const NO_LOGS: &[&str] = &["Audit", "container status", "describe nodes", "kernel"];

/// What stands between the arrows of a section's heading: `==> etcd [a1b2c3] <==`.
pub fn heading(text: &str) -> Option<&str> {
    let text = text.trim();
    text.strip_prefix("* ").unwrap_or(text).strip_prefix("==> ")?.strip_suffix(" <==")
}

/// The program, or the file, of a section that holds a log.
pub fn headed(text: &str) -> Option<&str> {
    let heading = heading(text)?;
    (!NO_LOGS.contains(&heading)).then(|| heading.split(' ').next().unwrap_or(heading))
}

/// Units without which a node is none: that one of them does not run is told even without its log.
const UNITS: &[&str] = &[
    "kubelet",
    "containerd",
    "docker",
    "crio",
    "cri-docker",
    "etcd",
    "k3s",
    "k3s-agent",
    "rke2-server",
    "rke2-agent",
    "kube-apiserver",
    "kube-proxy",
];

/// The unit of which `systemctl status` tells, if its log follows or it does not run: `● kubelet.service - kubelet: The Kubernetes Node Agent`.
pub fn unit(look: Look<'_>) -> Option<&str> {
    let rest = look.text(0).trim_start().strip_prefix(['●', '○', '×', '↻', '*'])?.strip_prefix(' ')?;
    let (name, _) = rest.split_once(".service")?;
    if name.is_empty() || name.contains(' ') {
        return None;
    }
    let ahead = || (1..look.len()).map(|at| look.text(at).trim_start());
    let told = ahead().take(3).any(|text| text.starts_with("Loaded:"));
    let down = UNITS.contains(&name) && ahead().take(12).any(|text| text.starts_with("Active: ") && !text.starts_with("Active: active"));
    let logged = || ahead().any(|text| line(text).is_some_and(|it| !it.host.is_empty()));
    (told && (down || logged())).then_some(name)
}
