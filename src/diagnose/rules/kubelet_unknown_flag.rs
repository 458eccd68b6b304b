//! The kubelet ends because of a flag that its release does not have (any more), most often after an upgrade.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_node};
use crate::diagnose::look::{on_node};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "node-not-ready", because: same_node }, Link { effect: "node-unknown-lost-heartbeat", because: same_node }] };

static META: Meta = Meta {
    id: "kubelet-unknown-flag",
    what: text!("The kubelet refuses to start: it does not know a flag.", "kubelet 拒绝启动：不认识某个启动参数。"),
    needs: "journalctl -u kubelet",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: true,
    program: "",
    least: 1,
    title: || phrase!("The kubelet refuses to start: it is given a flag that its release does not have", "kubelet 拒绝启动：启动参数在该版本中不存在"),
    why: || phrase!("Flags go away with releases: `--network-plugin`, `--cni-bin-dir` and the like with dockershim in 1.24, `--container-runtime` in 1.27. The kubelet ends at a flag that it does not know.", "启动参数会随版本移除：`--network-plugin`、`--cni-bin-dir` 等在 1.24 随 dockershim 移除，`--container-runtime` 在 1.27 移除。遇到不认识的参数，kubelet 会退出。"),
    fix: || phrase!("Remove the flag that the log names from /var/lib/kubelet/kubeadm-flags.env or the unit's drop-in, then restart the kubelet.", "从 /var/lib/kubelet/kubeadm-flags.env 或 systemd 的 drop-in 文件中删除日志指出的参数，然后重启 kubelet。"),
    next: |name| {
        vec![
            on_node(name, "cat /var/lib/kubelet/kubeadm-flags.env; systemctl cat kubelet", phrase!("where the flag comes from", "该参数来自哪里")),
            on_node(name, "journalctl -u kubelet -n 30 --no-pager", phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
