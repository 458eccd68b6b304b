//! The fields of the configuration files of kubelet and kube-proxy, in which most of their flags are set today.
//!
//! Source: `KubeletConfiguration` v1beta1 and `KubeProxyConfiguration` v1alpha1 (kubernetes/website,
//! content/en/docs/reference/config-api/kubelet-config.v1beta1.md and kube-proxy-config.v1alpha1.md).

/// Component, field, its flag, and the file's own default where it is not the flag's. A field that is not here is called as its flag,
/// written together: `maxPods`, `conntrack.maxPerCore`, `podCIDR`.
const OTHERWISE: [(&str, &str, &str, Option<&str>); 14] = [
    ("kubelet", "staticPodPath", "pod-manifest-path", None),
    ("kubelet", "serverTLSBootstrap", "rotate-server-certificates", None),
    ("kubelet", "authentication.anonymous.enabled", "anonymous-auth", Some("false")),
    ("kubelet", "authentication.anonymous", "anonymous-auth", Some("false")),
    ("kubelet", "authentication.x509.clientCAFile", "client-ca-file", None),
    ("kubelet", "authorization.mode", "authorization-mode", Some("Webhook")),
    ("kubelet", "readOnlyPort", "read-only-port", Some("0")),
    ("kubelet", "imageGCHighThresholdPercent", "image-gc-high-threshold", None),
    ("kubelet", "imageGCLowThresholdPercent", "image-gc-low-threshold", None),
    ("kube-proxy", "mode", "proxy-mode", None),
    ("kube-proxy", "maxPerCore", "conntrack-max-per-core", None),
    ("kube-proxy", "strictARP", "ipvs-strict-arp", None),
    ("kube-proxy", "iptables.masqueradeAll", "masquerade-all", None),
    ("kube-proxy", "clientConnection.kubeconfig", "kubeconfig", None),
];

/// The flag of a field and the file's own default; nothing for a component without such a file.
pub fn flag_of<'a>(component: &str, field: &str, flags: impl Iterator<Item = &'a str>) -> Option<(&'a str, Option<&'static str>)> {
    if !matches!(component, "kubelet" | "kube-proxy") || field.contains('-') {
        return None;
    }
    let special = OTHERWISE.iter().find(|(of, name, ..)| *of == component && name.eq_ignore_ascii_case(field));
    let wanted = together(special.map_or(field, |(.., flag, _)| flag));
    let flag = flags.into_iter().find(|flag| together(flag) == wanted)?;
    Some((flag, special.and_then(|(.., default)| *default)))
}

fn together(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '.')).map(|c| c.to_ascii_lowercase()).collect()
}
