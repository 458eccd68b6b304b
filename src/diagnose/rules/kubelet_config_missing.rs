//! The kubelet ends because its configuration file is not there: before `kubeadm init` or `join` that is as it should be.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_node};
use crate::diagnose::look::{on_node};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "node-not-ready", because: same_node }, Link { effect: "node-unknown-lost-heartbeat", because: same_node }] };

static META: Meta = Meta {
    id: "kubelet-config-missing",
    what: text!("The kubelet has no configuration yet.", "kubelet 还没有配置文件。"),
    needs: "journalctl -u kubelet",
};

const SIGN: Sign = Sign {
    severity: Severity::Warning,
    of_kubelet: true,
    program: "",
    least: 1,
    title: || phrase!("The kubelet ends: its configuration /var/lib/kubelet/config.yaml does not exist", "kubelet 退出：配置文件 /var/lib/kubelet/config.yaml 不存在"),
    why: || phrase!("kubeadm writes that file at `init` or `join`. Before that the kubelet restarts every few seconds, which is expected; after that, the file was removed, or `kubeadm reset` ran.", "该文件由 kubeadm 在 `init` 或 `join` 时写入。在此之前 kubelet 每隔几秒重启一次，属正常现象；在此之后，则是文件被删除，或执行过 `kubeadm reset`。"),
    fix: || phrase!("Run `kubeadm join` (or `init`) on that host. If it was a member before, let it join again with a new token.", "在该主机上执行 `kubeadm join`（或 `init`）。如果它曾是集群成员，用新的令牌重新加入。"),
    next: |name| {
        vec![
            on_node(name, "ls -l /var/lib/kubelet /etc/kubernetes", phrase!("was it ever joined?", "是否曾加入过集群？")),
            on_node(name, "journalctl -u kubelet -n 30 --no-pager", phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
