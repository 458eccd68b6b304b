//! flanneld ends because its node has no pod range.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_pod};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "crashloop", because: same_pod }, Link { effect: "readiness-failing", because: same_pod }] };

static META: Meta = Meta {
    id: "flannel-no-subnet",
    what: text!("flannel gets no pod range.", "flannel 得不到 Pod 网段。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: false,
    program: "",
    least: 1,
    title: || phrase!("flannel ends: its node was given no pod range", "flannel 退出：节点没有分配到 Pod 网段"),
    why: || phrase!("flanneld takes the range of its node from `spec.podCIDR`, and there is none. The controller manager assigns ranges only if it runs with `--allocate-node-cidrs` and `--cluster-cidr`; with kubeadm, if `--pod-network-cidr` was given.", "flanneld 从节点的 `spec.podCIDR` 读取网段，而该字段为空。控制器管理器只有启用 `--allocate-node-cidrs` 和 `--cluster-cidr` 时才分配；使用 kubeadm 时需要指定 `--pod-network-cidr`。"),
    fix: || phrase!("Add both flags to kube-controller-manager's manifest, with the range that flannel's ConfigMap names (10.244.0.0/16 unless changed).", "在 kube-controller-manager 的清单中加上这两个参数，网段与 flannel 的 ConfigMap 一致（默认 10.244.0.0/16）。"),
    next: |name| {
        vec![
            kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,CIDR:.spec.podCIDR", phrase!("the range of every node", "各节点的网段")),
            kubectl(format!("kubectl logs -n kube-flannel {name} --tail=20"), phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
