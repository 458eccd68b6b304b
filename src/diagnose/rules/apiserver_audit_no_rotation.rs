//! Audit logs are written and never thrown away.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::Finding;
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverAuditNoRotation = ApiserverAuditNoRotation;

pub(super) struct ApiserverAuditNoRotation;

static META: Meta = Meta {
    id: "apiserver-audit-no-rotation",
    what: text!("Audit logs are written and none is ever deleted.", "审计日志只写不删。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverAuditNoRotation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn posture(&self) -> bool {
        true
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res = Vec::new();
        // Source: kubernetes/kubernetes#136478, released with 1.36: maxage is 366 and maxbackup 100 unless set. Before, both are 0, which
        // keeps all. A file of 100 MB (maxsize) is put aside.
        let limited = cluster.version.as_ref().and_then(|it| minor(&it.value)).is_some_and(|it| it >= 36);
        for pod in pods_of(cluster, Role::ApiServer) {
            let unset = |name: &str| pod.flag(name).map_or(!limited, |it| it.value == "0");
            let Some(path) = pod.flag("audit-log-path").filter(|it| it.value != "-") else { continue };
            if pod.flag("audit-policy-file").is_none() || !unset("audit-log-maxage") || !unset("audit-log-maxbackup") {
                continue;
            }
            res.push(note(&META, pod, path.span, Note {
                shows: phrase!("an audit log, and neither `--audit-log-maxage` nor `--audit-log-maxbackup`", "设置了审计日志，但没有 `--audit-log-maxage` 和 `--audit-log-maxbackup`"),
                title: phrase!("Audit logs fill the disk: none is ever deleted", "审计日志会写满磁盘：从不删除"),
                why: phrase!(
                    "Every 100 MB the file {path} is put aside, and without a limit all of them are kept. When that disk is etcd's as well, etcd stops with it.",
                    "{path} 每 100 MB 轮转一次，没有上限就会全部保留。如果该磁盘同时供 etcd 使用，写满后 etcd 也会停止。",
                    path = path.value,
                ),
                fix: phrase!("Set `--audit-log-maxage=30 --audit-log-maxbackup=10 --audit-log-maxsize=100`, or whatever you have to keep.", "设置 `--audit-log-maxage=30 --audit-log-maxbackup=10 --audit-log-maxsize=100`，或按留存要求取值。"),
            }));
        }
        res
    }
}
