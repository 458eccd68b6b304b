//! The API server does not accept the credentials of kubectl.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: KubectlUnauthorized = KubectlUnauthorized;

pub(super) struct KubectlUnauthorized;

static META: Meta = Meta {
    id: "kubectl-unauthorized",
    what: text!("The credentials of kubectl are not accepted.", "API 服务器不接受 kubectl 的凭据。"),
    needs: "any kubectl command",
};

impl Rule for KubectlUnauthorized {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| it.class == MessageClass::Unauthorized);
        let oc = cluster.programs.iter().any(|it| it.value == "oc");
        let mut next = vec![said::config()];
        if oc {
            next.push(crate::diagnose::look::kubectl("oc whoami", phrase!("whether the session is still good", "会话是否仍有效")));
        } else {
            next.push(crate::diagnose::look::kubectl(
                "kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d | openssl x509 -noout -subject -dates",
                phrase!("who the client certificate is for and until when; empty if a token or a plugin is used", "客户端证书属于谁、何时到期；若使用令牌或插件则为空"),
            ));
        }
        said::finding(cluster, &META, &said, Words { severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("The API server does not accept the credentials of kubectl (401)", "API 服务器不接受 kubectl 的凭据（401）"),
            why: phrase!(
                "An API server answered, so it runs and its certificate is trusted; only who asks is not known to it: the client certificate or token has expired, or belongs to another cluster. Rights (RBAC) are not the matter: that would be `Forbidden`.",
                "API 服务器有应答，说明它在运行、证书也受信任；只是它不认识请求者：客户端证书或令牌已过期，或属于另一个集群。这不是权限（RBAC）问题，权限不足会显示 `Forbidden`。",
            ),
            fix: if oc {
                phrase!("Log in again: `oc login`.", "重新登录：`oc login`。")
            } else {
                phrase!(
                    "Get fresh credentials: log in again with your provider's tool, or copy a renewed admin.conf (`kubeadm certs check-expiration` shows whether it ended after its year).",
                    "获取新的凭据：用云厂商的工具重新登录，或复制续期后的 admin.conf（`kubeadm certs check-expiration` 能看出它是否满一年到期）。",
                )
            },
            next,
        })
    }
}
