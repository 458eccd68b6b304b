//! kubectl does not trust who signed the certificate of the API server.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: UnknownAuthority = UnknownAuthority;

pub(super) struct UnknownAuthority;

static META: Meta = Meta {
    id: "unknown-authority",
    what: text!("The certificate of the API server is signed by an authority that is not trusted.", "API 服务器的证书由不受信任的机构签发。"),
    needs: "any kubectl command",
};

impl Rule for UnknownAuthority {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| said::is(it, MessageClass::CertificateUnknown));
        let address = said::address(cluster, &said);
        let at = said::name(address.as_deref());
        let target = said::target(address.as_deref());
        let next = vec![
            said::config(),
            crate::diagnose::look::kubectl(format!("openssl s_client -connect {target} -showcerts </dev/null 2>/dev/null | openssl x509 -noout -issuer -subject -fingerprint"), phrase!("who signed the certificate that is served; compare it with the CA of the kubeconfig", "实际证书由谁签发；与 kubeconfig 中的 CA 比对")),
            said::on_control_plane(cluster, address.as_deref(), "openssl x509 -noout -subject -fingerprint -in /etc/kubernetes/pki/ca.crt", phrase!("the cluster's own CA", "集群自己的 CA")),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("kubectl does not trust the certificate at {at}: signed by an unknown authority", "kubectl 不信任 {at} 的证书：由未知机构签发", at = at),
            why: phrase!(
                "The server was reached and may be well. Its certificate is signed by another CA than the one in the kubeconfig: the kubeconfig is of another or an older cluster of the same address, has no `certificate-authority-data`, or a proxy in between puts in its own certificate.",
                "服务器已连通，它本身可能没有问题。其证书的签发 CA 与 kubeconfig 中的不同：kubeconfig 属于同一地址上的另一个或旧的集群，缺少 `certificate-authority-data`，或中间的代理换上了自己的证书。",
            ),
            fix: phrase!(
                "Fetch the kubeconfig anew (kubeadm: /etc/kubernetes/admin.conf on a control-plane node). Do not work around it with --insecure-skip-tls-verify: whoever stands in between would get your credentials.",
                "重新获取 kubeconfig（kubeadm：控制平面节点上的 /etc/kubernetes/admin.conf）。不要用 --insecure-skip-tls-verify 绕过：中间人会拿到你的凭据。",
            ),
            next,
        })
    }
}
