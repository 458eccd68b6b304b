//! A kube-scheduler pod is not ready.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::static_pod;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedulerCrashloop = SchedulerCrashloop;

pub(super) struct SchedulerCrashloop;

static META: Meta = Meta {
    id: "scheduler-crashloop",
    what: text!("A kube-scheduler pod is not ready.", "某个 kube-scheduler Pod 未就绪。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for SchedulerCrashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        static_pod::down(cluster, &META, Role::Scheduler, |left| {
            if left == 0 {
                phrase!("No other one is ready: new pods stay Pending.", "没有其他就绪的实例：新 Pod 会一直处于 Pending。")
            } else {
                phrase!("Only one leads at a time and {left} others are ready: new pods are still placed.", "同一时刻只有一个担任领导者，另有 {left} 个就绪：新 Pod 仍能得到调度。", left = left)
            }
        })
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "readiness-failing", because: crate::diagnose::links::same_pods },
            Link { effect: "scheduler-down-symptoms", because: crate::diagnose::links::nobody_schedules }, Link { effect: "sched-no-event", because: crate::diagnose::links::nobody_schedules }]
    }
}
