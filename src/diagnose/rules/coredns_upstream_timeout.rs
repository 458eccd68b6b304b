//! CoreDNS forwards queries of outside names and gets no answer in time.

use crate::diagnose::finding::{Severity};
use crate::diagnose::log_sign::{LogRule, Sign};
use crate::diagnose::look::{kubectl};
use crate::diagnose::rule::{Meta};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRule = LogRule { meta: &META, sign: &SIGN, links: &[] };

static META: Meta = Meta {
    id: "coredns-upstream-timeout",
    what: text!("CoreDNS gets no answer from its upstream.", "CoreDNS 得不到上游的响应。"),
    needs: "kubectl logs …",
};

const SIGN: Sign = Sign {
    severity: Severity::Warning,
    of_kubelet: false,
    program: "",
    least: 3,
    title: || phrase!("CoreDNS gets no answer from the servers that it forwards to: outside names do not resolve", "CoreDNS 得不到上游服务器的响应：外部域名无法解析"),
    why: || phrase!("Names of the cluster are answered by CoreDNS itself; all others it forwards, by default to the servers of the node's /etc/resolv.conf. From its pod they cannot be reached: a firewall on port 53, a server that is gone, or the pod network of that node.", "集群内域名由 CoreDNS 自己回答，其余转发给上游，默认是节点 /etc/resolv.conf 中的服务器。从它的 Pod 访问不到上游：53 端口被防火墙拦截、服务器已不存在，或该节点的 Pod 网络有问题。"),
    fix: || phrase!("Test the upstream from the node and from a pod. If only the pod fails, look at the pod network and at masquerading; if both do, name a server that answers in the Corefile's `forward`.", "分别在节点和 Pod 中测试上游。只有 Pod 失败时，检查 Pod 网络与地址伪装（masquerade）；两者都失败时，在 Corefile 的 `forward` 中换成可用的服务器。"),
    next: |name| {
        vec![
            kubectl("kubectl get configmap -n kube-system coredns -o yaml", phrase!("where the Corefile forwards to", "Corefile 的转发目标")),
            kubectl(format!("kubectl logs -n kube-system {name} --tail=50"), phrase!("which upstream does not answer", "哪个上游没有响应")),
        ]
    },
};
