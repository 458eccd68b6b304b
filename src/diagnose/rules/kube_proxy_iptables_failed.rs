//! kube-proxy cannot write the rules that make Services work.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[] };

static META: Meta = Meta {
    id: "kube-proxy-iptables-failed",
    what: text!("kube-proxy cannot write its rules.", "kube-proxy 无法写入规则。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: false,
    program: "kube-proxy",
    least: 3,
    title: || phrase!("kube-proxy cannot write its iptables rules: Services on that node go stale", "kube-proxy 无法写入 iptables 规则：该节点上的 Service 不再更新"),
    why: || phrase!("Services work by rules that kube-proxy writes. It cannot: a kernel module is missing, the lock is held, or the host mixes iptables-legacy with iptables-nft. Changes of endpoints are not carried out there.", "Service 依靠 kube-proxy 写入的规则工作。现在写不进去：缺少内核模块、锁被占用，或主机混用 iptables-legacy 与 iptables-nft。该节点上端点的变化不会生效。"),
    fix: || phrase!("Read the error in the log. Load the modules, or settle on one iptables backend for the host and all pods of it.", "查看日志中的错误。加载所需模块，或让主机及其 Pod 统一使用一种 iptables 后端。"),
    next: |name| {
        vec![
            kubectl(format!("kubectl logs -n kube-system {name} --tail=30"), phrase!("the error of iptables-restore", "iptables-restore 的报错")),
            on_node("NODE", "iptables --version; lsmod | grep -e ip_tables -e nf_tables", phrase!("which backend, which modules", "使用的后端与模块")),
        ]
    },
};
