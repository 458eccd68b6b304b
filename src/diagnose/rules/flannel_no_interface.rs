//! flanneld ends because it cannot tell which interface to use.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_pod};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "crashloop", because: same_pod }, Link { effect: "readiness-failing", because: same_pod }] };

static META: Meta = Meta {
    id: "flannel-no-interface",
    what: text!("flannel finds no interface to use.", "flannel 找不到可用的网卡。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: false,
    program: "",
    least: 1,
    title: || phrase!("flannel ends: it finds no network interface to use", "flannel 退出：找不到可用的网卡"),
    why: || phrase!("flanneld uses the interface of the default route, or the one that `--iface` names. The host has no default route, or no interface of that name.", "flanneld 使用默认路由所在的网卡，或 `--iface` 指定的网卡。主机没有默认路由，或没有这个名字的网卡。"),
    fix: || phrase!("Give the host a default route, or name an interface that exists on every node: `--iface`, `--iface-regex`.", "为主机配置默认路由，或指定每个节点都有的网卡：`--iface`、`--iface-regex`。"),
    next: |name| {
        vec![
            on_node("NODE", "ip route; ip -br addr", phrase!("the default route and the interfaces", "默认路由与网卡")),
            kubectl(format!("kubectl logs -n kube-flannel {name} --tail=20"), phrase!("whether it still says so", "是否仍在报告")),
        ]
    },
};
