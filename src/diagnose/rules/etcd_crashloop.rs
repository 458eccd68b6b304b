//! An etcd pod is not ready.

use crate::diagnose::ended::joined;
use crate::diagnose::finding::Finding;
use crate::diagnose::heard;
use crate::diagnose::look::on_node;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::static_pod;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::topology::Quorum;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdCrashloop = EtcdCrashloop;

pub(super) struct EtcdCrashloop;

static META: Meta = Meta {
    id: "etcd-crashloop",
    what: text!("An etcd pod is not ready.", "某个 etcd Pod 未就绪。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for EtcdCrashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut found = static_pod::down(cluster, &META, Role::Etcd, |left| {
            let quorum = Quorum::of(u32::try_from(left + 1).unwrap_or(1), u32::try_from(left).unwrap_or(0));
            match cluster.topology.quorum.unwrap_or(quorum) {
                it if it.holds() => phrase!(
                    "This member takes no part in writing while it is down; {alive} of {members} members are alive and {needed} must agree.",
                    "该成员停止期间不参与写入；{members} 个成员中有 {alive} 个存活，需要 {needed} 个达成一致。",
                    alive = it.alive,
                    members = it.members,
                    needed = it.needed,
                ),
                it => phrase!(
                    "With it down only {alive} of {members} members are alive; {needed} must agree before anything can be written.",
                    "它停止后 {members} 个成员中只剩 {alive} 个存活；至少 {needed} 个达成一致才能写入任何数据。",
                    alive = it.alive,
                    members = it.members,
                    needed = it.needed,
                ),
            }
        });
        for it in &mut found {
            let (fix, node) = (&it.fix, it.subject.name.strip_prefix("etcd-").unwrap_or("NODE"));
            it.fix = if heard::last_words(cluster, &it.subject).is_some_and(|it| it.message.contains("no space left")) {
                phrase!(
                    "The disk below /var/lib/etcd is full: free room on it (old images, logs, snapshots), and never delete files of etcd itself. It starts again by itself.",
                    "/var/lib/etcd 所在的磁盘已满：清理该磁盘（旧镜像、日志、快照），切勿删除 etcd 自身的文件。之后它会自行启动。",
                )
            } else {
                joined(fix, &phrase!("A full disk below /var/lib/etcd is a frequent one.", "常见原因之一是 /var/lib/etcd 所在的磁盘已满。"))
            };
            it.next.push(on_node(node, "df -h /var/lib/etcd; df -i /var/lib/etcd", phrase!("is its disk full?", "它的磁盘满了吗？")));
        }
        found
    }

    fn explains(&self) -> &'static [Link] {
        const COUNTED: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, _, _| Some(phrase!("it is one of the members that are down", "它就是失效成员之一"));
        const LOCAL: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |cluster, cause, effect| {
            // An API server that lists its local member only ends with it.
            let server = cluster.pods.get(&effect.subject)?.flag("etcd-servers");
            let local_only = server.is_none_or(|it| it.value.contains("127.0.0.1") && !it.value.contains(','));
            let node = |name: &str, of: &str| name.strip_prefix(of).map(str::to_owned);
            let same = node(&cause.subject.name, "etcd-")? == node(&effect.subject.name, "kube-apiserver-")?;
            (same && local_only).then(|| phrase!("the API server of that node uses this etcd member", "该节点的 API 服务器使用这个 etcd 成员"))
        };
        &[
            Link { effect: "readiness-failing", because: crate::diagnose::links::same_pods },
            Link { effect: "etcd-quorum-lost", because: COUNTED },
            Link { effect: "etcd-quorum-at-risk", because: COUNTED },
            Link { effect: "apiserver-crashloop", because: LOCAL },
            Link { effect: "apiserver-etcd-unreachable", because: LOCAL },
        ]
    }
}
