//! Pods wait and no scheduler has looked at them.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, status};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedulerDownSymptoms = SchedulerDownSymptoms;

pub(super) struct SchedulerDownSymptoms;

static META: Meta = Meta {
    id: "scheduler-down-symptoms",
    what: text!("A pod waits and no scheduler has looked at it.", "Pod 在等待，却没有调度器处理过它。"),
    needs: "kubectl describe pod …",
};

impl Rule for SchedulerDownSymptoms {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups(cluster, unseen).iter().map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "sched-no-event", because: crate::diagnose::links::same_pods }, Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::rollout }]
    }
}

/// A pod younger than this may not have been its turn.
const GRACE_SECS: i64 = 120;

/// Shown in full, and yet without the condition `PodScheduled` that the scheduler sets at its first try, whatever comes of it.
fn unseen(pod: &Pod) -> bool {
    let in_full = pod.containers.iter().any(|it| it.image.is_some());
    let old = pod.age_secs.as_ref().is_some_and(|it| it.value >= GRACE_SECS);
    in_full && old && status(pod) == "Pending" && pod.node.is_none() && pod.conditions.is_empty() && pod.events.is_empty()
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let own = pod.fields.get("schedulerName").filter(|it| it.value != "default-scheduler");
    let mut evidence = group.proof(phrase!("Pending, on no node, without any condition or event", "Pending，没有节点，也没有任何状况或事件"));
    let (why, fix) = match own {
        Some(own) => {
            evidence = evidence.and(own.span, phrase!("the scheduler that it asks for", "它指定的调度器"));
            (
                phrase!("It asks for the scheduler {own}. The default scheduler leaves such pods alone, and one of that name has not looked at it: it does not run, or the name is misspelt.", "它指定了调度器 {own}。默认调度器不会处理这样的 Pod，而该名称的调度器没有处理过它：没有运行，或名称写错了。", own = own.value),
                phrase!("Install or restart that scheduler, or take schedulerName out of the pod template.", "安装或重启该调度器，或从 Pod 模板中去掉 schedulerName。"),
            )
        }
        None => (
            phrase!("A scheduler that looks at a pod sets the condition PodScheduled, also when no node fits. There is none here, so no scheduler is at work: kube-scheduler is down, has no leader, or cannot reach the API server.", "调度器只要处理过 Pod，就会设置 PodScheduled 状况，即使没有合适的节点。这里没有，说明没有调度器在工作：kube-scheduler 已停止、没有领导者，或连不上 API 服务器。"),
            phrase!("Look at the kube-scheduler pods and their lease.", "查看 kube-scheduler 的 Pod 及其租约。"),
        ),
    };
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: pod.id.clone(),
        also: group.rest.iter().map(|pod| pod.id.clone()).collect(),
        title: group.title(
            phrase!("{name} waits and no scheduler has looked at it", "{name} 在等待，却没有调度器处理过", name = name),
            |n, workload| phrase!("{n} pods of {workload} wait and no scheduler has looked at them", "{workload} 的 {n} 个 Pod 在等待，却没有调度器处理过", n = n, workload = workload),
        ),
        why,
        fix,
        next: vec![
            kubectl("kubectl get lease -n kube-system kube-scheduler; kubectl get pods -n kube-system -l component=kube-scheduler -o wide", phrase!("does a scheduler run and lead?", "有调度器在运行并担任领导者吗？")),
            kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("whether there are events by now", "现在是否有事件了")),
        ],
        evidence,
    }
}
