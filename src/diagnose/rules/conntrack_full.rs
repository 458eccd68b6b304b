//! The kernel drops packets because its table of connections is full. It is the host's, so what the kubelet's node is says which.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign};
use crate::diagnose::look::{on_node};
use crate::diagnose::rule::{Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[] };

static META: Meta = Meta {
    id: "conntrack-full",
    what: text!("The table of connections is full.", "连接跟踪表已满。"),
    needs: "journalctl -u kubelet",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: true,
    program: "",
    least: 1,
    title: || phrase!("The kernel drops packets: the table of connections is full", "内核在丢包：连接跟踪表已满"),
    why: || phrase!("Every connection through a Service takes an entry, and there is a limit for the host. New connections fail at random, DNS first, whatever pod they are of.", "经过 Service 的每个连接都占用一个条目，而主机有上限。新连接会随机失败，DNS 首当其冲，与是哪个 Pod 无关。"),
    fix: || phrase!("Find who opens so many connections. Raise the limit with kube-proxy's `conntrack.maxPerCore` or `net.netfilter.nf_conntrack_max`.", "找出是谁建立了这么多连接。通过 kube-proxy 的 `conntrack.maxPerCore` 或 `net.netfilter.nf_conntrack_max` 提高上限。"),
    next: |name| {
        vec![
            on_node(name, "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max", phrase!("how full it is", "使用了多少")),
        ]
    },
};
