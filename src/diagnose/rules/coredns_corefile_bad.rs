//! CoreDNS does not take its configuration.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_pod};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "crashloop", because: same_pod }, Link { effect: "readiness-failing", because: same_pod }, Link { effect: "coredns-not-ready", because: same_pod }] };

static META: Meta = Meta {
    id: "coredns-corefile-bad",
    what: text!("The Corefile has an error.", "Corefile 有错误。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: false,
    program: "",
    least: 1,
    title: || phrase!("CoreDNS does not accept its Corefile", "CoreDNS 无法解析 Corefile"),
    why: || phrase!("The ConfigMap `coredns` was edited, and the Corefile in it has an error. CoreDNS that runs keeps the old one; as soon as it restarts it ends, and with it cluster DNS.", "ConfigMap `coredns` 被修改过，其中的 Corefile 有错误。正在运行的 CoreDNS 会继续使用旧配置；一旦重启就会退出，集群 DNS 随之中断。"),
    fix: || phrase!("Correct the line that the log names, in `kubectl edit configmap -n kube-system coredns`; the pods take it over within a minute.", "按日志指出的行修正：`kubectl edit configmap -n kube-system coredns`；Pod 会在一分钟内加载新配置。"),
    next: |name| {
        vec![
            kubectl("kubectl get configmap -n kube-system coredns -o yaml", phrase!("the Corefile", "Corefile 的内容")),
            kubectl(format!("kubectl logs -n kube-system {name} --tail=20"), phrase!("the line and the word", "出错的行与词")),
        ]
    },
};
