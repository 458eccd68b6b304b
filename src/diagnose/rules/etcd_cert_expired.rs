//! etcd or who talks to it refuses a certificate.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdCertExpired = EtcdCertExpired;

pub(super) struct EtcdCertExpired;

static META: Meta = Meta {
    id: "etcd-cert-expired",
    what: text!("A certificate between etcd and its peers or clients is refused.", "etcd 与其他成员或客户端之间的证书被拒绝。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

impl Rule for EtcdCertExpired {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "etcd-cert-expired");
        // One refused connection is somebody who tried without a certificate, such as a scraper of metrics.
        let Some(first) = facts.first().filter(|_| heard::lines(&facts) >= FEWEST) else { return Vec::new() };
        let who = heard::who(&facts);
        let node = first.name.as_deref().and_then(|it| it.strip_prefix("etcd-")).unwrap_or("control-plane");
        let expired = facts.iter().any(|it| it.message.contains("expired"));
        let title = if expired {
            phrase!("{who} meets a certificate that has expired", "{who} 遇到已过期的证书", who = who)
        } else {
            phrase!("{who} refuses connections for a bad certificate", "{who} 因证书无效而拒绝连接", who = who)
        };
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: if expired { Confidence::Certain } else { Confidence::Likely },
            title,
            why: phrase!(
                "Its log says: \"{said}\". Peers (port 2380) and the API servers (port 2379) prove themselves to etcd by certificates of etcd's own CA. A certificate that has expired or comes from another CA cuts off whoever shows it: a member leaves the quorum, an API server loses its store.",
                "其日志写道：“{said}”。其他成员（端口 2380）和 API 服务器（端口 2379）都用 etcd 自有 CA 的证书证明身份。证书过期或来自别的 CA，持有者就会被拒之门外：成员脱离法定人数，API 服务器失去存储。",
                said = heard::quoted(&first.message),
            ),
            fix: phrase!(
                "Renew on each control-plane node (`kubeadm certs renew etcd-server etcd-peer apiserver-etcd-client`) and restart etcd and kube-apiserver, one node after another. If the dates are good, compare the issuers with /etc/kubernetes/pki/etcd/ca.crt.",
                "在每个控制平面节点上续期（`kubeadm certs renew etcd-server etcd-peer apiserver-etcd-client`），再逐个节点重启 etcd 和 kube-apiserver。若日期没有问题，则核对签发者与 /etc/kubernetes/pki/etcd/ca.crt。",
            ),
            next: vec![
                on_node(node, "for f in server peer healthcheck-client; do openssl x509 -noout -subject -issuer -enddate -in /etc/kubernetes/pki/etcd/$f.crt; done", phrase!("the dates and issuers, on each member", "各成员证书的日期与签发者")),
                kubectl("kubectl get pods -n kube-system -l component=etcd -o wide", phrase!("which members are ready", "哪些成员就绪")),
            ],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            heard::about(cause, &effect.subject).then(|| phrase!("its own log says that certificates are refused", "它自己的日志说证书被拒绝"))
        };
        &[Link { effect: "etcd-crashloop", because: SAME }]
    }
}

/// Fewer lines than this are no pattern.
const FEWEST: u64 = 3;
