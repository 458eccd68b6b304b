//! The lease of the scheduler or the controller-manager is not renewed any more.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::order;
use crate::span::Span;
use crate::text::Phrase;
use crate::time::Stamp;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LeaderLeaseStale = LeaderLeaseStale;

pub(super) struct LeaderLeaseStale;

static META: Meta = Meta {
    id: "leader-lease-stale",
    what: text!("Nobody leads: the lease of scheduler or controller-manager has run out.", "没有领导者：调度器或控制器管理器的租约已过期。"),
    needs: "kubectl get lease -n kube-system -o yaml",
};

impl Rule for LeaderLeaseStale {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let leases = || cluster.others.values().filter(|it| it.id.kind == Kind::Lease);
        let leads = |it: &&Other| it.id.namespace.as_deref() == Some("kube-system") && matches!(it.id.name.as_str(), "kube-scheduler" | "kube-controller-manager");
        let mut res = Vec::new();
        for lease in leases().filter(leads) {
            let Some((renewed, span)) = renewed(lease) else { continue };
            // Only another lease of the same output tells when it was printed; other texts may be of another hour.
            let mut others: Vec<(Stamp, Span)> =
                leases().filter(|it| it.id != lease.id).filter_map(self::renewed).filter(|(_, at)| at.source == span.source).collect();
            order::sort(&mut others);
            // One newest lease alone may come from a node whose clock is ahead.
            let Some((newest, newest_at)) = others.iter().rev().nth(1).copied() else { continue };
            let behind = newest.0.saturating_sub(renewed.0);
            if behind > STALE_SECS {
                res.push(finding(lease, behind, span, newest_at));
            }
        }
        res
    }

    fn explains(&self) -> &'static [Link] {
        const WAITS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, _| {
            (cause.subject.name == "kube-scheduler").then(|| phrase!("no scheduler leads, so nobody looks at new pods", "没有调度器担任领导者，新 Pod 无人处理"))
        };
        &[Link { effect: "scheduler-down-symptoms", because: WAITS }, Link { effect: "sched-no-event", because: crate::diagnose::links::nobody_schedules }]
    }
}

/// Source: `--leader-elect-lease-duration` 15 s, `--leader-elect-retry-period` 2 s; node leases of 40 s are renewed every 10 s.
const STALE_SECS: i64 = 60;

fn renewed(lease: &Other) -> Option<(Stamp, Span)> {
    let seen = lease.fields.get("spec.renewTime").or_else(|| lease.fields.get("Spec.Renew Time"))?;
    Some((Stamp::parse(&seen.value)?, seen.span))
}

fn finding(lease: &Other, behind: i64, span: Span, newest: Span) -> Finding {
    let name = lease.id.name.as_str();
    let impact = if name == "kube-scheduler" {
        phrase!("New pods stay Pending without any event; running pods are not touched.", "新 Pod 会一直处于 Pending 且没有任何事件；运行中的 Pod 不受影响。")
    } else {
        phrase!("Nothing repairs or scales workloads, Endpoints are not updated, pods of lost nodes are not replaced.", "工作负载无人修复和伸缩，Endpoints 不再更新，失联节点上的 Pod 也不会被替换。")
    };
    let lead = phrase!(
        "Its leader renews the lease every 2 seconds; here it is {minutes} minutes behind the other leases of the same output. No replica leads.",
        "领导者每 2 秒续租一次；而这里比同一输出中的其他租约落后 {minutes} 分钟。没有任何副本在担任领导者。",
        minutes = behind / 60,
    );
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: lease.id.clone(),
        also: Vec::new(),
        title: phrase!("{name} has no leader: its lease was last renewed {minutes} minutes ago", "{name} 没有领导者：租约上次续期在 {minutes} 分钟之前", name = name, minutes = behind / 60),
        why: Phrase { en: format!("{} {}", lead.en, impact.en), zh: lead.zh + &impact.zh },
        fix: phrase!("See why no {name} pod runs: their logs, and whether they reach the API server.", "查看 {name} 的 Pod 为何没有运行：看日志，以及能否连上 API 服务器。", name = name),
        next: vec![
            kubectl(format!("kubectl get pods -n kube-system -l component={name} -o wide"), phrase!("do the replicas run?", "各副本在运行吗？")),
            kubectl(format!("kubectl logs -n kube-system -l component={name} --tail=20"), phrase!("what they wait for", "它们在等待什么")),
        ],
        evidence: Proof::new(span, phrase!("last renewed", "上次续租")).and(newest, phrase!("another lease of this output", "同一输出中的另一个租约")),
    }
}
