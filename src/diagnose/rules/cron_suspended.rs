//! A backup or a clean-up is suspended: nobody notices until it is needed.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::{all, field};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CronSuspended = CronSuspended;

pub(super) struct CronSuspended;

static META: Meta = Meta {
    id: "cron-suspended",
    what: text!("A backup or clean-up job is suspended.", "备份或清理任务被暂停。"),
    needs: "kubectl get cronjobs -A",
};

/// Most suspended jobs are meant to be. These are missed only when it is too late.
const KEEPING: [&str; 10] = ["backup", "snapshot", "dump", "etcd", "renew", "rotate", "cleanup", "clean-up", "prune", "purge"];

impl Rule for CronSuspended {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::CronJob).filter_map(finding).collect()
    }
}

fn finding(cron: &Other) -> Option<Finding> {
    let name = cron.id.name.as_str();
    let suspended = field(cron, &["SUSPEND", "Suspend", "spec.suspend"]).filter(|it| it.value.eq_ignore_ascii_case("true"))?;
    KEEPING.iter().find(|word| name.contains(**word))?;
    let last = field(cron, &["LAST SCHEDULE", "Last Schedule Time", "status.lastScheduleTime"]).map_or("", |it| it.value.as_str());
    let never = matches!(last, "" | "<none>" | "<unset>");
    let resume = format!("kubectl patch cronjob{} {name} -p '{{\"spec\":{{\"suspend\":false}}}}'", in_namespace(&cron.id));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: cron.id.clone(),
        also: Vec::new(),
        title: phrase!("CronJob {name} is suspended: it does not run", "CronJob {name} 已暂停：不会运行", name = name),
        why: if never {
            phrase!("By its name it keeps something safe or small. It has not run as far as the text shows, and starts nothing until it is resumed; no alert tells.", "从名称看，它负责备份或清理。文本中看不到它运行过，恢复之前也不会启动；不会有任何告警。")
        } else {
            phrase!("By its name it keeps something safe or small. It starts nothing until it is resumed, and no alert tells. Last run: {last}.", "从名称看，它负责备份或清理。上次运行：{last}。恢复之前不会再启动；不会有任何告警。", last = last)
        },
        fix: phrase!("Ask who suspended it. To resume: `{resume}`.", "先确认是谁暂停的。恢复：`{resume}`。", resume = resume),
        next: vec![kubectl(format!("kubectl get cronjob{} {name} -o yaml --show-managed-fields", in_namespace(&cron.id)), phrase!("who suspended it, and when", "是谁在何时暂停的"))],
        evidence: Proof::new(suspended.span, phrase!("it is suspended", "它已暂停")),
    })
}
