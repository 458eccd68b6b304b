//! An etcd member finds its data damaged.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdDataCorrupt = EtcdDataCorrupt;

pub(super) struct EtcdDataCorrupt;

static META: Meta = Meta {
    id: "etcd-data-corrupt",
    what: text!("The data of an etcd member is damaged.", "某个 etcd 成员的数据已损坏。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

impl Rule for EtcdDataCorrupt {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "etcd-data-corrupt");
        let Some(first) = facts.first() else { return Vec::new() };
        let who = heard::who(&facts);
        let node = who.strip_prefix("etcd-").unwrap_or(&who);
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Critical,
            confidence: Confidence::Certain,
            title: phrase!("The data of {who} is damaged", "{who} 的数据已损坏", who = who),
            why: phrase!(
                "Its log says: \"{said}\". A member that lost power while writing, a disk that lies about fsync, or a restored directory of another time leaves this. As long as a majority of the others is well, the data of the cluster is safe there.",
                "其日志写道：“{said}”。写入时断电、磁盘虚报 fsync，或恢复了不同时间的目录都会造成这种情况。只要其余成员中仍有多数正常，集群数据在它们那里是安全的。",
                said = heard::quoted(&first.message),
            ),
            fix: phrase!(
                "With a healthy majority: remove this member (`etcdctl member remove`), empty its data directory, add it again, and let it copy the data from the others. Without one: restore a snapshot. Take a copy of /var/lib/etcd first.",
                "其余成员占多数且健康时：移除该成员（`etcdctl member remove`），清空其数据目录，再重新加入，由其他成员同步数据。否则从快照恢复。动手前先备份 /var/lib/etcd。",
            ),
            next: vec![
                kubectl("kubectl get pods -n kube-system -l component=etcd -o wide", phrase!("which other members are ready", "其他哪些成员就绪")),
                on_node(node, "ls -l /var/lib/etcd/member/snap /var/lib/etcd/member/wal; dmesg | grep -iE 'i/o error|ext4|xfs' | tail", phrase!("whether the disk reports errors", "磁盘是否报错")),
            ],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            heard::about(cause, &effect.subject).then(|| phrase!("its own log says that its data cannot be read", "它自己的日志说数据无法读取"))
        };
        &[Link { effect: "etcd-crashloop", because: SAME }]
    }
}
