//! etcd changes its leader again and again.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdLeaderChanges = EtcdLeaderChanges;

pub(super) struct EtcdLeaderChanges;

static META: Meta = Meta {
    id: "etcd-leader-changes",
    what: text!("etcd changes its leader again and again.", "etcd 反复更换领导者。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

impl Rule for EtcdLeaderChanges {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut facts = heard::facts(cluster, "etcd-leader-changes");
        // Each election writes up to three lines, and every start has one; what is spread over days is maintenance.
        facts.retain(|it| it.count >= FEWEST && matches!((it.first, it.last), (Some(first), Some(last)) if last.0 - first.0 < DAY_SECS));
        let Some(first) = facts.first() else { return Vec::new() };
        let who = heard::who(&facts);
        let span = first.last.zip(first.first).map_or(0, |(last, first)| last.0 - first.0) / 60;
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: Confidence::Likely,
            title: phrase!("etcd changes its leader again and again ({who}: {lines} lines within {span} minutes)", "etcd 反复更换领导者（{who}：{span} 分钟内 {lines} 行）", who = who, lines = first.count, span = span),
            why: phrase!(
                "Members elect a new leader when no heartbeat came for a second. While they do, nothing can be written: the API stalls and leases run out. A slow disk on the leader, a network that loses packets between members, or one member that comes and goes is behind it.",
                "成员一秒收不到心跳就会重新选主。选主期间无法写入：API 停顿，租约过期。原因通常是领导者磁盘慢、成员间网络丢包，或某个成员时好时坏。",
            ),
            fix: phrase!("Look at the disk of the members first (\"slow fdatasync\"), then at loss and latency between them on port 2380.", "先看各成员的磁盘（“slow fdatasync”），再看它们之间 2380 端口的丢包与延迟。"),
            next: vec![kubectl(
                format!("kubectl logs -n kube-system {} --tail=500 | grep -E 'elected leader|lost leader|slow fdatasync|heartbeat|prober'", first.name.as_deref().unwrap_or("etcd")),
                phrase!("what comes right before each change", "每次更换之前发生了什么"),
            )],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const STALL: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, _, _| Some(phrase!("no lease can be renewed while etcd elects a leader", "etcd 选主期间无法续租"));
        &[Link { effect: "leader-election-churn", because: STALL }]
    }
}

/// Lines of one log: three elections at least, beside that of the start.
const FEWEST: u64 = 8;
const DAY_SECS: i64 = 86_400;
