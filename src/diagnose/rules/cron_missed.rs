//! A `CronJob` does not start its Jobs.

use crate::diagnose::ended::{newest, short};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CronMissed = CronMissed;

pub(super) struct CronMissed;

static META: Meta = Meta {
    id: "cron-missed",
    what: text!("A CronJob does not start its Jobs.", "CronJob 没有启动 Job。"),
    needs: "kubectl get events -A; kubectl describe cronjob …",
};

/// Source: the reasons of the `CronJob` controller (pkg/controller/cronjob).
fn missed(event: &Event) -> bool {
    matches!(event.reason.as_str(), "TooManyMissedTimes" | "MissSchedule" | "FailedNeedsStart" | "FailedCreate" | "InvalidSchedule" | "UnknownTimeZone" | "UnparseableSchedule")
        && event.object.as_ref().is_some_and(|it| it.kind == Kind::CronJob)
}

impl Rule for CronMissed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let crons = crate::order::set(cluster.events.iter().filter(|it| missed(it)).filter_map(|it| it.object.clone()));
        crons.iter().filter_map(|cron| finding(cluster, cron)).collect()
    }
}

fn finding(cluster: &Cluster, cron: &ObjectRef) -> Option<Finding> {
    let about = || cluster.events.iter().filter(|it| it.object.as_ref() == Some(cron));
    let event = newest(about().filter(|it| missed(it)))?;
    let started = newest(about().filter(|it| it.reason == "SuccessfulCreate"));
    // It has started a Job since: all is well again.
    if started.and_then(|it| it.age_secs).zip(event.age_secs).is_some_and(|(started, missed)| started < missed) {
        return None;
    }
    let name = cron.name.as_str();
    let (why, fix) = match event.reason.as_str() {
        "TooManyMissedTimes" | "FailedNeedsStart" => (
            phrase!("More than 100 times of its schedule have passed without a Job, so the controller no longer tries to catch up: it was suspended, blocked by `concurrencyPolicy: Forbid`, or the controller did not run.", "已错过 100 次以上的调度时间，控制器不再补跑：它曾被暂停、被 `concurrencyPolicy: Forbid` 阻塞，或控制器未运行。"),
            phrase!("Set `startingDeadlineSeconds` (an hour, say): then only missed times within it are counted.", "设置 `startingDeadlineSeconds`（例如一小时）：之后只统计这段时间内错过的次数。"),
        ),
        "UnknownTimeZone" | "InvalidSchedule" | "UnparseableSchedule" => (
            phrase!("The controller cannot read its schedule or time zone: `{message}`.", "控制器无法解析它的 schedule 或时区：`{message}`。", message = short(&event.message)),
            phrase!("Correct `schedule` or `timeZone`.", "修正 `schedule` 或 `timeZone`。"),
        ),
        "MissSchedule" => (
            phrase!("A run could not begin before `startingDeadlineSeconds` was over: the controller was late, or the former run still held it up.", "在 `startingDeadlineSeconds` 之前未能启动：控制器延迟，或上一次运行仍未结束。"),
            phrase!("Allow a longer `startingDeadlineSeconds`, and see whether runs take longer than the time between them.", "调大 `startingDeadlineSeconds`，并检查每次运行是否超过了调度间隔。"),
        ),
        _ => (
            phrase!("Its Job is refused: `{message}`.", "它的 Job 创建被拒绝：`{message}`。", message = short(&event.message)),
            phrase!("Mend what the message names; the next run then begins by itself.", "修复消息中提到的问题；下次调度会自行启动。"),
        ),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: cron.clone(),
        also: Vec::new(),
        title: phrase!("CronJob {name} misses its schedule: {reason}", "CronJob {name} 错过了调度：{reason}", name = name, reason = event.reason),
        why,
        fix,
        next: vec![kubectl(format!("kubectl describe cronjob{} {name}", in_namespace(cron)), phrase!("schedule, last run, events", "调度、上次运行与事件"))],
        evidence: Proof::new(event.span, phrase!("what the controller says", "控制器的说明")),
    })
}
