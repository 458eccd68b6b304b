//! Members were lost and the rest is exactly a majority: the next loss stops writes.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::topology::{Presence, Quorum};
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdQuorumAtRisk = EtcdQuorumAtRisk;

pub(super) struct EtcdQuorumAtRisk;

static META: Meta = Meta {
    id: "etcd-quorum-at-risk",
    what: text!("etcd members are down and no further one may fail.", "已有 etcd 成员失效，且不能再失去任何一个。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for EtcdQuorumAtRisk {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(quorum) = cluster.topology.quorum else { return Vec::new() };
        if quorum.alive >= quorum.members || !quorum.holds() || quorum.spare() > 0 {
            return Vec::new();
        }
        let Some(evidence) = members(cluster) else { return Vec::new() };
        let Quorum { members, alive, needed } = quorum;
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Critical,
            confidence: Confidence::Likely,
            subject: ObjectRef::cluster(),
            also: cluster.topology.control_plane.iter().filter_map(|it| it.etcd.pod().cloned()).collect(),
            title: phrase!("etcd has no spare member: {alive} of {members} alive, {needed} needed", "etcd 没有余量：{members} 个成员存活 {alive} 个，需要 {needed} 个", alive = alive, members = members, needed = needed),
            why: phrase!(
                "A cluster made for {members} members elects a leader and writes only while {needed} agree. {alive} are left; one more loss and nothing can be changed any more: no new pods, no repairs, no leader election.",
                "为 {members} 个成员组建的 etcd，只有在 {needed} 个成员达成一致时才能选主和写入。现在只剩 {alive} 个；再失去一个，就什么都改不了：不能创建 Pod，不能自愈，也无法选主。",
                members = members,
                needed = needed,
                alive = alive,
            ),
            fix: phrase!(
                "Bring the lost member back before any maintenance on the others. Take a snapshot now; do not restart or drain a node that carries a live member.",
                "在对其他成员做任何维护之前，先恢复失效的成员。现在就做一次快照；不要重启或腾空仍承载存活成员的节点。",
            ),
            next: vec![kubectl("kubectl -n kube-system get pods -l component=etcd -o wide", phrase!("the members and their nodes", "各成员及其所在节点"))],
            evidence,
        }]
    }
}

/// Every member that is counted, one line each.
pub(super) fn members(cluster: &Cluster) -> Option<Proof> {
    let mut proof: Option<Proof> = None;
    let mut add = |span: Span, note| proof = Some(match proof.take() {
        Some(proof) => proof.and(span, note),
        None => Proof::new(span, note),
    });
    for it in &cluster.topology.control_plane {
        let silent = cluster.nodes.get(&it.node).filter(|node| !node.answers());
        match &it.etcd {
            Presence::Seen(id) => {
                let Some(pod) = cluster.pods.get(id) else { continue };
                let note = match (pod.is_ready() == Some(true), silent) {
                    (true, Some(node)) => phrase!("on {node}: still printed as ready, but the node does not answer; this is its last known status", "{node} 上：仍显示就绪，但该节点没有响应，这只是最后的已知状态", node = node.id.name),
                    (true, None) => phrase!("on {node}: alive", "{node} 上：存活", node = it.node),
                    (false, _) => phrase!("on {node}: not ready", "{node} 上：未就绪", node = it.node),
                };
                add(line(pod), note);
            }
            Presence::Absent { list, .. } => add(*list, phrase!("no member on {node} in this list", "此列表中 {node} 上没有成员", node = it.node)),
            Presence::NotShown => {}
        }
        if let Some(node) = silent {
            add(node.status.as_ref().map(|status| status.span).unwrap_or_default(), phrase!("the member's node does not answer", "该成员所在节点没有响应"));
        }
    }
    proof
}
