//! The certificate of the API server is for other names than the one that kubectl uses.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverCertSanMissing = ApiserverCertSanMissing;

pub(super) struct ApiserverCertSanMissing;

static META: Meta = Meta {
    id: "apiserver-cert-san-missing",
    what: text!("The certificate of the API server does not name the address that is used.", "API 服务器的证书不包含所用的地址。"),
    needs: "any kubectl command",
};

impl Rule for ApiserverCertSanMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| {
            let other_name = ["certificate is valid for", "doesn't contain any IP SANs", "doesn't match the"];
            said::is(it, MessageClass::Certificate) && other_name.iter().any(|words| it.text.contains(words))
        });
        let Some(first) = said.first() else { return Vec::new() };
        let address = said::address(cluster, &said);
        let at = said::name(address.as_deref());
        let host = said::host(at);
        let names = first.text.split_once("valid for ").and_then(|(_, rest)| rest.split_once(", not ")).map_or("", |(names, _)| names);
        let why = if names.is_empty() {
            phrase!("The server was reached and its CA is trusted, but its certificate does not name {host}. It is usual after a load balancer, a new address or a DNS name came in front of a cluster that was made without it.", "服务器已连通，CA 也受信任，但证书中没有 {host}。常见于集群建好之后才加上负载均衡、新地址或域名。", host = host)
        } else {
            phrase!("The server was reached and its CA is trusted, but its certificate is for {names} and not for {host}. It is usual after a load balancer, a new address or a DNS name came in front of a cluster that was made without it.", "服务器已连通，CA 也受信任，但证书只对 {names} 有效，不包含 {host}。常见于集群建好之后才加上负载均衡、新地址或域名。", names = names, host = host)
        };
        let next = vec![
            said::config(),
            said::on_control_plane(cluster, address.as_deref(), "openssl x509 -noout -ext subjectAltName -in /etc/kubernetes/pki/apiserver.crt", phrase!("the names in the certificate, on each control-plane node", "证书中的名称，在每个控制平面节点上查看")),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("The certificate of the API server does not name {host}", "API 服务器的证书不包含 {host}", host = host),
            why,
            fix: phrase!(
                "Use an address that the certificate names; or add {host} to `apiServer.certSANs` of the kubeadm configuration, move apiserver.crt and .key away, run `kubeadm init phase certs apiserver --config …` on each control-plane node and restart kube-apiserver.",
                "使用证书中已有的地址；或把 {host} 加入 kubeadm 配置的 `apiServer.certSANs`，移走 apiserver.crt 与 .key，在每个控制平面节点上执行 `kubeadm init phase certs apiserver --config …` 并重启 kube-apiserver。",
                host = host,
            ),
            next,
        })
    }
}
