//! Leader-elected components restart day after day: each lost lease ends the process.

use crate::order;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, line, member_of, pods_of};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::log_fact::LogFact;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LeaderElectionChurn = LeaderElectionChurn;

pub(super) struct LeaderElectionChurn;

static META: Meta = Meta {
    id: "leader-election-churn",
    what: text!("Controller-manager and scheduler restart again and again.", "控制器管理器和调度器反复重启。"),
    needs: "kubectl get pods -n kube-system",
};

/// Fewer restarts than this tell nothing of the daily rate.
const FEWEST: u64 = 100;
/// The same where the last restart was within the hour.
const FEWEST_RECENT: u64 = 10;
const HOUR_SECS: i64 = 3600;
/// Restarts a day above which it is no upgrade or reboot any more.
const DAILY: f64 = 1.0;
const DAY_SECS: f64 = 86_400.0;

/// Restarts a day since the pod was made, if there are enough of both to tell.
fn daily(pod: &Pod) -> Option<f64> {
    let count = pod.restarts.as_ref()?.value.count;
    let recent = pod.restarts.as_ref()?.value.last_ago_secs.is_some_and(|ago| ago <= HOUR_SECS);
    let fewest = if recent { FEWEST_RECENT } else { FEWEST };
    let age = pod.age_secs.as_ref()?.value;
    #[expect(clippy::cast_precision_loss, reason = "counts and ages are far below 2^52")]
    let rate = count as f64 / (age as f64 / DAY_SECS);
    (count >= fewest && age > 0).then_some(rate)
}

impl Rule for LeaderElectionChurn {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let elected = || pods_of(cluster, Role::ControllerManager).chain(pods_of(cluster, Role::Scheduler));
        // A pod that crash-loops now restarts for a reason of its own.
        let often = |pod: &&Pod| daily(pod).is_some_and(|rate| rate >= DAILY) && !pod.status.as_ref().is_some_and(|it| it.value.contains("BackOff"));
        let mut churning: Vec<&Pod> = elected().filter(often).collect();
        order::sort_by_key(&mut churning, |pod| std::cmp::Reverse(pod.restarts.as_ref().map(|it| it.value.count)));
        let lost = lost(cluster);
        let [first, .., last] = churning.as_slice() else { return heard_only(cluster, &lost) };
        let calmer: Vec<&Pod> = elected().filter(|pod| !churning.iter().any(|it| it.id == pod.id) && pod.restarts.is_some()).collect();
        let operators: Vec<&Pod> = pods_of(cluster, Role::CniController).filter(often).collect();
        let mut evidence = Proof::new(line(first), phrase!("the most restarts", "重启次数最多"));
        for pod in churning.iter().skip(1) {
            evidence = evidence.and(line(pod), phrase!("restarts about as often", "重启同样频繁"));
        }
        for pod in &calmer {
            evidence = evidence.and(line(pod), phrase!("far fewer", "少得多"));
        }
        for fact in &lost {
            evidence = evidence.and(fact.last_span, heard::heard(fact));
        }
        for pod in &operators {
            evidence = evidence.and(line(pod), phrase!("also elects a leader through the API", "同样通过 API 选主"));
        }
        let (most, least) = (count(first), count(last));
        let days = first.age_secs.as_ref().map_or(0, |it| it.value / 86_400);
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Warning,
            confidence: if lost.is_empty() { Confidence::Possible } else { Confidence::Certain },
            subject: ObjectRef::cluster(),
            also: churning.iter().chain(&operators).map(|pod| pod.id.clone()).collect(),
            title: if least == most {
                phrase!("Leaders are lost again and again: {most} restarts each in {days} days", "领导者反复丢失：{days} 天内各重启 {most} 次", most = most, days = days)
            } else {
                phrase!("Leaders are lost again and again: {least} to {most} restarts in {days} days", "领导者反复丢失：{days} 天内重启 {least} 至 {most} 次", least = least, most = most, days = days)
            },
            why: if lost.is_empty() { why(cluster, &churning, &calmer) } else { why_heard() },
            fix: phrase!(
                "Measure etcd's disk and the API server's latency on the nodes that carry etcd. etcd wants a disk of its own with low fsync times.",
                "在承载 etcd 的节点上测量磁盘与 API 服务器的延迟。etcd 需要独占且 fsync 延迟低的磁盘。",
            ),
            next: vec![
                kubectl(format!("kubectl logs -n kube-system {} --previous --tail=20", first.id.name), phrase!("\"leaderelection lost\" as the last line confirms it", "若最后一行是 \"leaderelection lost\"，即可确认")),
                kubectl("kubectl get lease -n kube-system kube-controller-manager kube-scheduler -o yaml", phrase!("how often the holder changed (leaseTransitions)", "持有者变更的次数（leaseTransitions）")),
            ],
            evidence,
        }]
    }
}

/// What the logs of the two say of a lost lease.
fn lost(cluster: &Cluster) -> Vec<&LogFact> {
    let mut facts = heard::facts(cluster, "leader-election-lost");
    facts.retain(|it| heard::of_program(it, "kube-controller-manager") || heard::of_program(it, "kube-scheduler"));
    facts
}

/// The finding where only logs tell.
fn heard_only(cluster: &Cluster, lost: &[&LogFact]) -> Vec<Finding> {
    heard::finding(cluster, &META, lost, Words {
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        title: phrase!("Leader election lost: {who} could not renew the lease and ended", "选主租约丢失：{who} 未能续租而退出", who = heard::who(lost)),
        why: why_heard(),
        fix: phrase!(
            "Look at etcd's and the API server's latency at that moment; one such end in months, during an upgrade or a reboot, is nothing.",
            "查看当时 etcd 与 API 服务器的延迟；若几个月才一次，且发生在升级或重启期间，则无须处理。",
        ),
        next: vec![kubectl("kubectl get lease -n kube-system kube-controller-manager kube-scheduler -o yaml", phrase!("how often the holder changed (leaseTransitions)", "持有者变更的次数（leaseTransitions）"))],
    })
}

/// Source: kube-controller-manager and kube-scheduler, `--leader-elect-renew-deadline` 10 s.
fn why_heard() -> Phrase {
    phrase!(
        "Their logs say so: the lease could not be renewed within 10 seconds, and then they end, so that no two lead at once. The write of the lease went to the API server and on to etcd; one of the two was too slow or away.",
        "它们的日志写明：10 秒内未能续租，随即退出，以免同时有两个领导者。租约的写入要经过 API 服务器到 etcd；两者之一过慢或不可用。",
    )
}

fn count(pod: &Pod) -> u64 {
    pod.restarts.as_ref().map_or(0, |it| it.value.count)
}

fn why(cluster: &Cluster, churning: &[&Pod], calmer: &[&Pod]) -> Phrase {
    let has_etcd = |pod: &&Pod| {
        let member = member_of(cluster, Role::ControllerManager, &pod.id).or_else(|| member_of(cluster, Role::Scheduler, &pod.id));
        member.is_some_and(|it| it.etcd.pod().is_some())
    };
    let follows_etcd = !calmer.is_empty() && churning.iter().all(has_etcd) && !calmer.iter().any(has_etcd);
    if follows_etcd {
        phrase!(
            "They stop when they cannot renew their lease in time, which points at slow etcd or a slow API server. It happens far more on the nodes that carry etcd than on the one without. The restarts are a sum over their whole life: whether it still happens, the log tells.",
            "它们在无法按时续租时会退出，这通常意味着 etcd 或 API 服务器响应慢。有 etcd 的节点上远比没有 etcd 的节点上频繁。重启次数是整个生命周期的累计：现在是否仍在发生，要看日志。",
        )
    } else {
        phrase!(
            "They stop when they cannot renew their lease in time, which points at slow etcd or a slow API server. The restarts are a sum over their whole life: whether it still happens, the log tells.",
            "它们在无法按时续租时会退出，这通常意味着 etcd 或 API 服务器响应慢。重启次数是整个生命周期的累计：现在是否仍在发生，要看日志。",
        )
    }
}
