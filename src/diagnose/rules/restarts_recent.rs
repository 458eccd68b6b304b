//! Pods serve now, but restart again and again.

use crate::diagnose::ended::{RECENT_SECS, ended_ago};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, status};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::{Group, any_status, groups_by, workload_of};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::order;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RestartsRecent = RestartsRecent;

pub(super) struct RestartsRecent;

static META: Meta = Meta {
    id: "restarts-recent",
    what: text!("Pods restart again and again, the last time within the hour.", "Pod 反复重启，最近一次在一小时内。"),
    needs: "kubectl get pods",
};

/// Fewer restarts may be one bad day.
const MANY: u64 = 5;
/// Restarts within so many seconds of each other are one moment.
const MOMENT_SECS: i64 = 90;
/// After a reboot some come up later than others.
const AFTER_SECS: i64 = 600;
/// So many workloads that restarted at one moment did not do it by themselves.
const TOGETHER: usize = 3;

fn node_of(pod: &Pod) -> Option<&str> {
    pod.node.as_ref().map(|it| it.value.as_str())
}

fn restarts(cluster: &Cluster, pod: &Pod) -> Option<(u64, i64)> {
    let count = pod.restarts.as_ref()?.value.count;
    let own = pod.component.as_ref().is_some_and(|it| it.role.is_control_plane());
    let ago = ended_ago(cluster, pod)?;
    (count > 0 && !own && status(pod) == "Running" && pod.is_ready() == Some(true)).then_some((count, ago))
}

impl Rule for RestartsRecent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let recent = |pod: &Pod| restarts(cluster, pod).filter(|(_, ago)| *ago <= RECENT_SECS);
        let restarted: Vec<(i64, &Pod)> = cluster.pods.values().filter_map(|pod| Some((recent(pod)?.1, pod))).collect();
        // What restarts with others or shortly after them, on the same node where that is known, was stopped from outside.
        let alone = |ago: i64, node: Option<&str>| {
            let near = |at: i64| (-MOMENT_SECS..=AFTER_SECS).contains(&(at - ago));
            let there = |pod: &Pod| node_of(pod).zip(node).is_none_or(|(a, b)| a == b);
            order::set(restarted.iter().filter(|(at, pod)| near(*at) && there(pod)).map(|(_, pod)| workload_of(pod))).len() < TOGETHER
        };
        let often = |pod: &&Pod| recent(pod).is_some_and(|(count, ago)| count >= MANY && alone(ago, node_of(pod)));
        groups_by(cluster.pods.values().filter(often).collect(), any_status).iter().filter_map(|group| finding(cluster, group)).collect()
    }
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Option<Finding> {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let of = in_namespace(&pod.id);
    let (count, ago) = group.pods().filter_map(|pod| restarts(cluster, pod)).max_by_key(|(count, ago)| (*count, -ago))?;
    let minutes = ago / 60;
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            phrase!("{name} serves, but restarts again and again: {count} times, last {minutes} minutes ago", "{name} 在运行，但反复重启：已 {count} 次，最近一次在 {minutes} 分钟前", name = name, count = count, minutes = minutes),
            |n, workload| phrase!("{n} pods of {workload} serve, but restart again and again: up to {count} times, last {minutes} minutes ago", "{workload} 的 {n} 个 Pod 在运行，但反复重启：最多 {count} 次，最近一次在 {minutes} 分钟前", n = n, workload = workload, count = count, minutes = minutes),
        ),
        why: phrase!(
            "Running is only their state at this moment. Each restart cuts off what was under way. The list does not tell why: often a memory limit (OOMKilled) under load, or a liveness probe that is too strict.",
            "Running 只是此刻的状态，每次重启都会中断正在处理的请求。列表看不出原因：常见的是负载下触及内存上限（OOMKilled），或存活探针过于严格。",
        ),
        fix: phrase!("Read the last state of the container: OOMKilled means its limit, exit code 143 or 137 with `Killing` events its probe, anything else the program.", "查看容器的上次状态：OOMKilled 是内存上限；退出码 143 或 137 且有 `Killing` 事件是探针；其余是程序自身。"),
        next: vec![
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("Last State: reason and exit code", "Last State：原因与退出码")),
            kubectl(format!("kubectl logs{of} {name} --previous --tail=50"), phrase!("the last words of the former run", "上一次运行的最后输出")),
        ],
        evidence: group.proof(phrase!("restarts, and when the last one was", "重启次数与最近一次的时间")),
    })
}
