//! etcd writes in its log that its disk, or its answers, are too slow.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdSlowFsync = EtcdSlowFsync;

pub(super) struct EtcdSlowFsync;

static META: Meta = Meta {
    id: "etcd-slow-fsync",
    what: text!("etcd is too slow: its log warns of slow writes and answers.", "etcd 过慢：其日志警告写入和应答缓慢。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

/// A few slow answers happen at any start and during every large list.
const FEWEST: u64 = 3;

impl Rule for EtcdSlowFsync {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut facts = heard::facts(cluster, "etcd-slow-fsync");
        facts.extend(heard::facts(cluster, "etcd-readindex-slow"));
        let lines = heard::lines(&facts);
        let Some(first) = facts.first().filter(|_| lines >= FEWEST) else { return Vec::new() };
        let who = heard::who(&facts);
        let lost = !heard::facts(cluster, "leader-election-lost").is_empty();
        let timed_out = !heard::facts(cluster, "apiserver-request-timeout-etcd").is_empty();
        // Source: etcd's own limits, 100 ms for an answer and 1 s for a write to disk, as its messages print them.
        let (severity, title) = if lost {
            (Severity::Warning, phrase!("etcd is too slow ({who}): controllers lose their leader leases", "etcd 过慢（{who}）：控制器因此丢失领导者租约", who = who))
        } else if timed_out {
            (Severity::Warning, phrase!("etcd is too slow ({who}): requests of the API time out", "etcd 过慢（{who}）：API 请求因此超时", who = who))
        } else {
            (Severity::Info, phrase!("etcd warns of slow answers ({who}, {lines} lines)", "etcd 警告应答缓慢（{who}，{lines} 行）", who = who, lines = lines))
        };
        let name = first.name.as_deref().unwrap_or("etcd");
        let node = name.strip_prefix("etcd-").unwrap_or(name);
        heard::finding(cluster, &META, &facts, Words {
            severity,
            confidence: Confidence::Likely,
            title,
            why: phrase!(
                "etcd logs this when an answer takes more than 100 ms or a write to disk more than a second. Every write waits until a majority has it on disk, so slow disks make the whole API slow, and leases are renewed too late. Slow or shared disks are the usual reason; a starved CPU or a slow network between members give the same lines.",
                "应答超过 100 毫秒，或一次落盘超过一秒，etcd 就会记录这些行。每次写入都要等多数成员落盘，所以磁盘慢会拖慢整个 API，租约也会续得太晚。常见原因是磁盘慢或与其他程序共用；CPU 不足或成员间网络慢也会出现同样的日志。",
            ),
            fix: phrase!(
                "Measure the write latency of the disk below /var/lib/etcd on each member; give etcd an SSD of its own. Move other writers (images, logs, databases) off that disk.",
                "在每个成员上测量 /var/lib/etcd 所在磁盘的写延迟；给 etcd 独占的 SSD。把其他写入（镜像、日志、数据库）移出该磁盘。",
            ),
            next: vec![
                kubectl(format!("kubectl logs -n kube-system {name} --tail=200 | grep -E 'slow fdatasync|took too long|heartbeat'"), phrase!("\"slow fdatasync\" blames the disk; only \"took too long\" may be CPU or network", "“slow fdatasync” 说明是磁盘；若只有 “took too long”，也可能是 CPU 或网络")),
                on_node(node, "iostat -x 1 5", phrase!("waiting times (w_await) of etcd's disk above 10 ms are too long", "etcd 磁盘的写等待（w_await）超过 10 毫秒就太长")),
            ],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const LATE: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |cluster, cause, _| {
            let lost = cause.severity > Severity::Info && !heard::facts(cluster, "leader-election-lost").is_empty();
            lost.then(|| phrase!("their logs say that the lease could not be renewed in time, and etcd's that it was slow", "它们的日志说未能及时续租，而 etcd 的日志说自己很慢"))
        };
        const STALLS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, cause, _| (cause.severity > Severity::Info).then(|| phrase!("etcd's own log says that it was slow", "etcd 自己的日志说它很慢"));
        &[
            Link { effect: "leader-election-churn", because: LATE },
            Link { effect: "apiserver-request-timeout-etcd", because: STALLS },
        ]
    }
}
