//! A kubelet is newer than the API server. Source: kubernetes.io, "Version Skew Policy".

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::skew::{kubelets, server};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SkewKubeletNewer = SkewKubeletNewer;

pub(super) struct SkewKubeletNewer;

static META: Meta = Meta {
    id: "skew-kubelet-newer",
    what: text!("A kubelet is newer than the API server.", "kubelet 的版本高于 API 服务器。"),
    needs: "kubectl version; kubectl get nodes",
};

impl Rule for SkewKubeletNewer {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let (version, own) = server(cluster)?;
    let (nodes, evidence) = kubelets(cluster, version, &|it| it > own)?;
    let which = names(nodes.iter().map(|node| node.id.name.as_str()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("The kubelet of {which} is newer than the API server ({version})", "{which} 的 kubelet 版本高于 API 服务器（{version}）", which = which, version = version.value),
        why: phrase!("A kubelet may be older than its API server, never newer: it may ask for fields and APIs that the server does not know. Such nodes were upgraded, or joined, before the control plane.", "kubelet 可以比 API 服务器旧，但绝不能更新：它可能使用服务器尚不认识的字段和 API。这些节点在控制平面之前被升级或加入。"),
        fix: phrase!("Upgrade the control plane to that release first, or put those nodes back to the server's.", "先把控制平面升级到该版本，或将这些节点退回到与服务器相同的版本。"),
        next: vec![kubectl("kubectl get nodes -o wide; kubectl version", phrase!("all versions side by side", "并列查看所有版本"))],
        evidence,
    })
}
