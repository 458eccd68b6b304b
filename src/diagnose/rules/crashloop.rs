//! A container exits again and again.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::serves;
use crate::diagnose::workload::{Group, groups};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::Pod;
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

fn crashing(pod: &Pod) -> bool {
    let static_pod = pod.component.as_ref().is_some_and(|it| it.role.is_control_plane());
    !static_pod && matches!(reason(pod), "CrashLoopBackOff" | "RunContainerError" | "StartError")
}

impl Rule for Crashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups(cluster, crashing).iter().map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "coredns-not-ready", because: network_agent },
            Link { effect: "webhook-backend-down", because: backend },
            Link { effect: "webhook-timeout-slow", because: backend },
            Link { effect: "apiservice-unavailable", because: backend },
        ]
    }
}

/// The pods stand behind the Service that does not answer.
fn backend(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let mut services = std::iter::once(&effect.subject).chain(&effect.also).filter(|it| it.kind == Kind::Service);
    let service = services.find(|it| serves(cluster, cause, it))?;
    Some(phrase!("by name and namespace these are the pods behind Service {service}", "从名称和命名空间看，这些 Pod 就是 Service {service} 的后端", service = service.name))
}

/// The network agent fails on every node that the text shows, and DNS cannot come up.
fn network_agent(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let fails = |pod: &Pod| std::iter::once(&cause.subject).chain(&cause.also).any(|id| *id == pod.id);
    let product = cluster.pods.get(&cause.subject)?.component.as_ref().filter(|it| it.role == Role::Cni)?.product.as_str();
    let all = cluster.pods.values().filter(|pod| pod.component.as_ref().is_some_and(|it| it.role == Role::Cni && it.product == product)).all(fails);
    let starting = matches!(reason(cluster.pods.get(&effect.subject)?), "ContainerCreating" | "Pending" | "Unknown");
    (all && starting).then(|| phrase!("its pods need the network that these agents set up, and every one of them fails", "DNS 的 Pod 需要这些代理建立的网络，而代理全部失败"))
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let count = thousands(group.pods().filter_map(|pod| pod.restarts.as_ref()).map(|it| it.value.count).max().unwrap_or(0));
    let mut evidence = group.proof(phrase!("STATUS and RESTARTS", "STATUS 与 RESTARTS"));
    let exit = pod.containers.iter().find_map(|it| Some((it.last_reason.as_ref()?, it.exit_code.as_ref()?)));
    let why = match exit {
        Some((reason, code)) => {
            evidence = evidence.and(code.span, phrase!("how it ended the last time", "上一次的退出方式"));
            phrase!("It last ended with exit code {code} ({reason}). The kubelet waits longer between two starts, up to five minutes.", "上一次的退出码是 {code}（{reason}）。kubelet 会逐渐拉长两次启动的间隔，最长五分钟。", code = code.value, reason = reason.value)
        }
        None => phrase!("It starts, ends, and is started again; the kubelet waits longer between two starts, up to five minutes. The table does not tell why it ends.", "它启动、退出、再被拉起；kubelet 会逐渐拉长两次启动的间隔，最长五分钟。表格看不出退出的原因。"),
    };
    let name = pod.id.name.as_str();
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.rest.iter().map(|pod| pod.id.clone()).collect(),
        title: group.title(
            phrase!("{name} exits again and again, {count} restarts", "{name} 反复退出，已重启 {count} 次", name = name, count = count),
            |n, workload| phrase!("{n} pods of {workload} exit again and again, up to {count} restarts", "{workload} 的 {n} 个 Pod 反复退出，最多已重启 {count} 次", n = n, workload = workload, count = count),
        ),
        why,
        fix: phrase!("Read the log of the run that failed: its last lines name the reason.", "查看上一次失败运行的日志：最后几行会说明原因。"),
        next: vec![
            kubectl(format!("kubectl logs{} {name} --previous --tail=50", in_namespace(&pod.id)), phrase!("the last words of the failed run", "失败那次运行的最后输出")),
            kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("exit code, probes, events", "退出码、探针与事件")),
        ],
        evidence,
    }
}
