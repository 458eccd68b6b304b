//! No encryption at rest: Secrets lie in etcd as they are.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{command_line, pods_of};
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverEncryptionNotSet = ApiserverEncryptionNotSet;

pub(super) struct ApiserverEncryptionNotSet;

static META: Meta = Meta {
    id: "apiserver-encryption-not-set",
    what: text!("--encryption-provider-config is not set.", "没有设置 --encryption-provider-config。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverEncryptionNotSet {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// Source: kubernetes.io, "Encrypting Confidential Data at Rest".
    fn posture(&self) -> bool {
        true
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = pods_of(cluster, Role::ApiServer).filter(|pod| pod.flag("encryption-provider-config").is_none());
        pods.filter_map(|pod| Some((pod, command_line(pod)?)))
            .map(|(pod, command)| {
                note(&META, pod, command, Note {
                    shows: phrase!("the command that begins here has no `--encryption-provider-config`", "从这里开始的命令中没有 `--encryption-provider-config`"),
                    title: phrase!("Secrets lie in etcd unencrypted", "Secret 在 etcd 中未加密"),
                    why: phrase!(
                        "Without `--encryption-provider-config` Secrets are stored as they are: who reads etcd's disk or a snapshot of it reads every password.",
                        "没有 `--encryption-provider-config`，Secret 会原样存储：能读到 etcd 磁盘或快照的人，就能读到所有密码。",
                    ),
                    fix: phrase!("Set up encryption at rest, then write every Secret once more so that it is stored encrypted.", "启用静态加密，然后重写所有 Secret，使其以加密形式存储。"),
                })
            })
            .collect()
    }
}
