//! etcd serves its clients without TLS, or asks for no certificate.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdNoTls = EtcdNoTls;

pub(super) struct EtcdNoTls;

static META: Meta = Meta {
    id: "etcd-no-tls",
    what: text!("etcd can be read without a certificate.", "无需证书即可读取 etcd。"),
    needs: "kubectl describe pod etcd-…",
};

impl Rule for EtcdNoTls {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn posture(&self) -> bool {
        true
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res = Vec::new();
        for pod in pods_of(cluster, Role::Etcd) {
            let Some(urls) = pod.flag("listen-client-urls") else { continue };
            let own = |url: &str| ["127.0.0.1", "localhost", "[::1]"].iter().any(|it| url.contains(it));
            let outside = |scheme: &str| urls.value.split(',').any(|url| url.starts_with(scheme) && !own(url));
            let unasked = outside("https://") && pod.flag("client-cert-auth").is_none_or(|it| it.value == "false");
            if !outside("http://") && !unasked {
                continue;
            }
            res.push(note(&META, pod, urls.span, Note {
                shows: phrase!("where it listens for clients", "它为客户端监听的地址"),
                title: if unasked {
                    phrase!("etcd on {name} asks its clients for no certificate", "{name} 不要求客户端出示证书", name = pod.id.name)
                } else {
                    phrase!("etcd on {name} serves clients in plain HTTP", "{name} 以明文 HTTP 提供服务", name = pod.id.name)
                },
                // Source: etcd, "Transport security model": without --client-cert-auth any client is served.
                why: phrase!(
                    "Whoever reaches port 2379 reads and writes everything, Secrets included, past the API server and its rights.",
                    "任何能访问 2379 端口的人，都可以绕过 API 服务器及其权限，读写包括 Secret 在内的一切数据。",
                ),
                fix: phrase!("Serve https only, set `--client-cert-auth=true` and `--trusted-ca-file`, and close port 2379 to all but the control-plane nodes.", "只提供 https，设置 `--client-cert-auth=true` 与 `--trusted-ca-file`，并只对控制平面节点开放 2379 端口。"),
            }));
        }
        res
    }
}
