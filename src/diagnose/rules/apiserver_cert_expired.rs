//! kubectl refuses the certificate of the API server: it has expired, or its time has not come.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::node_trouble::{silent_together, since};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::text::Phrase;
use crate::time::Stamp;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverCertExpired = ApiserverCertExpired;

pub(super) struct ApiserverCertExpired;

static META: Meta = Meta {
    id: "apiserver-cert-expired",
    what: text!("The certificate of the API server has expired.", "API 服务器的证书已过期。"),
    needs: "any kubectl command",
};

impl Rule for ApiserverCertExpired {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| said::is(it, MessageClass::CertificateExpired));
        let Some(first) = said.first() else { return Vec::new() };
        let address = said::address(cluster, &said);
        let at = said::name(address.as_deref());
        let target = said::target(address.as_deref());
        let (mut title, why, fix) = words(&first.text, at);
        if address.is_none() && first.text.contains("is after ") {
            title = phrase!("The certificate of the API server has expired", "API 服务器的证书已过期");
        }
        let next = vec![
            said::on_control_plane(cluster, address.as_deref(), "kubeadm certs check-expiration; date", phrase!("on each control-plane node: which certificates have expired, and is the clock right?", "在每个控制平面节点上执行：哪些证书已过期，时钟是否正确？")),
            crate::diagnose::look::kubectl(format!("openssl s_client -connect {target} </dev/null 2>/dev/null | openssl x509 -noout -dates -subject -issuer"), phrase!("the dates of the certificate that is really served", "实际使用的证书的有效期")),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Critical, confidence: Confidence::Certain, title, why, fix, next })
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "kubectl-unauthorized", because: both_expired }, Link { effect: "node-all-notready-same-time", because: expired_then }]
    }
}

/// kubeadm issues the certificates of clients together with the server's, for the same year.
fn both_expired(_: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    Some(phrase!("the client certificates of a kubeadm cluster are as old as the server's and expire with it", "kubeadm 集群的客户端证书与服务端证书同时签发，也同时过期"))
}

/// The nodes fell silent within the hour in which it expired.
fn expired_then(cluster: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    let said = said::of(cluster, |it| said::is(it, MessageClass::CertificateExpired));
    let until = said.iter().find_map(|it| Stamp::parse(instant(&it.text, "is after ")?))?;
    let since = silent_together(cluster).into_iter().find_map(since)?;
    (0..3600).contains(&(since - until.0)).then(|| phrase!("the nodes fell silent when it expired", "节点正是在它过期时失联的"))
}

/// What stands after `mark`, up to a blank or quote: an instant.
fn instant<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.split_once(mark)?.1.split([' ', '"', '\\', ',', ']']).next().filter(|it| it.starts_with("20"))
}

fn words(text: &str, at: &str) -> (Phrase, Phrase, Phrase) {
    if let Some(from) = instant(text, "is before ") {
        let now = instant(text, "current time ").unwrap_or("?");
        return (
            phrase!("The certificate at {at} is not valid yet: one of the two clocks is wrong", "{at} 的证书尚未生效：两边必有一个时钟不对", at = at),
            phrase!("The certificate is valid from {from} and this machine's clock says {now}. Certificates are made valid from their first second, so this clock is behind, or the one that signed was ahead.", "证书从 {from} 起有效，而本机时钟是 {now}。证书从签发那一刻起生效，所以要么本机时钟慢了，要么签发时的时钟快了。", from = from, now = now),
            phrase!("Set the clock of this machine (NTP). Issue no new certificates before that.", "校准本机时钟（NTP）。在此之前不要重新签发证书。"),
        );
    }
    let why = match (instant(text, "is after "), instant(text, "current time ")) {
        (Some(until), Some(now)) => phrase!(
            "It ended at {until}; this machine's clock says {now}. kubeadm issues certificates for one year and renews them only at an upgrade. The pods already running go on; but nobody whose client checks the certificate can use the API, kubelets and controllers included.",
            "证书在 {until} 到期；本机时钟是 {now}。kubeadm 签发的证书有效期为一年，只在升级时续期。已运行的 Pod 会继续运行，但凡是校验证书的客户端都无法使用 API，包括 kubelet 和各控制器。",
            until = until,
            now = now,
        ),
        _ => phrase!(
            "kubeadm issues certificates for one year and renews them only at an upgrade. The pods already running go on; but nobody whose client checks the certificate can use the API, kubelets and controllers included.",
            "kubeadm 签发的证书有效期为一年，只在升级时续期。已运行的 Pod 会继续运行，但凡是校验证书的客户端都无法使用 API，包括 kubelet 和各控制器。",
        ),
    };
    (
        phrase!("The certificate of the API server at {at} has expired", "API 服务器 {at} 的证书已过期", at = at),
        why,
        phrase!(
            "On each control-plane node: `kubeadm certs renew all`, then restart the four static pods (move their manifests out of /etc/kubernetes/manifests for 20 seconds), and copy the new admin.conf. Not kubeadm: renew with the tool that made the cluster.",
            "在每个控制平面节点上执行 `kubeadm certs renew all`，再重启四个静态 Pod（把清单移出 /etc/kubernetes/manifests 约 20 秒后移回），并复制新的 admin.conf。若不是 kubeadm 集群，用创建集群的工具续期。",
        ),
    )
}
