//! A volume is made of a ConfigMap or Secret that does not exist.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::mounting::{Sort, Trouble, troubles, volume};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: MountMissingSecretCm = MountMissingSecretCm;

pub(super) struct MountMissingSecretCm;

static META: Meta = Meta {
    id: "mount-missing-secret-cm",
    what: text!("A pod mounts a ConfigMap or Secret that does not exist.", "Pod 挂载的 ConfigMap 或 Secret 不存在。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for MountMissingSecretCm {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        troubles(cluster, Sort::Missing).iter().map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout]
    }
}

fn finding(trouble: &Trouble<'_>) -> Finding {
    let name = trouble.id.name.as_str();
    let message = trouble.event.message.as_str();
    let kind = if message.contains("secret \"") { "secret" } else { "configmap" };
    let what = message.split_once(&format!("{kind} \"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    let scope = in_namespace(&trouble.id);
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: trouble.id.clone(),
        also: trouble.also.clone(),
        title: phrase!("{name} cannot start: {kind} {what} of its volume {volume} does not exist", "{name} 无法启动：卷 {volume} 引用的 {kind} {what} 不存在", name = name, kind = kind, what = what, volume = volume(trouble.event)),
        why: phrase!("The kubelet fills the volume from it before it starts a container, and finds nothing of that name in the pod's namespace. It tries again, so the pod starts by itself once it is there.", "kubelet 要先用它填充卷才能启动容器，而 Pod 的命名空间里没有这个名字的对象。kubelet 会不断重试，对象出现后 Pod 会自动启动。"),
        fix: phrase!("Create it in that namespace, or correct the name in the workload.", "在该命名空间创建它，或更正工作负载中的名称。"),
        next: vec![kubectl(format!("kubectl get configmaps,secrets{scope}"), phrase!("what there is, and under which name", "现有哪些对象，名称是什么"))],
        evidence: Proof::new(trouble.event.span, phrase!("what the kubelet says", "kubelet 的说明")),
    }
}
