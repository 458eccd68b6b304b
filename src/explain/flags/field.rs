//! The fields of the configuration files of kubelet and kube-proxy, in which most of their flags are set today.
//!
//! Source: `KubeletConfiguration` v1beta1 and `KubeProxyConfiguration` v1alpha1 (kubernetes/website,
//! content/en/docs/reference/config-api/kubelet-config.v1beta1.md and kube-proxy-config.v1alpha1.md).

/// Component, field, its flag, and the file's own default where it is not the flag's. A field that is not here is called as its flag,
/// written together: `maxPods`, `conntrack.maxPerCore`, `podCIDR`. As text, which takes less than structures.
const OTHERWISE: &str = "\
kubelet staticPodPath pod-manifest-path
kubelet serverTLSBootstrap rotate-server-certificates
kubelet authentication.anonymous.enabled anonymous-auth false
kubelet authentication.anonymous anonymous-auth false
kubelet authentication.x509.clientCAFile client-ca-file
kubelet authorization.mode authorization-mode Webhook
kubelet readOnlyPort read-only-port 0
kubelet imageGCHighThresholdPercent image-gc-high-threshold
kubelet imageGCLowThresholdPercent image-gc-low-threshold
kube-proxy mode proxy-mode
kube-proxy maxPerCore conntrack-max-per-core
kube-proxy strictARP ipvs-strict-arp
kube-proxy iptables.masqueradeAll masquerade-all
kube-proxy clientConnection.kubeconfig kubeconfig
";

/// The rest of the line that tells about a field.
fn otherwise(component: &str, field: &str) -> Option<&'static str> {
    OTHERWISE.lines().find_map(|line| {
        let (name, rest) = line.strip_prefix(component)?.trim_start().split_once(' ')?;
        name.eq_ignore_ascii_case(field).then_some(rest)
    })
}

/// The flag of a field and the file's own default; nothing for a component without such a file.
pub fn flag_of<'a>(component: &str, field: &str, flags: impl Iterator<Item = &'a str>) -> Option<(&'a str, Option<&'static str>)> {
    if !matches!(component, "kubelet" | "kube-proxy") || field.contains('-') {
        return None;
    }
    let rest = otherwise(component, field);
    let (wanted, default) = rest.map_or((field, None), |rest| rest.split_once(' ').map_or((rest, None), |(flag, it)| (flag, Some(it))));
    let wanted = together(wanted);
    Some((flags.into_iter().find(|flag| together(flag) == wanted)?, default))
}

fn together(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '.')).map(|c| c.to_ascii_lowercase()).collect()
}
