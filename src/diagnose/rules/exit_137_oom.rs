//! A container was killed because it used more memory than its limit.

use crate::diagnose::ended::{RECENT_SECS, ended_ago, failing, out_of_memory, share};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, any_status, groups_by};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: Exit137Oom = Exit137Oom;

pub(super) struct Exit137Oom;

static META: Meta = Meta {
    id: "exit-137-oom",
    what: text!("A container was killed for its memory (OOMKilled).", "容器因内存超限被终止（OOMKilled）。"),
    needs: "kubectl describe pod …",
};

/// Whether it was killed, and recently enough to matter: one that serves again since is no fault of today.
fn affected(cluster: &Cluster, pod: &Pod) -> bool {
    let killed = reason(pod) == "OOMKilled" || pod.containers.iter().any(out_of_memory);
    let ended = matches!(reason(pod), "Completed" | "Succeeded" | "Terminating");
    killed && !ended && (failing(pod) || ended_ago(cluster, pod).is_none_or(|ago| ago <= RECENT_SECS))
}

impl Rule for Exit137Oom {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = cluster.pods.values().filter(|pod| affected(cluster, pod)).collect();
        groups_by(pods, any_status).iter().map(|group| finding(cluster, group)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, cause, effect| share(cause, effect).then(|| phrase!("the kernel kills it as soon as it reaches its limit", "一达到内存上限就被内核终止"));
        crate::diagnose::links::of_pods!["crashloop" because SAME, "liveness-failing" because SAME, "readiness-failing" because SAME, "restarts-recent" because SAME, "deploy-rollout-stuck" because SAME]
    }
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let mut evidence = group.proof(phrase!("the pod, with its restarts", "该 Pod 及其重启次数"));
    let mut limit = None;
    for container in group.pods().flat_map(|pod| &pod.containers).filter(|it| out_of_memory(it)).take(6) {
        let told = [&container.last_reason, &container.reason].into_iter().flatten().find(|it| it.value == "OOMKilled");
        if let Some(told) = told {
            evidence = evidence.and(told.span, phrase!("container {name} was OOMKilled", "容器 {name} 被 OOMKilled", name = container.name));
        }
        if let Some(set) = container.fields.get("resources.limits.memory") {
            evidence = evidence.and(set.span, phrase!("its limit", "它的上限"));
            limit = limit.or(Some((container.name.as_str(), set.value.as_str())));
        }
    }
    let broken = group.pods().any(|pod| failing(pod) || pod.is_ready() == Some(false));
    let known = group.pods().any(|pod| ended_ago(cluster, pod).is_some());
    let severity = match (broken, known) {
        (true, _) => Severity::Critical,
        (false, true) => Severity::Warning,
        (false, false) => Severity::Info,
    };
    let why = match limit {
        Some((container, limit)) => phrase!(
            "Container {container} may use {limit}. When it needs more, the kernel kills a process in it (exit code 137, reason OOMKilled). That is its own limit, and no sign that the node is short of memory.",
            "容器 {container} 的内存上限是 {limit}。超出时内核会终止其中的进程（退出码 137，原因 OOMKilled）。这是它自身的上限，并不表示节点内存不足。",
            container = container,
            limit = limit,
        ),
        None => phrase!(
            "The kernel killed it for its memory (exit code 137, reason OOMKilled): it reached the limit of the container, or, if it has none, the node had no memory left.",
            "内核因内存把它终止（退出码 137，原因 OOMKilled）：它达到了容器的内存上限；如果没有设置上限，则是节点内存已耗尽。",
        ),
    };
    let of = in_namespace(&pod.id);
    Finding {
        rule: META.id.to_owned(),
        severity,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            phrase!("{name} is killed for its memory (OOMKilled)", "{name} 因内存超限被终止（OOMKilled）", name = name),
            |n, workload| phrase!("{n} pods of {workload} are killed for their memory (OOMKilled)", "{workload} 的 {n} 个 Pod 因内存超限被终止（OOMKilled）", n = n, workload = workload),
        ),
        why,
        fix: phrase!(
            "Find out what it really needs: if use grows without end it leaks; if it levels off above the limit, raise `resources.limits.memory`. A JVM, Node or Go runtime must be told the limit too.",
            "先弄清它实际需要多少内存：用量持续增长就是泄漏；稳定在上限之上，则调高 `resources.limits.memory`。JVM、Node、Go 等运行时也要配置对应的内存上限。",
        ),
        next: vec![
            kubectl(format!("kubectl top pod{of} {name} --containers"), phrase!("what it uses now", "当前用量")),
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("limits, last state, exit code", "上限、上次状态与退出码")),
        ],
        evidence,
    }
}
