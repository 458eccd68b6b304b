//! A Job has failed for good.

use crate::diagnose::ended::newest;
use crate::diagnose::fields::{condition, text};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line};
use crate::diagnose::rule::{Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: JobFailed = JobFailed;

pub(super) struct JobFailed;

static META: Meta = Meta {
    id: "job-failed",
    what: text!("A Job gave up.", "Job 已放弃。"),
    needs: "kubectl get jobs; kubectl describe job …",
};

/// Why it gave up, and where that stands. Source: the Job controller's reasons `BackoffLimitExceeded` and `DeadlineExceeded`.
fn failed(cluster: &Cluster, job: &ObjectRef, shown: Option<&Other>) -> Option<(String, Span)> {
    if let Some(it) = shown {
        if text(it, "COMPLETIONS").is_some_and(|it| it.split_once('/').is_some_and(|(done, all)| done == all)) {
            return None;
        }
        if let Some(stated) = condition(it, "Failed").filter(|it| it.status == "True") {
            return Some((stated.reason.to_owned(), stated.span));
        }
        if let Some(status) = it.fields.get("STATUS").filter(|it| it.value == "Failed") {
            return Some((String::new(), status.span));
        }
    }
    let gave_up = |it: &&crate::model::event::Event| it.object.as_ref() == Some(job) && matches!(it.reason.as_str(), "BackoffLimitExceeded" | "DeadlineExceeded");
    newest(cluster.events.iter().filter(gave_up)).map(|it| (it.reason.clone(), it.span))
}

/// `nightly-29923320` → (`nightly`, the minute of its schedule). Source: the `CronJob` controller names a Job after it.
fn scheduled(name: &str) -> Option<(&str, u64)> {
    let (cron, minute) = name.rsplit_once('-')?;
    Some((cron, minute.parse().ok().filter(|_| minute.len() >= 8)?))
}

impl Rule for JobFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let jobs = cluster.others.keys().chain(cluster.events.iter().filter_map(|it| it.object.as_ref())).filter(|id| id.kind == Kind::Job);
        let found = crate::order::set(jobs.cloned());
        found.iter().filter_map(|job| {
            let (reason, span) = failed(cluster, job, cluster.others.get(job))?;
            Some(finding(cluster, job, &reason, span))
        }).collect()
    }
}

fn finding(cluster: &Cluster, job: &ObjectRef, reason: &str, span: Span) -> Finding {
    let name = job.name.as_str();
    let of = in_namespace(job);
    // A later run of the same CronJob that ended well makes this one history.
    let later = cluster.others.values().find(|it| {
        let newer = scheduled(&it.id.name).zip(scheduled(name)).is_some_and(|((cron, at), (own, then))| cron == own && at > then);
        let whole = text(it, "COMPLETIONS").is_some_and(|it| it.split_once('/').is_some_and(|(done, all)| done == all));
        it.id.kind == Kind::Job && it.id.namespace == job.namespace && newer && (whole || condition(it, "Complete").is_some_and(|it| it.status == "True"))
    });
    let mut evidence = Proof::new(span, phrase!("the Job has failed", "Job 已失败"));
    let own = |pod: &&Pod| pod.id.namespace == job.namespace && pod.owner.as_ref().map_or_else(|| pod.id.name.strip_prefix(name).is_some_and(|it| it.starts_with('-')), |owner| owner.value.name == name);
    let pods: Vec<&Pod> = cluster.pods.values().filter(own).collect();
    for pod in pods.iter().take(3) {
        evidence = evidence.and(line(pod), phrase!("one of its tries", "它的一次尝试"));
    }
    if let Some(it) = later.and_then(|it| it.sightings.first()) {
        evidence = evidence.and(*it, phrase!("a later run ended well", "之后的一次运行成功了"));
    }
    let why = match reason {
        "DeadlineExceeded" => phrase!("It ran longer than `activeDeadlineSeconds` allows; the Job ended its pods and starts no more.", "运行时间超过了 `activeDeadlineSeconds`；Job 终止了它的 Pod，不再启动新的。"),
        "BackoffLimitExceeded" => phrase!("Its pods failed more often than `backoffLimit` allows (6 unless set otherwise); the Job starts no more of them, and nothing tries again by itself.", "它的 Pod 失败次数超过了 `backoffLimit`（默认 6）；Job 不再启动新的 Pod，也不会自行重试。"),
        _ => phrase!("The Job has ended without success; nothing tries again by itself.", "Job 未成功结束，也不会自行重试。"),
    };
    Finding {
        rule: META.id.to_owned(),
        severity: if later.is_some() { Severity::Info } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: job.clone(),
        also: pods.iter().map(|pod| pod.id.clone()).collect(),
        title: if later.is_some() {
            phrase!("Job {name} failed; a later run of it ended well", "Job {name} 失败过；之后的运行已成功", name = name)
        } else {
            phrase!("Job {name} has failed and is not tried again", "Job {name} 已失败，且不会再重试", name = name)
        },
        why,
        fix: phrase!("Read the log of a failed pod, mend the cause, then delete the Job and create it anew: a finished Job cannot be started again.", "查看失败 Pod 的日志并修复原因，然后删除并重新创建 Job：已结束的 Job 无法再次启动。"),
        next: vec![
            kubectl(format!("kubectl logs{of} job/{name} --tail=50"), phrase!("why its pod failed", "它的 Pod 为何失败")),
            kubectl(format!("kubectl describe job{of} {name}"), phrase!("tries, limits, events", "尝试次数、上限与事件")),
        ],
        evidence,
    }
}
