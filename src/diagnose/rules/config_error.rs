//! A container cannot be made from its configuration: a ConfigMap, Secret or key is missing.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::{Group, groups};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ConfigError = ConfigError;

pub(super) struct ConfigError;

static META: Meta = Meta {
    id: "config-error",
    what: text!("A container cannot be made from its configuration.", "无法按配置创建容器。"),
    needs: "kubectl get pods",
};

fn waiting(pod: &Pod) -> bool {
    matches!(reason(pod), "CreateContainerConfigError" | "CreateContainerError")
}

impl Rule for ConfigError {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups(cluster, waiting).iter().map(finding).collect()
    }
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let state = reason(pod);
    let mut evidence = group.proof(phrase!("STATUS is {state}", "STATUS 为 {state}", state = state));
    for event in pod.events.iter().filter(|it| it.kind == "Warning") {
        evidence = evidence.and(event.span, phrase!("what the kubelet says", "kubelet 的说明"));
    }
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.rest.iter().map(|pod| pod.id.clone()).collect(),
        title: group.title(
            phrase!("{name} cannot be started: {state}", "{name} 无法启动：{state}", name = name, state = state),
            |n, workload| phrase!("{n} pods of {workload} cannot be started: {state}", "{workload} 的 {n} 个 Pod 无法启动：{state}", n = n, workload = workload, state = state),
        ),
        why: phrase!("The image is there, but the container cannot be made from the pod's configuration: most often a ConfigMap, a Secret or a key in one of them does not exist.", "镜像已就位，但无法按 Pod 的配置创建容器：多半是引用的 ConfigMap、Secret 或其中的键不存在。"),
        fix: phrase!("Create what the event names, or correct the reference in the workload.", "创建事件中提到的对象，或修正工作负载中的引用。"),
        next: vec![kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("the name of what is missing", "缺失对象的名称"))],
        evidence,
    }
}
