//! kubectl asks with TLS where plain HTTP is spoken.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverNotTls = ApiserverNotTls;

pub(super) struct ApiserverNotTls;

static META: Meta = Meta {
    id: "apiserver-not-tls",
    what: text!("The address in the kubeconfig does not speak TLS.", "kubeconfig 中的地址没有使用 TLS。"),
    needs: "any kubectl command",
};

impl Rule for ApiserverNotTls {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| said::is(it, MessageClass::NotTls));
        let address = said::address(cluster, &said);
        let at = said::name(address.as_deref());
        let target = said::target(address.as_deref());
        let next = vec![
            said::config(),
            crate::diagnose::look::kubectl(format!("curl -sv --max-time 5 http://{target}/"), phrase!("who answers there in plain HTTP? Its `Server` header tells", "谁在那里用明文 HTTP 应答？看 `Server` 响应头")),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("What answers at {at} does not speak TLS", "{at} 上的程序没有使用 TLS", at = at),
            why: phrase!(
                "kubectl asked over HTTPS and got plain bytes back: the port belongs to something else than the API server's secure port, such as a proxy, a statistics page, or a load balancer that ends TLS or speaks HTTP to its backends.",
                "kubectl 用 HTTPS 请求，收到的却是明文：该端口不是 API 服务器的安全端口，而是代理、统计页面，或终结了 TLS、按 HTTP 模式转发的负载均衡。",
            ),
            fix: phrase!(
                "Set the API server's port (6443 unless changed) in the kubeconfig. A load balancer before it must pass TCP through, not HTTP.",
                "在 kubeconfig 中填 API 服务器的端口（默认 6443）。它前面的负载均衡必须按 TCP 透传，而不是 HTTP 模式。",
            ),
            next,
        })
    }
}
