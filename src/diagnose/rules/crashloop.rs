//! A container exits again and again.

use crate::diagnose::ended::{joined, last_words, meaning, out_of_memory, share, short};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason, status};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups_by};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::{Container, Pod};
use crate::text::{Phrase, thousands};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: Crashloop = Crashloop;

pub(super) struct Crashloop;

static META: Meta = Meta {
    id: "crashloop",
    what: text!("A container exits again and again.", "容器反复退出。"),
    needs: "kubectl get pods",
};

/// Between two waits a crashing container shows how it ended: `Error`. Fewer restarts may be tries of a Job.
const TRIES: u64 = 3;

fn crashing(pod: &Pod) -> bool {
    let static_pod = pod.component.as_ref().is_some_and(|it| it.role.is_control_plane());
    let restarts = pod.restarts.as_ref().map_or(0, |it| it.value.count);
    !static_pod
        && match reason(pod) {
            "CrashLoopBackOff" | "RunContainerError" | "StartError" | "ContainerCannotRun" => true,
            "Error" => restarts >= TRIES || status(pod) == "Init:Error",
            _ => false,
        }
}

/// A pod whose container has just failed and one that waits for the next start are in the same trouble.
fn alike(pod: &Pod) -> &str {
    if reason(pod) == "Error" { "CrashLoopBackOff" } else { reason(pod) }
}

impl Rule for Crashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = cluster.pods.values().filter(|pod| crashing(pod)).collect();
        groups_by(pods, alike).iter().map(|group| finding(cluster, group)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods![
            "coredns-not-ready" because network_agent,
            "deploy-rollout-stuck" because |_, cause, effect| share(cause, effect).then(|| phrase!("its new pods do not stay up", "它的新 Pod 无法持续运行")),
        ]
    }
}

/// The network agent fails on every node that the text shows, and DNS cannot come up.
fn network_agent(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let fails = |pod: &Pod| cause.objects().any(|id| *id == pod.id);
    let product = cluster.pods.get(&cause.subject)?.component.as_ref().filter(|it| it.role == Role::Cni)?.product.as_str();
    let all = cluster.pods.values().filter(|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::Cni && it.product == product)).all(fails);
    let starting = matches!(reason(cluster.pods.get(&effect.subject)?), "ContainerCreating" | "Pending" | "Unknown");
    (all && starting).then(|| phrase!("its pods need the network that these agents set up, and every one of them fails", "DNS 的 Pod 需要这些代理建立的网络，而代理全部失败"))
}

/// The container that fails: one that waits or has ended, an init container before the others.
fn culprit(pod: &Pod) -> Option<&Container> {
    let waits = |it: &&Container| it.state.as_ref().is_some_and(|state| state.value != "Running") && it.exit_code.as_ref().is_some_and(|code| !it.init || code.value != 0);
    pod.containers.iter().find(waits).or_else(|| pod.containers.iter().find(|it| it.exit_code.is_some() && !it.init))
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Finding {
    let pod = group.first;
    let count = thousands(group.pods().filter_map(|pod| pod.restarts.as_ref()).map(|it| it.value.count).max().unwrap_or(0));
    let mut evidence = group.proof(phrase!("STATUS and RESTARTS", "STATUS 与 RESTARTS"));
    let (mut why, mut fix) = (
        phrase!("It starts, ends, and is started again; the kubelet waits longer between two starts, up to five minutes. The table does not tell why it ends.", "它启动、退出、再被拉起；kubelet 会逐渐拉长两次启动的间隔，最长五分钟。表格看不出退出的原因。"),
        phrase!("Read the log of the run that failed: its last lines name the reason.", "查看上一次失败运行的日志：最后几行会说明原因。"),
    );
    let failed = group.pods().find_map(culprit);
    if let Some((container, code)) = failed.and_then(|it| Some((it, it.exit_code.as_ref()?))) {
        evidence = evidence.and(code.span, phrase!("how container {name} ended", "容器 {name} 的退出方式", name = container.name));
        why = phrase!("The last run of container {name} ended with exit code {code}.", "容器 {name} 上一次运行的退出码是 {code}。", name = container.name, code = code.value);
        if !out_of_memory(container) {
            let meaning = meaning(code.value);
            (why, fix) = (joined(&why, &meaning.why.phrase()), meaning.fix.phrase());
        }
    }
    // Seen between two starts in another output: it ended well.
    let completed = |pod: &Pod| cluster.changes.iter().find(|it| it.object == pod.id && it.field == "STATUS" && it.from.value == "Completed").map(|it| it.from.span);
    if failed.and_then(|it| it.exit_code.as_ref()).is_none()
        && let Some(seen) = group.pods().find_map(completed)
    {
        evidence = evidence.and(seen, phrase!("Completed before: that run ended without an error", "之前是 Completed：那次运行正常结束"));
        (why, fix) = (meaning(0).why.phrase(), meaning(0).fix.phrase());
    }
    if let Some(log) = group.pods().find_map(|pod| last_words(cluster, pod)) {
        evidence = evidence.and(log.last_span, phrase!("what its log says", "它的日志"));
        why = joined(&why, &phrase!("Its log says: `{message}`.", "它的日志写道：`{message}`。", message = short(&log.message)));
    }
    let name = pod.id.name.as_str();
    let of = in_namespace(&pod.id);
    // Without it, kubectl takes the first of the pod's containers.
    let which = failed.filter(|it| it.init || pod.containers.len() > 1).map_or_else(String::new, |it| format!(" -c {}", it.name));
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: title(group, failed, &count),
        why,
        fix,
        next: vec![
            kubectl(format!("kubectl logs{of} {name}{which} --previous --tail=50"), phrase!("the last words of the failed run", "失败那次运行的最后输出")),
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("exit code, probes, events", "退出码、探针与事件")),
        ],
        evidence,
    }
}

fn title(group: &Group<'_>, failed: Option<&Container>, count: &str) -> Phrase {
    let name = group.first.id.name.as_str();
    let one = if !status(group.first).starts_with("Init:") {
        phrase!("{name} exits again and again, {count} restarts", "{name} 反复退出，已重启 {count} 次", name = name, count = count)
    } else if let Some(init) = failed.filter(|it| it.init) {
        phrase!("{name} does not start: its init container {init} fails, {count} restarts", "{name} 无法启动：初始化容器 {init} 失败，已重启 {count} 次", name = name, init = init.name, count = count)
    } else {
        phrase!("{name} does not start: an init container fails, {count} restarts", "{name} 无法启动：初始化容器失败，已重启 {count} 次", name = name, count = count)
    };
    group.title(one, |n, workload| phrase!("{n} pods of {workload} exit again and again, up to {count} restarts", "{workload} 的 {n} 个 Pod 反复退出，最多已重启 {count} 次", n = n, workload = workload, count = count))
}
