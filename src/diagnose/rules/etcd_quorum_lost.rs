//! Fewer live members than a majority: etcd cannot write.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::rules::etcd_quorum_at_risk::members;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::topology::Quorum;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdQuorumLost = EtcdQuorumLost;

pub(super) struct EtcdQuorumLost;

static META: Meta = Meta {
    id: "etcd-quorum-lost",
    what: text!("Fewer etcd members are alive than a majority needs.", "存活的 etcd 成员少于多数派所需的数量。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for EtcdQuorumLost {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(quorum) = cluster.topology.quorum.filter(|it| !it.holds()) else { return Vec::new() };
        let Some(evidence) = members(cluster) else { return Vec::new() };
        let Quorum { members, alive, needed } = quorum;
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Critical,
            // That the list could be printed at all speaks against it: pod status may be behind.
            confidence: Confidence::Possible,
            subject: ObjectRef::cluster(),
            also: cluster.topology.control_plane.iter().filter_map(|it| it.etcd.pod().cloned()).collect(),
            title: phrase!("etcd has lost its quorum: {alive} of {members} alive, {needed} needed", "etcd 失去法定人数：{members} 个成员只存活 {alive} 个，需要 {needed} 个", alive = alive, members = members, needed = needed),
            why: phrase!(
                "Without a majority etcd refuses every write: the cluster is frozen as it stands. That kubectl printed this list may mean that it came just before, or that a pod's status is behind.",
                "没有多数派，etcd 会拒绝一切写入，集群停留在当前状态。kubectl 仍能打印这份列表，可能是因为它来自失去法定人数之前，也可能是 Pod 状态滞后。",
            ),
            fix: phrase!(
                "Bring members back one by one, the one with the newest data first. Restore from a snapshot only when no majority can be brought back.",
                "逐个恢复成员，先恢复数据最新的那个。只有在无法恢复多数派时，才从快照恢复。",
            ),
            next: vec![
                kubectl("kubectl get --raw '/readyz?verbose'", phrase!("does the API server reach etcd?", "API 服务器能连上 etcd 吗？")),
                kubectl("kubectl -n kube-system get pods -l component=etcd -o wide", phrase!("the members and their nodes", "各成员及其所在节点")),
            ],
            evidence,
        }]
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link {
                effect: "apiserver-crashloop",
                because: |_, _, _| Some(phrase!("an API server cannot start while etcd has no leader", "etcd 没有领导者时，API 服务器无法启动")),
            },
            Link {
                effect: "apiserver-request-timeout-etcd",
                because: |_, _, _| Some(phrase!("without a majority etcd answers no write", "没有多数派，etcd 不应答任何写入")),
            },
            Link {
                effect: "leader-election-churn",
                because: |_, _, _| Some(phrase!("no lease can be renewed while etcd cannot write", "etcd 无法写入时，任何租约都无法续期")),
            },
            Link { effect: "node-all-notready-same-time", because: crate::diagnose::links::nothing_stored },
            Link { effect: "readyz-check-failed", because: crate::diagnose::links::check_of_etcd },
        ]
    }
}
