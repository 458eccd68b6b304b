//! The kubelet ends because its cgroup driver is not that of the runtime.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_node};
use crate::diagnose::look::{on_node};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "node-not-ready", because: same_node }, Link { effect: "node-unknown-lost-heartbeat", because: same_node }] };

static META: Meta = Meta {
    id: "kubelet-cgroup-driver-mismatch",
    what: text!("The kubelet and the runtime use different cgroup drivers.", "kubelet 与运行时使用的 cgroup 驱动不同。"),
    needs: "journalctl -u kubelet",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: true,
    program: "",
    least: 1,
    title: || phrase!("The kubelet refuses to start: its cgroup driver is not that of the container runtime", "kubelet 拒绝启动：cgroup 驱动与容器运行时不一致"),
    why: || phrase!("One of them manages cgroups through systemd, the other by itself. With both on one host the accounts of resources would be wrong, so the kubelet ends.", "一方通过 systemd 管理 cgroup，另一方自行管理。两者并存会使资源统计出错，因此 kubelet 直接退出。"),
    fix: || phrase!("Use systemd for both: `cgroupDriver: systemd` in the kubelet's configuration, `SystemdCgroup = true` for containerd or `native.cgroupdriver=systemd` for Docker. Then restart both.", "两边都使用 systemd：kubelet 配置 `cgroupDriver: systemd`，containerd 配置 `SystemdCgroup = true`，Docker 配置 `native.cgroupdriver=systemd`，然后都重启。"),
    next: |name| {
        vec![
            on_node(name, "grep -i cgroup /var/lib/kubelet/config.yaml /etc/containerd/config.toml /etc/docker/daemon.json", phrase!("what each of them is set to", "各自的设置")),
            on_node(name, "journalctl -u kubelet -n 30 --no-pager", phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
