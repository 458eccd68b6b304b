//! A program is for another CPU than its node has.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, any_status, groups_by};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ExecFormatError = ExecFormatError;

pub(super) struct ExecFormatError;

static META: Meta = Meta {
    id: "exec-format-error",
    what: text!("A program cannot run on its node's CPU (exec format error).", "程序无法在该节点的 CPU 上运行（exec format error）。"),
    needs: "kubectl logs … --previous; kubectl describe pod …",
};

const WORDS: &str = "exec format error";

/// The line that says so: a container's state, an event, a log.
fn said(cluster: &Cluster, pod: &Pod) -> Option<Span> {
    let in_state = pod.containers.iter().filter_map(|it| it.message.as_ref()).find(|it| it.value.contains(WORDS)).map(|it| it.span);
    let in_event = || pod.events.iter().find(|it| it.message.contains(WORDS)).map(|it| it.span);
    let of_pod = |log: &&crate::model::log_fact::LogFact| log.name.as_deref() == Some(pod.id.name.as_str()) && (log.namespace.is_none() || log.namespace == pod.id.namespace);
    let in_log = || cluster.logs.iter().filter(of_pod).find(|it| it.message.contains(WORDS)).map(|it| it.last_span);
    in_state.or_else(in_event).or_else(in_log)
}

impl Rule for ExecFormatError {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = cluster.pods.values().filter(|pod| pod.is_ready() != Some(true) && said(cluster, pod).is_some()).collect();
        groups_by(pods, any_status).iter().filter_map(|group| finding(cluster, group)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const CPU: fn(&Cluster, &Finding, &Finding) -> Option<crate::text::Phrase> =
            |_, cause, effect| share(cause, effect).then(|| phrase!("its program cannot even be started", "它的程序根本无法启动"));
        crate::diagnose::links::of_pods!["crashloop" because CPU, "deploy-rollout-stuck" because CPU]
    }
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Option<Finding> {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let node = pod.node.as_ref().and_then(|it| cluster.nodes.get(&it.value));
    let arch = node.and_then(|it| it.labels.get("kubernetes.io/arch").cloned().or_else(|| it.fields.get("status.nodeInfo.architecture").map(|it| it.value.clone())));
    let why = match arch {
        Some(arch) => phrase!("The kernel does not recognise the program as one for this CPU: its node is {arch}, so the image was built for another architecture.", "内核不认为该程序适用于这个 CPU：节点是 {arch}，说明镜像是为其他架构构建的。", arch = arch),
        None => phrase!("The kernel does not recognise the program as one for this CPU: the image was built for another architecture (an arm64 laptop and amd64 nodes, say), or the entry point is a script without a `#!` line.", "内核不认为该程序适用于这个 CPU：镜像是为其他架构构建的（例如在 arm64 笔记本上构建、节点是 amd64），或入口脚本缺少 `#!` 行。"),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            phrase!("{name} cannot run on this CPU: exec format error", "{name} 无法在此 CPU 上运行：exec format error", name = name),
            |n, workload| phrase!("{n} pods of {workload} cannot run on this CPU: exec format error", "{workload} 的 {n} 个 Pod 无法在此 CPU 上运行：exec format error", n = n, workload = workload),
        ),
        why,
        fix: phrase!("Build the image for the nodes' architecture, best for several (`docker buildx build --platform linux/amd64,linux/arm64`), or place the pod by `kubernetes.io/arch`.", "为节点的架构构建镜像，最好构建多平台镜像（`docker buildx build --platform linux/amd64,linux/arm64`），或按 `kubernetes.io/arch` 调度 Pod。"),
        next: vec![
            kubectl("kubectl get nodes -L kubernetes.io/arch", phrase!("the architecture of each node", "各节点的架构")),
            kubectl(format!("kubectl get pod{} {name} -o jsonpath='{{.spec.nodeName}} {{.spec.containers[*].image}}'", in_namespace(&pod.id)), phrase!("node and image of the pod", "Pod 的节点与镜像")),
        ],
        evidence: Proof::new(said(cluster, pod)?, phrase!("what the kernel says", "内核的报错")).and(line(pod), phrase!("the pod", "该 Pod")),
    })
}
