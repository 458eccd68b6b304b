//! An audit log path without a policy: nothing is written.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverAuditPathWithoutPolicy = ApiserverAuditPathWithoutPolicy;

pub(super) struct ApiserverAuditPathWithoutPolicy;

static META: Meta = Meta {
    id: "apiserver-audit-path-without-policy",
    what: text!("--audit-log-path is set, --audit-policy-file is not.", "设置了 --audit-log-path，却没有 --audit-policy-file。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverAuditPathWithoutPolicy {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// Source: kubernetes.io, "Auditing": without a policy file no events are logged.
    fn posture(&self) -> bool {
        true
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = pods_of(cluster, Role::ApiServer).filter(|pod| pod.flag("audit-policy-file").is_none());
        pods.filter_map(|pod| Some((pod, pod.flag("audit-log-path")?)))
            .map(|(pod, path)| {
                note(&META, pod, path.span, Note {
                    shows: phrase!("a path, and no `--audit-policy-file` anywhere in the command", "有路径，但整条命令里没有 `--audit-policy-file`"),
                    title: phrase!("The audit log stays empty: a path is set, a policy is not", "审计日志始终为空：设置了路径，却没有策略"),
                    why: phrase!(
                        "`--audit-log-path={path}` names a file, but without `--audit-policy-file` the API server records no request. Whoever relies on this log after an incident finds nothing.",
                        "`--audit-log-path={path}` 指定了文件，但没有 `--audit-policy-file`，API 服务器不会记录任何请求。事后想靠这份日志追查的人会一无所获。",
                        path = path.value,
                    ),
                    fix: phrase!("Write an audit policy, mount it into the pod and set `--audit-policy-file`, or take the path away.", "编写审计策略，挂载进 Pod 并设置 `--audit-policy-file`；否则去掉该路径。"),
                })
            })
            .collect()
    }
}
