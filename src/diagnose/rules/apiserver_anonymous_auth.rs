//! Requests without credentials are admitted as system:anonymous.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverAnonymousAuth = ApiserverAnonymousAuth;

pub(super) struct ApiserverAnonymousAuth;

static META: Meta = Meta {
    id: "apiserver-anonymous-auth",
    what: text!("--anonymous-auth=true is set.", "设置了 --anonymous-auth=true。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverAnonymousAuth {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// Source: `kube-apiserver --help`: the default is true; RBAC decides what system:anonymous may do.
    fn posture(&self) -> bool {
        true
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        pods_of(cluster, Role::ApiServer)
            .filter_map(|pod| Some((pod, pod.flag("anonymous-auth").filter(|it| it.value == "true")?)))
            .map(|(pod, set)| {
                note(&META, pod, set.span, Note {
                    shows: phrase!("set here, though it is the default", "在此显式设置，其实是默认值"),
                    title: phrase!("Requests without credentials are let in as system:anonymous", "没有凭据的请求会以 system:anonymous 身份进入"),
                    why: phrase!(
                        "This is the default. With RBAC an anonymous caller may read little more than health and version paths, unless a binding grants more to `system:anonymous` or `system:unauthenticated`.",
                        "这是默认行为。启用 RBAC 时，匿名调用者几乎只能读取健康检查和版本路径，除非有绑定把更多权限授予 `system:anonymous` 或 `system:unauthenticated`。",
                    ),
                    fix: phrase!("Check that no binding names those two; load balancers may need the health paths.", "确认没有绑定授权给这两个身份；负载均衡器可能需要访问健康检查路径。"),
                })
            })
            .collect()
    }
}
