//! The name that the pods of one controller share. Knows the names that Kubernetes makes.

use crate::kind::Kind;
use crate::model::pod::Pod;

/// The workload of a pod: its owner where the text shows one, else its name without the generated end.
pub fn name(pod: &Pod) -> &str {
    match &pod.owner {
        Some(owner) if owner.value.kind == Kind::ReplicaSet => strip_hash(&owner.value.name),
        Some(owner) if owner.value.kind != Kind::Node => &owner.value.name,
        _ => from_pod_name(&pod.id.name),
    }
}

fn from_pod_name(pod: &str) -> &str {
    let Some((rest, last)) = pod.rsplit_once('-') else { return pod };
    let ordinal = !last.is_empty() && last.len() <= 3 && last.bytes().all(|b| b.is_ascii_digit());
    if ordinal {
        return rest;
    }
    if last.len() == 5 && last.bytes().all(is_safe) { strip_hash(rest) } else { pod }
}

/// Without the pod-template-hash at the end.
fn strip_hash(name: &str) -> &str {
    match name.rsplit_once('-') {
        Some((rest, hash)) if (8..=10).contains(&hash.len()) && hash.bytes().all(is_safe) => rest,
        _ => name,
    }
}

/// The alphabet of generated names: no vowels, no digits that look like letters
/// (k8s.io/apimachinery, `util/rand`, "alphanums").
fn is_safe(byte: u8) -> bool {
    b"bcdfghjklmnpqrstvwxz2456789".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::from_pod_name;

    #[test]
    fn generated_ends_are_cut() {
        for (pod, workload) in [
            ("coredns-558698fb9f-6n4mq", "coredns"),
            ("kube-proxy-j872x", "kube-proxy"),
            ("mysql-0", "mysql"),
            ("etcd-cp-1", "etcd-cp"),
            ("shop-cache", "shop-cache"),
            ("single", "single"),
        ] {
            assert_eq!(from_pod_name(pod), workload);
        }
    }
}
