//! The kubelet ends because the node has swap. Source: kubelet flag `--fail-swap-on`, true unless set.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_node};
use crate::diagnose::look::{on_node};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "node-not-ready", because: same_node }, Link { effect: "node-unknown-lost-heartbeat", because: same_node }] };

static META: Meta = Meta {
    id: "kubelet-swap-on",
    what: text!("The kubelet refuses to start: swap is on.", "kubelet 拒绝启动：swap 已开启。"),
    needs: "journalctl -u kubelet",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: true,
    program: "",
    least: 1,
    title: || phrase!("The kubelet refuses to start because swap is on", "kubelet 因开启了 swap 而拒绝启动"),
    why: || phrase!("Unless it is told otherwise the kubelet does not run on a host with swap, since memory limits would mean little. It ends at each start, and the node stays NotReady or never joins.", "除非另行配置，kubelet 不会在开启 swap 的主机上运行，否则内存限制就没有意义。它每次启动都会退出，节点一直 NotReady 或根本无法加入。"),
    fix: || phrase!("Turn swap off for good: `swapoff -a`, and remove it from /etc/fstab. Or set `failSwapOn: false` in the kubelet's configuration.", "永久关闭 swap：执行 `swapoff -a` 并从 /etc/fstab 中删除。或在 kubelet 配置中设置 `failSwapOn: false`。"),
    next: |name| {
        vec![
            on_node(name, "swapon --show; grep swap /etc/fstab", phrase!("is there swap, and will it come back?", "是否有 swap？重启后是否会恢复？")),
            on_node(name, "journalctl -u kubelet -n 30 --no-pager", phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
