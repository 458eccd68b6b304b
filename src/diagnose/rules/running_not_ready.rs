//! A pod runs and is not ready, long after its start, and nothing in the text tells why.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, status};
use crate::diagnose::probing::failed;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RunningNotReady = RunningNotReady;

pub(super) struct RunningNotReady;

static META: Meta = Meta {
    id: "running-not-ready",
    what: text!("A pod runs, but for long has not been ready.", "Pod 在运行，却长时间没有就绪。"),
    needs: "kubectl get pods",
};

/// Whoever is not ready so long after the last start is not starting any more.
const STARTING_SECS: i64 = 600;

fn affected(pod: &Pod) -> bool {
    let known = pod.component.as_ref().is_some_and(|it| it.role.is_control_plane() || matches!(it.role, Role::Dns | Role::Cni));
    let since = |secs: i64| secs >= STARTING_SECS;
    let old = pod.age_secs.as_ref().is_some_and(|it| since(it.value));
    // Without "(31d ago)" nobody knows when the last restart was.
    let settled = pod.restarts.as_ref().is_some_and(|it| it.value.count == 0 || it.value.last_ago_secs.is_some_and(since));
    let told = failed(pod, "Readiness").is_some() || pod.events.iter().any(|it| it.kind == "Warning");
    !known && status(pod) == "Running" && pod.is_ready() == Some(false) && old && settled && !told
}

impl Rule for RunningNotReady {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // On a node that is silent, the control plane itself sets its pods to not ready.
        let silent = |pod: &Pod| pod.node.as_ref().and_then(|it| cluster.nodes.get(&it.value)).is_some_and(|node| node.is_ready() == Some(false));
        groups(cluster, affected).iter().filter(|group| !group.pods().all(silent)).map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "log-refused-joined", because: crate::diagnose::services::called }, Link {
            effect: "svc-no-endpoints",
            because: |_, cause, effect| share(cause, effect).then(|| phrase!("a Service sends traffic to pods that are ready only", "Service 只把流量发给就绪的 Pod")),
        }]
    }
}

fn finding(group: &Group<'_>) -> Finding {
    let name = group.first.id.name.as_str();
    let of = in_namespace(&group.first.id);
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        subject: group.first.id.clone(),
        also: group.also(),
        title: group.title(
            phrase!("{name} runs but is not ready", "{name} 在运行但未就绪", name = name),
            |n, workload| phrase!("{n} pods of {workload} run but are not ready", "{workload} 的 {n} 个 Pod 在运行但未就绪", n = n, workload = workload),
        ),
        why: phrase!(
            "It was started long ago, so it is not just starting: its readiness probe fails, or a container of several has ended. While that is so, it gets no traffic from its Services.",
            "它早已启动，不是正在启动：可能是就绪探针失败，或者多个容器中有一个已退出。在此期间它不会从 Service 收到流量。",
        ),
        fix: phrase!("Let the events and the log tell which check fails, and mend what it depends on.", "从事件和日志找出失败的检查，再修复它所依赖的部分。"),
        next: vec![
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("which container is not ready, and what the probe got", "哪个容器未就绪，探针得到了什么")),
            kubectl(format!("kubectl logs{of} {name} --all-containers --tail=50"), phrase!("what the program waits for", "程序在等待什么")),
        ],
        evidence: group.proof(phrase!("READY says so, long after the last start", "READY 列如此显示，而上次启动已过去很久")),
    }
}
