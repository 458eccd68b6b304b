//! API servers refuse a client whose certificate has expired; often it is a kubelet's.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::text::Phrase;
use crate::time::Stamp;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ClientCertExpired = ClientCertExpired;

pub(super) struct ClientCertExpired;

static META: Meta = Meta {
    id: "client-cert-expired",
    what: text!("A client of the API presents a certificate that has expired.", "某个客户端用已过期的证书访问 API。"),
    needs: "kubectl logs -n kube-system kube-apiserver-…",
};

impl Rule for ClientCertExpired {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut facts = heard::facts(cluster, "apiserver-cert-expired");
        // Of an API server's own log, and about who asks; other lines are about whom it asks.
        facts.retain(|it| heard::of_program(it, "kube-apiserver") && it.message.contains("nable to authenticate the request"));
        let Some(first) = facts.first() else { return Vec::new() };
        let until = first.message.split_once("is after ").and_then(|(_, rest)| rest.split([' ', ',', ']', '"']).next()).unwrap_or("?");
        let node = silent_since(cluster, Stamp::parse(until));
        let (title, mut next) = match node {
            Some(node) => (
                phrase!("A client certificate expired at {until}, and node {node} fell silent after that: probably its kubelet's", "有客户端证书在 {until} 过期，其后节点 {node} 失联：很可能是它的 kubelet 证书", until = until, node = node.id.name),
                vec![on_node(&node.id.name, "openssl x509 -noout -subject -dates -in /var/lib/kubelet/pki/kubelet-client-current.pem", phrase!("if it ended at {until}, this is the one", "如果到期时间是 {until}，就是它", until = until))],
            ),
            None => (phrase!("A client asks the API with a certificate that expired at {until}", "有客户端用 {until} 已过期的证书访问 API", until = until), Vec::new()),
        };
        next.push(kubectl("kubectl get nodes; kubectl get csr", phrase!("nodes that are not Ready, and certificate requests that wait for approval", "未就绪的节点，以及等待批准的证书请求")));
        let mut found = heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: if node.is_some() { Confidence::Possible } else { Confidence::Certain },
            title,
            why: phrase!(
                "The API servers refuse whoever shows it. A kubelet renews its certificate by itself, unless it was off or cut off when the time came, or nobody approves its request; then it can neither report its state nor ask for a new certificate. The log does not name the client: a monitoring agent or an old kubeconfig would look the same.",
                "API 服务器会拒绝持有它的客户端。kubelet 会自行续期，除非到期前它已停机或失联，或没有人批准它的请求；之后它既不能上报状态，也不能申请新证书。日志没有写明是哪个客户端：监控程序或旧的 kubeconfig 也会这样。",
            ),
            fix: phrase!(
                "For a kubelet: give it a fresh bootstrap-kubelet.conf (`kubeadm token create --print-join-command` on a control-plane node shows a token), delete /var/lib/kubelet/pki/kubelet-client-*, restart it, and approve its request if it waits.",
                "若是 kubelet：给它新的 bootstrap-kubelet.conf（在控制平面节点执行 `kubeadm token create --print-join-command` 可得到令牌），删除 /var/lib/kubelet/pki/kubelet-client-*，重启 kubelet；若证书请求在等待，则予以批准。",
            ),
            next,
        });
        if let (Some(found), Some(node)) = (found.first_mut(), node) {
            found.also.insert(0, found.subject.clone());
            found.subject = node.id.clone();
            if let Some(status) = &node.status {
                found.evidence = found.evidence.clone().and(status.span, phrase!("the only node that is silent", "唯一失联的节点"));
            }
        }
        found
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            (cause.subject == effect.subject).then(|| phrase!("a kubelet whose certificate has expired cannot report its state", "证书过期的 kubelet 无法上报状态"))
        };
        &[Link { effect: "node-not-ready", because: SAME }, Link { effect: "node-unknown-lost-heartbeat", because: SAME }]
    }
}

/// The one node that is not Ready, if there is just one, and it became so after `instant`.
fn silent_since(cluster: &Cluster, instant: Option<Stamp>) -> Option<&Node> {
    let mut silent = cluster.nodes.values().filter(|it| it.is_ready() == Some(false));
    let node = silent.next().filter(|_| silent.next().is_none())?;
    let ready = node.conditions.get("Ready");
    // A kubelet that itself says "not ready" is heard, so its certificate is good.
    let speaks = ready.is_some_and(|it| it.value.status == "False");
    let before = matches!((ready.and_then(|it| it.value.since), instant), (Some(since), Some(until)) if since < until);
    (!speaks && !before).then_some(node)
}
