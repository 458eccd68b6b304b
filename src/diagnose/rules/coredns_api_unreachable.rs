//! CoreDNS waits for the list of Services and does not get it.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign, same_pod};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Link, Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[Link { effect: "crashloop", because: same_pod }, Link { effect: "readiness-failing", because: same_pod }, Link { effect: "coredns-not-ready", because: same_pod }] };

static META: Meta = Meta {
    id: "coredns-api-unreachable",
    what: text!("CoreDNS does not reach the API server.", "CoreDNS 无法访问 API 服务器。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Critical,
    of_kubelet: false,
    program: "",
    least: 3,
    title: || phrase!("CoreDNS does not reach the API server, so it knows no Services", "CoreDNS 无法访问 API 服务器，因此不知道任何 Service"),
    why: || phrase!("CoreDNS reads Services and endpoints from the API server and is not ready without them. It reaches it by the Service address of `kubernetes`: kube-proxy or the pod network on its node fails, or its account lacks the right to list.", "CoreDNS 从 API 服务器读取 Service 与端点，读不到就不会就绪。它通过 Service `kubernetes` 的地址访问：可能是所在节点的 kube-proxy 或 Pod 网络有问题，也可能是账号没有列出的权限。"),
    fix: || phrase!("Look at kube-proxy and the network agent on the nodes where CoreDNS runs. If the log says forbidden, restore the ClusterRole `system:coredns`.", "检查 CoreDNS 所在节点的 kube-proxy 与网络代理。若日志中有 forbidden，恢复 ClusterRole `system:coredns`。"),
    next: |name| {
        vec![
            kubectl("kubectl get pods -n kube-system -o wide", phrase!("kube-proxy and the network agent on its node", "它所在节点的 kube-proxy 与网络代理")),
            kubectl(format!("kubectl logs -n kube-system {name} --tail=30"), phrase!("refused, timeout or forbidden?", "拒绝、超时还是无权限？")),
        ]
    },
};
