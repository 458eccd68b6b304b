//! A kubelet is older than the API server supports. Source: kubernetes.io, "Version Skew Policy": three minor releases from 1.28 on, two before.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::skew::{kubelets, server};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SkewKubeletTooOld = SkewKubeletTooOld;

pub(super) struct SkewKubeletTooOld;

static META: Meta = Meta {
    id: "skew-kubelet-too-old",
    what: text!("A kubelet is too old for the API server.", "kubelet 的版本过旧，超出 API 服务器支持的范围。"),
    needs: "kubectl version; kubectl get nodes",
};

impl Rule for SkewKubeletTooOld {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let (version, own) = server(cluster)?;
    let most = if own >= 28 { 3 } else { 2 };
    let (nodes, evidence) = kubelets(cluster, version, &|it| it + most < own)?;
    let which = names(nodes.iter().map(|node| node.id.name.as_str()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("The kubelet of {which} is too old for the API server ({version})", "{which} 的 kubelet 对 API 服务器（{version}）来说过旧", which = which, version = version.value),
        why: phrase!("The API server supports kubelets up to three minor releases older, two before 1.28. Beyond that nobody tests them together, and APIs that the old kubelet uses may be gone.", "API 服务器最多支持比自己低三个次版本的 kubelet（1.28 之前为两个）。超出之后没有人一起测试，旧 kubelet 使用的 API 也可能已被移除。"),
        fix: phrase!("Upgrade those nodes, one minor release at a time, before you upgrade the control plane again.", "在再次升级控制平面之前，先把这些节点逐个次版本升级上来。"),
        next: vec![kubectl("kubectl get nodes -o wide; kubectl version", phrase!("all versions side by side", "并列查看所有版本"))],
        evidence,
    })
}
